package org.maquete.ceph.status;

/** How full the map says an OSD or a pool is: what the monitors noted, not what is so. */
public enum Fullness {
    ROOMY(""),
    NEARFULL("nearfull"),
    BACKFILLFULL("backfillfull"),
    FULL("full");

    private final String flag;

    Fullness(String flag) {
        this.flag = flag;
    }

    /** Its flag in the OSD map; empty for {@link #ROOMY}. */
    public String flag() {
        return flag;
    }
}
