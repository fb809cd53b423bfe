package org.maquete.nova.trace;

/**
 * How much a host has or a request asks for.
 *
 * @param vcpuMilli thousandths of a VCPU
 * @param gpuMilli thousandths of a GPU, over all devices
 */
public record Amounts(int vcpuMilli, int ramMib, int diskGib, int gpuMilli) {

    public Amounts {
        if (vcpuMilli < 0 || ramMib < 0 || diskGib < 0 || gpuMilli < 0) {
            throw new IllegalArgumentException(
                    "expected amounts from 0, found "
                            + vcpuMilli
                            + " milli-VCPU, "
                            + ramMib
                            + " MiB, "
                            + diskGib
                            + " GiB, "
                            + gpuMilli
                            + " milli-GPU");
        }
    }

    /** Without a GPU. */
    public static Amounts of(int vcpus, int ramMib, int diskGib) {
        return new Amounts(Math.multiplyExact(vcpus, 1000), ramMib, diskGib, 0);
    }

    /** What Nova asks for: a VCPU is given as a whole. */
    public int vcpusAsked() {
        return Math.ceilDiv(vcpuMilli, 1000);
    }

    /** What a hypervisor has: a part of a VCPU is none. */
    public int vcpusHad() {
        return vcpuMilli / 1000;
    }
}
