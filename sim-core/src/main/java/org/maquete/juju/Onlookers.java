package org.maquete.juju;

import org.maquete.kernel.Outcome;
import org.maquete.world.World;

/**
 * The units that will say something else at their next update-status, because what they look at has
 * changed without a hook. A unit whose host does not run looks again when it is back.
 */
public final class Onlookers {

    private Onlookers() {}

    /** All units of an application. */
    public static void of(World world, Outcome out, String model, String application) {
        for (Unit unit : JujuView.units(world, model, application)) {
            if (!UnitHost.isDown(world, unit)) {
                out.command(new StatusStale(model, unit.name()));
            }
        }
    }

    /** The units of the same applications as the units of this charm that run on a host. */
    public static void ofHost(World world, Outcome out, String host, String charm) {
        for (Unit unit : JujuView.unitsOfCharm(world, charm)) {
            if (JujuView.hostOf(world, unit).equals(host)) {
                of(world, out, unit.model(), unit.application());
            }
        }
    }
}
