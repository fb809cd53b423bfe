package org.maquete.placement;

import org.maquete.placement.api.Inventory;

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

    /** The same with so much more in use. */
    public ResourceProvider with(int moreVcpus, int moreRamMib, int moreDiskGib) {
        return new ResourceProvider(
                name,
                vcpus,
                ramMib,
                diskGib,
                ratios,
                vcpusUsed + moreVcpus,
                ramMibUsed + moreRamMib,
                diskGibUsed + moreDiskGib);
    }

    /** Whether these amounts can still be claimed. */
    public boolean fits(int wantedVcpus, int wantedRamMib, int wantedDiskGib) {
        return shortage(wantedVcpus, wantedRamMib, wantedDiskGib).isEmpty();
    }

    /** What is short of these amounts, with the numbers; the empty text: nothing. */
    public String shortage(int wantedVcpus, int wantedRamMib, int wantedDiskGib) {
        String vcpu = shortage("VCPU", wantedVcpus, vcpusUsed, vcpus, 0, ratios.cpu());
        if (!vcpu.isEmpty()) {
            return vcpu;
        }
        int reserved = ratios.reservedRamMib();
        String ram =
                shortage("MEMORY_MB", wantedRamMib, ramMibUsed, ramMib, reserved, ratios.ram());
        return ram.isEmpty()
                ? shortage("DISK_GB", wantedDiskGib, diskGibUsed, diskGib, 0, ratios.disk())
                : ram;
    }

    /** The memory that may be promised. */
    public double ramAllowed() {
        return (ramMib - ratios.reservedRamMib()) * ratios.ram();
    }

    private static String shortage(
            String name, int wanted, int used, int total, int reserved, double ratio) {
        if (wanted == 0) {
            return "";
        }
        if (total < 1) {
            return name + ": " + wanted + " wanted, there is none";
        }
        Inventory inventory = Inventory.of(total, reserved, ratio);
        if (inventory.takes(wanted) && inventory.fits(used, wanted)) {
            return "";
        }
        return inventory.takes(wanted)
                ? name
                        + ": "
                        + wanted
                        + " wanted, "
                        + used
                        + " of "
                        + inventory.capacity()
                        + " used"
                : name + ": " + wanted + " wanted, one server may have " + total;
    }
}
