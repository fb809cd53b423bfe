/**
 * A Ceph cluster in time (Quincy 17.2; what was measured is 16.2.15): monitors, the OSD map, and
 * what placement groups make of its changes.
 *
 * <p>To be written at the end: what the real program does, what is modelled, simplified, missing.
 * The monitors agree on maps, OSDs tell of each other, groups agree among their OSDs who serves.
 */
@NullMarked
package org.maquete.ceph.cluster;

import org.jspecify.annotations.NullMarked;
