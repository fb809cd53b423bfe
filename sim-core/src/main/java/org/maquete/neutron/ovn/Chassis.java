package org.maquete.neutron.ovn;

import java.util.ArrayList;
import java.util.List;
import org.maquete.juju.Application;
import org.maquete.juju.JujuView;
import org.maquete.juju.Unit;
import org.maquete.maas.MaasView;
import org.maquete.world.World;

/**
 * A host whose ovn-controller has registered in the southbound database.
 *
 * @param name what rows call it: the charm sets {@code system-id} to the host's name
 * @param hostname what Nova and {@code requested-chassis} call it
 * @param encapIp where tunnels to it end: the address of its machine
 * @param physnets the physical networks of its {@code ovn-bridge-mappings}
 * @param isGateway whether its {@code ovn-cms-options} say {@code enable-chassis-as-gw}
 */
public record Chassis(
        String name, String hostname, String encapIp, List<String> physnets, boolean isGateway) {

    private static final String CHARM = "ovn-chassis";

    public Chassis {
        physnets = List.copyOf(physnets);
    }

    /** Those of a world, in order of units; one whose host is dead stays, as its row does. */
    public static List<Chassis> of(World world) {
        List<Chassis> all = new ArrayList<>();
        for (Unit unit : JujuView.unitsOfCharm(world, CHARM)) {
            String host = JujuView.hostOf(world, unit);
            if (host.isEmpty() || !isRegistered(unit)) {
                continue;
            }
            JujuView.application(world, unit.model(), unit.application())
                    .ifPresent(application -> all.add(of(host, application, world)));
        }
        return all;
    }

    /** A charm looks at its services last: one that misses them was complete, and its row stays. */
    private static boolean isRegistered(Unit unit) {
        return unit.workload().current().equals("active")
                || unit.workload().message().startsWith("Services not running that should be");
    }

    private static Chassis of(String host, Application application, World world) {
        List<String> physnets = new ArrayList<>();
        String mappings = JujuView.config(world, application, "ovn-bridge-mappings");
        for (String mapping : mappings.strip().split("[\\s,]+", -1)) {
            int colon = mapping.indexOf(':');
            if (colon > 0) {
                physnets.add(mapping.substring(0, colon));
            }
        }
        String prefers = JujuView.config(world, application, "prefer-chassis-as-gw");
        String address = MaasView.addressOf(world, host);
        return new Chassis(host, host, address, physnets, prefers.equalsIgnoreCase("true"));
    }
}
