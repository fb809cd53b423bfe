package org.maquete.juju;

import java.util.Optional;
import org.maquete.host.HostView;
import org.maquete.world.World;

/**
 * Where a unit really runs, which Juju's own tables do not tell: for charms that read the truth.
 */
public final class UnitHost {

    private UnitHost() {}

    /** The name in {@code host} of the system that runs the unit; empty before it is known. */
    public static Optional<String> of(World world, Unit unit) {
        return Optional.of(JujuView.hostOf(world, unit)).filter(name -> !name.isEmpty());
    }

    /** Whether the system that runs the unit is known and either not up or without a network. */
    public static boolean isDown(World world, Unit unit) {
        return of(world, unit)
                .flatMap(name -> HostView.host(world, name))
                .map(host -> !host.booted() || HostView.isCutOff(world, host.name()))
                .orElse(false);
    }
}
