package org.maquete.juju;

import java.util.Optional;
import org.maquete.kernel.Refusal;
import org.maquete.maas.MaasView;
import org.maquete.maas.ResourceKind;
import org.maquete.world.World;

/**
 * What Juju's provider for MAAS looks at before a machine is asked for: juju 3.6,
 * internal/provider/maas/environ.go, parsePlacement. It knows the zones of MAAS; whether there is a
 * machine of a name is seen when MAAS is asked for it.
 */
final class Precheck {

    private static final String ZONE = "zone=";

    private Precheck() {}

    /** Why a directive cannot be followed; the context of the caller stands before it. */
    static Optional<Refusal> of(Placement.Directive directive, String context, World world) {
        String text = directive.text();
        if (text.startsWith(ZONE)) {
            String zone = text.substring(ZONE.length());
            if (MaasView.resource(world, ResourceKind.ZONE, zone).isPresent()) {
                return Optional.empty();
            }
            // core/network/zone.go, Validate
            String why = "availability zone " + JujuRefusal.quote(zone) + " not valid";
            return Optional.of(Refusal.missing(JujuRefusal.NOT_VALID, context + why, "zone", zone));
        }
        return text.indexOf('=') < 0 || text.startsWith("system-id=")
                ? Optional.empty()
                : Optional.of(
                        JujuRefusal.invalid(context + "unknown placement directive: " + text));
    }
}
