package org.maquete.maas;

import java.util.List;
import java.util.Optional;
import org.maquete.hardware.HardwareView;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.world.World;

/**
 * Why MAAS does not do what it is asked. The code is the HTTP status; the type is the field of the
 * form for which the body is JSON.
 */
final class Barred {

    // MAAS 3.5, the field under which Django puts errors of a whole form
    private static final String WHOLE_FORM = "__all__";

    // MAAS 3.5, config commissioning_osystem and commissioning_distro_series
    private static final String EPHEMERAL = "ubuntu/jammy";

    private Barred() {}

    /** What MAAS says of a machine that it does not know. */
    static Refusal unknown(String hostname) {
        // MAAS 3.5, api/machines.py, "not-found"
        return Refusal.missing(
                "404", "No Machine matches the given query.", "maas-machine", hostname);
    }

    /** What it says about a locked machine: nothing. */
    static Optional<Refusal> locked(Machine machine) {
        // MAAS 3.5, models/node.py, get_node_or_404: PermissionDenied without a text
        return machine.locked() ? Optional.of(Refusal.of("403", "")) : Optional.empty();
    }

    /** A form of which the values are right, but the node is not. */
    static Refusal unavailable(String display) {
        // MAAS 3.5, forms/ephemeral.py
        return form(
                WHOLE_FORM,
                display + " is not available because of the current state of the node.");
    }

    /** An error of a field of a form. */
    static Refusal form(String field, String message) {
        return new Refusal("400", field, message, Ref.NONE);
    }

    /** What MAAS says when nobody has said how to switch a machine. */
    static Optional<Refusal> unswitchable(Machine machine) {
        // MAAS 3.5, models/node.py: UnknownPowerType, which no handler expects
        return machine.powerType().isEmpty()
                ? Optional.of(
                        Refusal.of(
                                "500",
                                "Unconfigured power type. Please configure the power type and try"
                                        + " again."))
                : Optional.empty();
    }

    /** What MAAS says without an image of the ephemeral system. */
    static Optional<Refusal> imageless(World world) {
        // MAAS 3.5, models/node.py, _start
        return MaasView.images(world).contains(EPHEMERAL + "/amd64")
                ? Optional.empty()
                : Optional.of(
                        Refusal.missing(
                                "400",
                                "Ephemeral operating system "
                                        + EPHEMERAL
                                        + " for amd64/generic is unavailable.",
                                "boot-image",
                                EPHEMERAL + "/amd64"));
    }

    /** Whether commissioning or testing is offered for a machine in one of these statuses. */
    static Optional<Refusal> inaction(
            Machine machine, List<NodeStatus> statuses, String display, World world) {
        boolean offered =
                !machine.locked()
                        && statuses.contains(machine.status())
                        && !HardwareView.nics(world, machine.hostname()).isEmpty();
        return offered ? Optional.empty() : Optional.of(unavailable(display));
    }

    /** The first of several reasons. */
    @SafeVarargs
    static Optional<Refusal> first(Optional<Refusal>... reasons) {
        for (Optional<Refusal> reason : reasons) {
            if (reason.isPresent()) {
                return reason;
            }
        }
        return Optional.empty();
    }
}
