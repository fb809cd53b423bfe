package org.maquete.placement;

/**
 * What a hypervisor has and what of it is taken.
 *
 * @param name the hypervisor's host name
 * @param vcpus its hardware threads
 * @param ramMib its memory
 * @param diskGib the disk that holds the servers
 * @param ratios how much of each may be promised
 * @param vcpusUsed claimed
 * @param ramMibUsed claimed
 * @param diskGibUsed claimed
 */
public record ResourceProvider(
        String name,
        int vcpus,
        int ramMib,
        int diskGib,
        Ratios ratios,
        int vcpusUsed,
        int ramMibUsed,
        int diskGibUsed) {

    /**
     * How much may be promised.
     *
     * @param reservedRamMib memory that is never promised
     */
    public record Ratios(double cpu, double ram, double disk, int reservedRamMib) {}

    /** Whether these amounts can still be claimed: as Placement's SQL compares them. */
    public boolean fits(int wantedVcpus, int wantedRamMib, int wantedDiskGib) {
        return room(vcpusUsed, wantedVcpus, vcpus, vcpus * ratios.cpu())
                && room(ramMibUsed, wantedRamMib, ramMib, ramAllowed())
                && room(diskGibUsed, wantedDiskGib, diskGib, diskGib * ratios.disk());
    }

    /** The memory that may be promised. */
    public double ramAllowed() {
        return (ramMib - ratios.reservedRamMib()) * ratios.ram();
    }

    private static boolean room(int used, int wanted, int total, double allowed) {
        return wanted == 0 || wanted <= total && used + wanted <= allowed;
    }
}
