package org.maquete.ceph.status;

/**
 * Which program runs.
 *
 * @param number {@code 16.2.15}
 * @param commit of its sources
 * @param release {@code pacific}
 */
public record CephVersion(String number, String commit, String release) {

    /** What Debian 12 ships, and what all recordings are of. */
    public static final CephVersion PACIFIC =
            new CephVersion("16.2.15", "618f440892089921c3e944a991122ddc44e60516", "pacific");

    /** What Ubuntu 22.04 ships, and the archive of Yoga for 20.04: 17.2.7, as clusters print it. */
    public static final CephVersion QUINCY =
            new CephVersion("17.2.7", "b12291d110049b2f35e32e0de30d70e9a4c060d2", "quincy");

    /** {@code ceph version 16.2.15 (618f...) pacific (stable)}. */
    public String text() {
        return "ceph version " + number + " (" + commit + ") " + release + " (stable)";
    }

    /** {@code 16}. */
    public int major() {
        return Integer.parseInt(number.substring(0, number.indexOf('.')));
    }
}
