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

    /** {@code ceph version 16.2.15 (618f...) pacific (stable)}. */
    public String text() {
        return "ceph version " + number + " (" + commit + ") " + release + " (stable)";
    }

    /** {@code 16}. */
    public int major() {
        return Integer.parseInt(number.substring(0, number.indexOf('.')));
    }
}
