package org.maquete.juju;

import java.util.List;
import org.maquete.kernel.Ref;

/**
 * What a charm says of itself at the end of a hook.
 *
 * @param status the workload status
 * @param message the text beside it
 * @param waitsFor what it waits for; empty when active or when it waits for the operator alone
 */
public record Assessment(String status, String message, List<Ref> waitsFor) {

    public Assessment {
        waitsFor = List.copyOf(waitsFor);
    }

    /** Active with this message. */
    public static Assessment active(String message) {
        return new Assessment("active", message, List.of());
    }

    /** Blocked: somebody has to do something. */
    public static Assessment blocked(String message, Ref... reasons) {
        return new Assessment("blocked", message, List.of(reasons));
    }

    /** Waiting: it should come by itself. */
    public static Assessment waiting(String message, List<Ref> reasons) {
        return new Assessment("waiting", message, reasons);
    }

    /** Whether the unit serves. */
    public boolean isActive() {
        return status.equals("active");
    }
}
