/**
 * Glance 24 (Yoga): images of disks.
 *
 * <p>In reality an image is first a record ({@code queued}); the file is sent after it ({@code
 * saving}) and lands in a store, with the charms a pool of Ceph; then it is {@code active}. When
 * the pool carries out no writes, the image stays {@code saving}; after 90 s haproxy answers the
 * client with 504, and the client deletes the image. Names may repeat. A client that names a
 * duplicate is refused by itself.
 *
 * <p>Modelled: create with and without a file, list, show, set, unset, delete; the states over
 * time; what a client may say of an image ({@link org.maquete.glance.ImageDraft}): properties,
 * tags, smallest disk and memory, protection, visibility; sharing with other projects;
 * deactivation; who sees what; the client's answers for missing files and for no or several images.
 * openstacksdk does not look at the answer to {@code image set --deactivate}, so a refusal shows
 * nowhere. Simplified: size and checksum are those of the text that stands for the file; the time
 * of haproxy runs from where the file cannot go on, and a pool that was deleted holds it up like
 * one that is blocked; what a property means to Nova is not looked at. Not modelled: the states
 * {@code killed} (the v2 API leaves an image {@code queued}, and openstacksdk deletes it) and
 * {@code deleted} (no API shows it), a full folder of a Glance without Ceph, images that clones in
 * Ceph keep from being deleted, import methods, signatures, {@code image save}.
 *
 * <p>Durations: {@code glance.store-image}, a GUESS. Texts recorded from glance 25.1.0 and
 * python-openstackclient 6.0.0 on loopback.
 */
@NullMarked
package org.maquete.glance;

import org.jspecify.annotations.NullMarked;
