package org.maquete.nova.replay;

import org.maquete.nova.trace.Amounts;

/** The resource classes of a host, by their number in the columns. */
enum Resource {
    VCPU(0),
    MEMORY_MB(1),
    DISK_GB(2),
    GPU_MILLI(3);

    static final int COUNT = 4;

    private final int number;

    Resource(int number) {
        this.number = number;
    }

    /** Its place in columns and amounts. */
    int number() {
        return number;
    }

    /** How much is asked for. */
    int asked(Amounts amounts) {
        return this == VCPU ? amounts.vcpusAsked() : had(amounts);
    }

    /** How much there is. */
    int had(Amounts amounts) {
        return switch (this) {
            case VCPU -> amounts.vcpusHad();
            case MEMORY_MB -> amounts.ramMib();
            case DISK_GB -> amounts.diskGib();
            case GPU_MILLI -> amounts.gpuMilli();
        };
    }

    /** The largest total that may be given away, as Placement compares it. */
    int limit(Amounts amounts, Cloud cloud) {
        int reserved = this == MEMORY_MB ? cloud.reservedRamMib() : 0;
        double ratio =
                switch (this) {
                    case VCPU -> cloud.ratios().cpu();
                    case MEMORY_MB -> cloud.ratios().ram();
                    case DISK_GB -> cloud.ratios().disk();
                    case GPU_MILLI -> 1;
                };
        return (int) Math.max(0, Math.floor((had(amounts) - reserved) * ratio));
    }
}
