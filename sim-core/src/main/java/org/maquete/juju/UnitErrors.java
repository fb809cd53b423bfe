package org.maquete.juju;

import java.util.Optional;
import org.maquete.kernel.Outcome;
import org.maquete.world.World;

/**
 * Decides about {@code juju resolved}. No modelled charm fails a hook, so there is only refusal.
 */
final class UnitErrors {

    private UnitErrors() {}

    static void resolved(Resolved command, World world, Outcome out) {
        Optional<Unit> unit = JujuView.unit(world, command.model(), command.unit());
        if (unit.isEmpty()) {
            out.refuse(JujuRefusal.unit(command.unit()));
            return;
        }
        // GUESS, text: juju 3.6 state/unit.go from memory
        out.refuse(
                JujuRefusal.invalid(
                        "unit " + JujuRefusal.quote(command.unit()) + " is not in an error state"));
    }
}
