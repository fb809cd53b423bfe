package org.maquete.host;

import java.util.Optional;
import org.maquete.world.Edits;

/** Applies what goes wrong with hosts that run. */
final class FaultFolds {

    private FaultFolds() {}

    static void diskFilled(DiskFilled fact, long timeNs, Edits edits) {
        set(fact.host(), true, offset(fact.host(), edits), edits);
    }

    static void diskFreed(DiskFreed fact, long timeNs, Edits edits) {
        set(fact.host(), false, offset(fact.host(), edits), edits);
    }

    static void clockSkewed(ClockSkewed fact, long timeNs, Edits edits) {
        boolean full = find(fact.host(), edits).map(HostFault::diskFull).orElse(false);
        set(fact.host(), full, fact.offsetNs(), edits);
    }

    private static long offset(String host, Edits edits) {
        return find(host, edits).map(HostFault::clockOffsetNs).orElse(0L);
    }

    private static Optional<HostFault> find(String host, Edits edits) {
        return edits.world().table(HostView.FAULTS).find(host);
    }

    private static void set(String host, boolean full, long offsetNs, Edits edits) {
        Optional<HostFault> old = find(host, edits);
        int id =
                old.map(HostFault::id)
                        .orElseGet(() -> edits.world().table(HostView.FAULTS).nextId());
        HostFault fault = new HostFault(id, host, full, offsetNs);
        if (old.isEmpty()) {
            edits.insert(HostView.FAULTS, fault);
        } else if (fault.isNone()) {
            edits.remove(HostView.FAULTS, id);
        } else {
            edits.set(HostView.FAULTS, fault);
        }
    }
}
