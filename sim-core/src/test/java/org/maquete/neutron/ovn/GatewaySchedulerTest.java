package org.maquete.neutron.ovn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.maquete.neutron.Port;
import org.maquete.ovn.nb.GatewayChassis;

/** Where gateways may live: compared with the rules of Neutron's scheduler, luck left open. */
final class GatewaySchedulerTest {

    private static final List<String> PHYSNET = List.of("physnet1");

    /** Routers with a gateway each in one flat network. */
    private static NeutronObjects routers(int count) {
        StringBuilder routers = new StringBuilder();
        for (int i = 0; i < count; i++) {
            routers.append(i == 0 ? "" : ",")
                    .append("{'id': 'r%s', 'external_gateway': {'port_id': 'p%s',".formatted(i, i))
                    .append(" 'network_id': 'ext', 'fixed_ips': []}}");
        }
        String topology =
                "{'networks': [{'id': 'ext', 'provider_network_type': 'flat',"
                        + " 'provider_physical_network': 'physnet1'}], 'routers': ["
                        + routers
                        + "]}";
        return NeutronObjects.of(new RecordedCloud(topology.replace('\'', '"')).world());
    }

    private static Chassis chassis(int number, List<String> physnets, boolean isGateway) {
        String name = "server" + number;
        return new Chassis(name, name, "172.16.0." + number, physnets, isGateway);
    }

    private static List<List<String>> schedule(int routers, List<Chassis> chassis) {
        NeutronObjects objects = routers(routers);
        GatewayScheduler scheduler = new GatewayScheduler(chassis);
        scheduler.schedule(objects);
        List<List<String>> all = new ArrayList<>();
        for (Port port : objects.ports()) {
            if (port.deviceOwner().equals(NeutronObjects.GATEWAY)) {
                all.add(scheduler.rows(port).stream().map(GatewayChassis::chassisName).toList());
            }
        }
        return all;
    }

    @Test
    void spreadsTheFirstPlacesEvenly() {
        List<Chassis> three =
                List.of(
                        chassis(3, PHYSNET, false),
                        chassis(4, PHYSNET, false),
                        chassis(5, PHYSNET, false));
        Map<String, Integer> firsts = new TreeMap<>();

        schedule(9, three).forEach(names -> firsts.merge(names.getFirst(), 1, Integer::sum));

        assertThat(firsts).isEqualTo(Map.of("server3", 3, "server4", 3, "server5", 3));
    }

    @Test
    void takesAtMostFiveWithFallingPriorities() {
        List<Chassis> seven = new ArrayList<>();
        for (int i = 1; i <= 7; i++) {
            seven.add(chassis(i, PHYSNET, false));
        }
        NeutronObjects objects = routers(1);
        GatewayScheduler scheduler = new GatewayScheduler(seven);
        scheduler.schedule(objects);
        Port gateway = objects.portsOfRouter("r0").getFirst();

        List<GatewayChassis> rows = scheduler.rows(gateway);

        assertThat(rows).extracting(GatewayChassis::priority).containsExactly(5, 4, 3, 2, 1);
        assertThat(rows.getFirst().name()).isEqualTo("lrp-p0_" + rows.getFirst().chassisName());
    }

    @Test
    void prefersChassisThatWantGateways() {
        List<Chassis> mixed =
                List.of(
                        chassis(3, PHYSNET, false),
                        chassis(4, PHYSNET, true),
                        chassis(5, List.of(), true));

        assertThat(schedule(1, mixed)).containsExactly(List.of("server4"));
    }

    @Test
    void takesChassisWithThePhysicalNetworkWhenNoneOfThemWantsGateways() {
        List<Chassis> mixed = List.of(chassis(3, PHYSNET, false), chassis(5, List.of(), true));

        assertThat(schedule(1, mixed)).containsExactly(List.of("server3"));
    }

    @Test
    void takesChassisThatWantGatewaysWhenNoneHasThePhysicalNetwork() {
        List<Chassis> mixed = List.of(chassis(3, List.of(), false), chassis(5, List.of(), true));

        assertThat(schedule(1, mixed)).containsExactly(List.of("server5"));
    }

    @Test
    void leavesAGatewayWithoutAPlaceWhenThereIsNoCandidate() {
        List<Chassis> none = List.of(chassis(3, List.of(), false));

        assertThat(schedule(1, none)).containsExactly(List.of("neutron-ovn-invalid-chassis"));
    }
}
