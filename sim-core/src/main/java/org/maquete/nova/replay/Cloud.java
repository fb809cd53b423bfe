package org.maquete.nova.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.maquete.nova.scheduler.Host;
import org.maquete.nova.trace.Amounts;
import org.maquete.nova.trace.Trace;

/**
 * The hosts of a trace as computes of a cloud.
 *
 * @param trace hosts and requests; at least one of each
 * @param ratios how much of each the computes promise
 * @param reservedRamMib of each host, never promised
 * @param candidateCountMax how many candidates Placement gives at most
 */
public record Cloud(Trace trace, Host.Ratios ratios, int reservedRamMib, int candidateCountMax) {

    /** 1000, candidates: nova yoga, conf/scheduler.py, max_placement_results. */
    public static final int CANDIDATES_MAX = 1000;

    // 2.0, 0.98, 1.0: charms nova-cloud-controller and nova-compute, stable/yoga, config.yaml
    private static final Host.Ratios CHARM_RATIOS = new Host.Ratios(2.0, 0.98, 1.0);

    private static final int CHARM_RESERVED_RAM_MIB = 512; // <MiB>: charm nova-compute, config.yaml

    public Cloud {
        if (trace.hosts().isEmpty() || trace.requests().isEmpty()) {
            throw new IllegalArgumentException(
                    "expected hosts and requests, found "
                            + trace.hosts().size()
                            + " and "
                            + trace.requests().size());
        }
        if (candidateCountMax < 1 || reservedRamMib < 0) {
            throw new IllegalArgumentException(
                    "expected at least 1 candidate and 0 MiB reserved, found "
                            + candidateCountMax
                            + " and "
                            + reservedRamMib);
        }
    }

    /** As the charms set it up. */
    public static Cloud byCharms(Trace trace) {
        return new Cloud(trace, CHARM_RATIOS, CHARM_RESERVED_RAM_MIB, CANDIDATES_MAX);
    }

    /** Nothing promised twice, nothing reserved. */
    public static Cloud plain(Trace trace) {
        return new Cloud(trace, new Host.Ratios(1, 1, 1), 0, CANDIDATES_MAX);
    }

    /** What nova-scheduler knows of each host. */
    List<Host> computes() {
        List<Host> computes = new ArrayList<>(trace.hosts().size());
        Host.Hypervisor hypervisor =
                new Host.Hypervisor(
                        "", "QEMU", 6_002_000, "", "", List.of(List.of("x86_64", "kvm", "hvm")));
        for (Trace.Host each : trace.hosts()) {
            computes.add(
                    new Host(
                            each.name(),
                            each.name(),
                            each.name(),
                            "cell1",
                            room(each.room()),
                            hypervisor,
                            new Host.Service(false, false, 0),
                            Map.of(),
                            Map.of(),
                            List.of(),
                            List.of(),
                            List.of()));
        }
        return computes;
    }

    /** Reserved memory counts as used, as the resource tracker reports it. */
    private Host.Room room(Amounts amounts) {
        return new Host.Room(
                amounts.vcpusHad(),
                0,
                amounts.ramMib(),
                amounts.ramMib() - reservedRamMib,
                amounts.diskGib(),
                0,
                amounts.diskGib() * 1024,
                ratios,
                0,
                0,
                0);
    }
}
