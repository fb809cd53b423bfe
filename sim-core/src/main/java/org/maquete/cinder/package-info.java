/**
 * Cinder 20 (Yoga): volumes, which are disks of their own that servers may have one after the
 * other.
 *
 * <p>In reality cinder-api checks a request and answers at once, with the volume in the state
 * {@code creating}; cinder-scheduler chooses a back end; cinder-volume makes the volume there. The
 * charm cinder has no back end of its own (with {@code block-device: None}): the subordinate
 * cinder-ceph configures one that keeps volumes in a pool of Ceph, and gives all units the one host
 * name {@code cinder}.
 *
 * <p>Modelled: volumes, empty or from an image, a snapshot or another volume; snapshots; types by
 * name; the states with what moves them; quotas; the refusals of the API; what Nova asks for when
 * it attaches ({@code reserved}, {@code attaching}, {@code in-use}, {@code detaching}). Without a
 * back end that reports, a volume goes to {@code error} at once; without cinder-scheduler it stays
 * {@code creating}. When the pool carries out no writes, volumes stay {@code creating}, {@code
 * deleting} or {@code extending}, no text tells why, and they go on when the pool does. What
 * cinder-volume had in work when it was stopped goes to {@code error} when it is back. {@code
 * openstack volume list} also asks Nova for the names of servers, so it is in the package nova.
 *
 * <p>Simplified: one back end; an image that is not raw is copied, a raw one cloned; quotas are
 * those of a project for which nobody has set others; extra specs of types filter nothing; a volume
 * in use counts as served although its pool blocks, as the real one shows; of the image, a volume
 * tells what the image says now. Not modelled: availability zones, consistency groups, groups,
 * backups, transfers, migration, retype, encryption, QoS, multiattach, replication; back ends other
 * than cinder-ceph.
 *
 * <p>Durations: see {@code VolumeSpans}. Sources: cinder 21.3.1 of Debian 12 (volume/api.py,
 * volume/manager.py, volume/flows/api/create_volume.py, exception.py), which equals Yoga in what is
 * used here as far as known; samples/openstack; what the client prints was recorded from
 * python-openstackclient 6.0.0 against a server that gave it such answers.
 */
@NullMarked
package org.maquete.cinder;

import org.jspecify.annotations.NullMarked;
