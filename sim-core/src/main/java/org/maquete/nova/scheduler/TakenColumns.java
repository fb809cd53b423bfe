package org.maquete.nova.scheduler;

/** What requests take, an array a quantity: by host, or by group of hosts that are alike. */
@SuppressWarnings("ArrayRecordComponent") // the arrays are written in place and never compared
record TakenColumns(int[] freeRamMb, int[] freeDiskMb, int[] ioOpCounts, double[] vcpusFree) {

    /** With room for so many. */
    static TakenColumns of(int count) {
        return new TakenColumns(new int[count], new int[count], new int[count], new double[count]);
    }

    /** A copy that does not change with this. */
    TakenColumns copy() {
        return new TakenColumns(
                freeRamMb.clone(), freeDiskMb.clone(), ioOpCounts.clone(), vcpusFree.clone());
    }

    void copy(int from, TakenColumns of, int to) {
        freeRamMb[to] = of.freeRamMb[from];
        freeDiskMb[to] = of.freeDiskMb[from];
        ioOpCounts[to] = of.ioOpCounts[from];
        vcpusFree[to] = of.vcpusFree[from];
    }

    /** Whether a row is equal to the last bit to another's. */
    boolean isAlike(int row, TakenColumns of, int other) {
        return freeRamMb[row] == of.freeRamMb[other]
                && freeDiskMb[row] == of.freeDiskMb[other]
                && ioOpCounts[row] == of.ioOpCounts[other]
                && Double.compare(vcpusFree[row], of.vcpusFree[other]) == 0;
    }

    int hashOf(int row) {
        int mixed = (freeRamMb[row] * 31 + freeDiskMb[row]) * 31 + ioOpCounts[row];
        mixed = mixed * 31 + Double.hashCode(vcpusFree[row]);
        mixed *= 0x9E3779B9; // the golden ratio, as a fraction of 2^32: spreads neighbours
        return mixed ^ mixed >>> 15;
    }
}
