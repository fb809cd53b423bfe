package org.maquete.neutron.ovn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maquete.kernel.Draws;
import org.maquete.neutron.Network;
import org.maquete.neutron.Port;
import org.maquete.ovn.nb.GatewayChassis;

/**
 * Neutron's OVNGatewayLeastLoadedScheduler: which chassis may have a gateway, in which order.
 *
 * <p>A chassis' load is the list of (priority, number of gateways with it), highest priority first;
 * lists are compared as Python compares lists of tuples. So whoever has fewest gateways of the
 * highest priority comes first, and a chassis with none before all. Equal loads are put in the
 * order of a draw for gateway and chassis: the real order is that of a Python set of names, which
 * differs from one start of neutron-server to the next.
 */
final class GatewayScheduler {

    static final int CHASSIS_MAX =
            5; // <chassis>: neutron yoga, common/ovn/constants MAX_GW_CHASSIS
    static final String NONE = "neutron-ovn-invalid-chassis"; // <name>: as above

    private final List<Chassis> chassis;
    private final Map<String, int[]> loads = new LinkedHashMap<>();
    private final Map<String, List<String>> chosen = new LinkedHashMap<>();

    GatewayScheduler(List<Chassis> chassis) {
        this.chassis = chassis;
        chassis.forEach(each -> loads.put(each.name(), new int[CHASSIS_MAX + 1]));
    }

    /** Schedules all gateways in order of creation. */
    void schedule(NeutronObjects objects) {
        for (Port port : objects.ports()) {
            if (port.deviceOwner().equals(NeutronObjects.GATEWAY)) {
                schedule(port, objects.network(port.network()));
            }
        }
    }

    private void schedule(Port port, Network network) {
        List<String> names = candidates(network);
        names.sort(
                Comparator.comparing(this::load, GatewayScheduler::compare)
                        .thenComparingLong(name -> luck(port, name))
                        .thenComparing(Comparator.naturalOrder()));
        List<String> first = names.subList(0, Math.min(CHASSIS_MAX, names.size()));
        for (int i = 0; i < first.size(); i++) {
            load(first.get(i))[first.size() - i]++;
        }
        chosen.put(port.uuid(), first.isEmpty() ? List.of(NONE) : List.copyOf(first));
    }

    private static long luck(Port port, String chassis) {
        return Draws.of(0, "neutron.ovn", port.uuid(), chassis, 0).bits();
    }

    private int[] load(String name) {
        return loads.getOrDefault(name, new int[CHASSIS_MAX + 1]);
    }

    /** Chassis with the physical network that want gateways, else with it, else that want them. */
    private List<String> candidates(Network network) {
        boolean isPhysical = network.type().equals("flat") || network.type().equals("vlan");
        List<String> both = new ArrayList<>();
        List<String> mapped = new ArrayList<>();
        List<String> willing = new ArrayList<>();
        for (Chassis each : chassis) {
            boolean hasNetwork = isPhysical && each.physnets().contains(network.physnet());
            if (hasNetwork && each.isGateway()) {
                both.add(each.name());
            } else if (hasNetwork) {
                mapped.add(each.name());
            }
            if (each.isGateway()) {
                willing.add(each.name());
            }
        }
        return !both.isEmpty() ? both : !mapped.isEmpty() ? mapped : willing;
    }

    /**
     * Compares [(priority, count), ...], highest priority first, priorities without any left out.
     */
    private static int compare(int[] one, int[] other) {
        int[] left = pairs(one);
        int[] right = pairs(other);
        return Arrays.compare(left, right);
    }

    private static int[] pairs(int[] load) {
        int[] pairs = new int[2 * CHASSIS_MAX];
        int size = 0;
        for (int priority = CHASSIS_MAX; priority > 0; priority--) {
            if (load[priority] > 0) {
                pairs[size++] = priority;
                pairs[size++] = load[priority];
            }
        }
        return Arrays.copyOf(pairs, size);
    }

    /** Where a gateway may live, the best first. */
    List<GatewayChassis> rows(Port gateway) {
        List<String> names = chosen.getOrDefault(gateway.uuid(), List.of(NONE));
        List<GatewayChassis> rows = new ArrayList<>(names.size());
        String port = "lrp-" + gateway.uuid();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            rows.add(new GatewayChassis(port + "_" + name, name, names.size() - i));
        }
        return rows;
    }
}
