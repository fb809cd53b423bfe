package org.maquete.ceph.osdmap;

/**
 * An OSD that exists.
 *
 * @param weightFixed16 its reweight in 65,536ths; 0 for out
 * @param affinityFixed16 how willingly it is a primary, in 65,536ths
 */
public record OsdState(int id, boolean isUp, int weightFixed16, int affinityFixed16) {

    public static final int ONE = 0x10000; // <1>: 16.16 fixed point

    public OsdState {
        if (id < 0 || weightFixed16 < 0 || affinityFixed16 < 0 || affinityFixed16 > ONE) {
            throw new IllegalArgumentException("osd." + id + " " + weightFixed16);
        }
    }
}
