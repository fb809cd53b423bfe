package org.maquete.ceph.status;

/** What clients and recovery do just now, a second. */
public record ClientLoad(
        long readBytes,
        long writtenBytes,
        long reads,
        long writes,
        long recoveredBytes,
        long recoveredObjects) {

    /** Nothing. */
    public static final ClientLoad NONE = new ClientLoad(0, 0, 0, 0, 0, 0);

    /** Whether clients do anything. */
    public boolean isBusy() {
        return readBytes + writtenBytes + reads + writes > 0;
    }
}
