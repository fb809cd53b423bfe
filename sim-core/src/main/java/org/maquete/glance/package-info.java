/**
 * Glance 24 (Yoga): images of disks.
 *
 * <p>In reality an image is first a record ({@code queued}); the file is sent after it ({@code
 * saving}) and lands in a store, with the charms a pool of Ceph; then it is {@code active}. When
 * the pool carries out no writes, the image stays {@code saving}; after 90 s haproxy answers the
 * client with 504, and the client deletes the image. Names may repeat. A client that names a
 * duplicate is refused by itself.
 *
 * <p>Modelled: create with and without a file, list, show, set, delete; the states over time; the
 * client's answers for missing files and for no or several images. Simplified: size and checksum
 * are those of the text that stands for the file; the time of haproxy runs from where the file
 * cannot go on, and a pool that was deleted holds it up like one that is blocked. Not modelled: a
 * full folder of a Glance without Ceph, import methods, members, signatures, properties.
 *
 * <p>Durations: {@code glance.store-image}, a GUESS. Texts recorded from glance 25.1.0 and
 * python-openstackclient 6.0.0 on loopback.
 */
@NullMarked
package org.maquete.glance;

import org.jspecify.annotations.NullMarked;
