package org.maquete.neutron.ovn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.maquete.host.HostView;
import org.maquete.neutron.NeutronView;
import org.maquete.neutron.Port;
import org.maquete.ovn.nb.GatewayChassis;
import org.maquete.ovn.nb.LogicalRouterPort;
import org.maquete.world.World;

/** Which chassis has which port: what ovn-controllers have written, as far as a world tells it. */
public final class SouthboundView {

    private static final String SWITCH = "openvswitch-switch"; // <service>: charm ovn-chassis

    private SouthboundView() {}

    /**
     * Where a gateway is: the chassis of the highest priority whose switch answers BFD. A stopped
     * ovn-controller alone moves nothing, and nor does a bridge mapping that is wrong.
     */
    public static Optional<Chassis> residence(World world, LogicalRouterPort gateway) {
        return residence(world, gateway, Chassis.of(world));
    }

    private static Optional<Chassis> residence(
            World world, LogicalRouterPort gateway, List<Chassis> chassis) {
        Optional<Chassis> best = Optional.empty();
        int priority = -1;
        for (GatewayChassis each : gateway.gatewayChassis()) {
            Optional<Chassis> found =
                    chassis.stream().filter(c -> c.name().equals(each.chassisName())).findFirst();
            if (found.isPresent() && each.priority() > priority && isAlive(world, found.get())) {
                best = found;
                priority = each.priority();
            }
        }
        return best;
    }

    private static boolean isAlive(World world, Chassis chassis) {
        return HostView.isUp(world, chassis.hostname())
                && !HostView.isStopped(world, chassis.hostname(), SWITCH);
    }

    /** {@code ovn-sbctl show}. */
    static String show(World world) {
        List<Chassis> chassis = Chassis.of(world);
        Map<String, TreeSet<String>> bindings = new LinkedHashMap<>();
        for (Chassis each : chassis) {
            TreeSet<String> claimed = new TreeSet<>();
            for (Port port : NeutronView.ports(world)) {
                if (port.host().equals(each.hostname()) && port.status().equals("ACTIVE")) {
                    claimed.add(port.uuid());
                }
            }
            bindings.put(each.name(), claimed);
        }
        for (LogicalRouterPort port : NorthboundView.of(world).routerPorts()) {
            Optional<Chassis> home = residence(world, port, chassis);
            if (home.isPresent()) {
                bindings.computeIfAbsent(home.get().name(), _ -> new TreeSet<>())
                        .add("cr-" + port.name());
            }
        }
        return SouthboundText.show(chassis, bindings);
    }
}
