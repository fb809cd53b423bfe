package org.maquete.ceph.status;

/**
 * Where a daemon listens: two ports of one address, one for each version of the protocol.
 *
 * @param nonce tells one run of a daemon from the next; 0 for monitors
 */
public record Endpoint(String address, int portV2, int portV1, long nonce) {

    /** A daemon that never ran. */
    public static final Endpoint NONE = new Endpoint("", 0, 0, 0);

    /** {@code [v2:10.0.0.1:3300/0,v1:10.0.0.1:6789/0]}. */
    public String text() {
        return equals(NONE)
                ? ""
                : "[v2:" + at(portV2) + "/" + nonce + ",v1:" + at(portV1) + "/" + nonce + "]";
    }

    /** {@code 10.0.0.1:6789/0}; of none, what Ceph 16.2 was seen to print. */
    public String legacyText() {
        return equals(NONE) ? "(unrecognized address family 0)/0" : at(portV1) + "/" + nonce;
    }

    /** {@code 10.0.0.1:3300}. */
    public String at(int port) {
        return address + ":" + port;
    }
}
