package org.maquete.neutron.ovn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.maquete.host.HostView;
import org.maquete.neutron.NeutronView;
import org.maquete.neutron.Port;
import org.maquete.neutron.ovn.Silence.Phase;
import org.maquete.ovn.OvnCluster;
import org.maquete.ovn.OvnView;
import org.maquete.ovn.nb.GatewayChassis;
import org.maquete.ovn.nb.LogicalRouterPort;
import org.maquete.world.TableKey;
import org.maquete.world.World;

/** Which chassis has which port: what ovn-controllers have written, as far as a world tells it. */
public final class SouthboundView {

    /** Chassis that do not answer BFD, by name. */
    public static final TableKey<Silence> SILENCES = TableKey.keyed("ovn-controller.silence");

    /** The service without which a chassis forwards nothing. */
    public static final String SWITCH = "openvswitch-switch"; // <service>: charm ovn-chassis

    private SouthboundView() {}

    /** Whether the tunnels of a chassis answer: its host, its network and its switch. */
    public static boolean isAlive(World world, String host) {
        return HostView.isUp(world, host)
                && !HostView.isCutOff(world, host)
                && !HostView.isStopped(world, host, SWITCH);
    }

    /** Whether ovn-controllers can read and write: the southbound database has a majority. */
    public static boolean isDatabaseUp(World world) {
        for (OvnCluster each : world.table(OvnView.CLUSTERS)) {
            if (!OvnView.hasQuorum(world, each)) {
                return false;
            }
        }
        return true;
    }

    /** What the others know of a chassis that does not answer, or did not a moment ago. */
    public static Optional<Silence> silence(World world, String chassis) {
        return world.table(SILENCES).find(chassis);
    }

    /**
     * Where a gateway is: the chassis of the highest priority that the others hear by BFD; if they
     * hear none, the one that fell silent last. A stopped ovn-controller alone moves nothing, and
     * nor does a bridge mapping that is wrong.
     */
    public static Optional<Chassis> residence(World world, LogicalRouterPort gateway) {
        return residence(world, gateway, Chassis.of(world), Silence::isReplaced);
    }

    static Optional<Chassis> residence(
            World world,
            LogicalRouterPort gateway,
            List<Chassis> chassis,
            Predicate<Silence> isLost) {
        Optional<Chassis> best = Optional.empty();
        long rank = 0;
        for (GatewayChassis each : gateway.gatewayChassis()) {
            Optional<Chassis> found = named(each.chassisName(), chassis);
            Optional<Silence> silence = found.flatMap(c -> silence(world, c.name())).filter(isLost);
            // those that are heard stand above all others
            long here =
                    silence.map(s -> s.sinceNs() - Long.MAX_VALUE).orElse((long) each.priority());
            if (found.isPresent() && (best.isEmpty() || here > rank)) {
                best = found;
                rank = here;
            }
        }
        return best;
    }

    private static Optional<Chassis> named(String name, List<Chassis> chassis) {
        for (Chassis each : chassis) {
            if (each.name().equals(name)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /**
     * The silence because of which nobody carries a gateway's packets at present although another
     * chassis will: not yet noticed, or its flows are not there yet.
     */
    public static Optional<Silence> underWay(World world, LogicalRouterPort gateway) {
        if (world.table(SILENCES).count() == 0) {
            return Optional.empty();
        }
        Optional<Chassis> home = residence(world, gateway);
        Optional<Silence> own = home.flatMap(c -> silence(world, c.name()));
        if (home.isEmpty() || own.isPresent()) {
            boolean isLost = own.isEmpty() || own.get().phase() == Phase.LOST;
            return isLost ? Optional.empty() : own;
        }
        int priority = priority(gateway, home.get().name());
        for (GatewayChassis each : gateway.gatewayChassis()) {
            Optional<Silence> other =
                    silence(world, each.chassisName()).filter(s -> s.phase() == Phase.CLAIMED);
            if (other.isPresent() && each.priority() > priority) {
                return other;
            }
        }
        return Optional.empty();
    }

    /** Who gets a gateway once nobody waits for the chassis that has it; empty if nobody can. */
    public static Optional<Chassis> successor(World world, LogicalRouterPort gateway) {
        return residence(world, gateway, Chassis.of(world), _ -> true)
                .filter(c -> isAlive(world, c.hostname()));
    }

    private static int priority(LogicalRouterPort gateway, String chassis) {
        int priority = 0;
        for (GatewayChassis each : gateway.gatewayChassis()) {
            priority = each.chassisName().equals(chassis) ? each.priority() : priority;
        }
        return priority;
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
            Optional<Chassis> home = residence(world, port, chassis, Silence::isReplaced);
            if (home.isPresent()) {
                bindings.computeIfAbsent(home.get().name(), _ -> new TreeSet<>())
                        .add("cr-" + port.name());
            }
        }
        return SouthboundText.show(chassis, bindings);
    }
}
