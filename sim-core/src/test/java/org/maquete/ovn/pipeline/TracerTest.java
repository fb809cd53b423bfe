package org.maquete.ovn.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.maquete.ovn.nb.LogicalSwitchPort;
import org.maquete.ovn.nb.Northbound;
import org.maquete.ovn.nb.NorthboundReader;
import org.maquete.ovn.nb.PortGroup;

/** What becomes of packets, and what a change costs. */
final class TracerTest {

    private static final Path LAB = Path.of("src/test/resources/vectors/ovn/nb/t1-lab.json");
    private static final String CLIENT = "da884160-8131-58df-8027-f9b1ceeba12d";
    private static final String LB = "2982e5cd-b4a6-57ae-949f-4b515bea6ab5";
    private static final String DB = "56168d54-8f52-5c72-8c21-684241fd0229";

    private static Northbound lab() throws IOException {
        return NorthboundReader.read(Files.readString(LAB));
    }

    private static Packet toDatabase() {
        return new Packet(
                new TreeMap<>(
                        Map.of(
                                "type", "ip4",
                                "eth_src", "fa:16:3e:0e:93:2c",
                                "eth_dst", "fa:16:3e:19:de:1f",
                                "ip_src", "192.169.0.12",
                                "ip_dst", "192.169.0.14",
                                "proto", "tcp",
                                "sport", "40000",
                                "dport", "8080")));
    }

    /** The rows with one port less in every group but the one that drops. */
    private static Northbound without(Northbound rows, String port) {
        List<PortGroup> groups = new ArrayList<>();
        for (PortGroup each : rows.portGroups()) {
            List<String> ports = new ArrayList<>(each.ports());
            if (!each.name().equals("neutron_pg_drop")) {
                ports.remove(port);
            }
            groups.add(new PortGroup(each.name(), ports, each.acls(), each.externalIds()));
        }
        return new Northbound(
                rows.switches(),
                rows.switchPorts(),
                rows.routers(),
                rows.routerPorts(),
                groups,
                rows.addressSets(),
                rows.loadBalancers());
    }

    @Test
    void dropsWhatAnotherGroupMayOnceTheSenderHasLeftIt() throws IOException {
        Tracer tracer = new Tracer(lab(), List.of());

        Verdict before = tracer.trace(LB, toDatabase());
        tracer.update(without(lab(), LB), List.of());
        Verdict after = tracer.trace(LB, toDatabase());

        assertThat(before.kind()).isEqualTo(Verdict.Kind.DELIVER);
        assertThat(after.kind()).isEqualTo(Verdict.Kind.DROP);
    }

    @Test
    void makesNothingAgainOfEqualRows() throws IOException {
        Tracer tracer = new Tracer(lab(), List.of());
        int made = tracer.madeCount();

        tracer.update(lab(), List.of());

        assertThat(tracer.madeCount()).isEqualTo(made);
    }

    @Test
    void makesAgainOnlyTheSwitchOfAPortThatChanges() throws IOException {
        Northbound rows = lab();
        Tracer tracer = new Tracer(rows, List.of());
        int made = tracer.madeCount();

        List<LogicalSwitchPort> ports = new ArrayList<>();
        for (LogicalSwitchPort each : rows.switchPorts()) {
            ports.add(each.name().equals(DB) ? down(each) : each);
        }
        tracer.update(
                new Northbound(
                        rows.switches(),
                        ports,
                        rows.routers(),
                        rows.routerPorts(),
                        rows.portGroups(),
                        rows.addressSets(),
                        rows.loadBalancers()),
                List.of());

        assertThat(tracer.madeCount()).isEqualTo(made + 1);
    }

    private static LogicalSwitchPort down(LogicalSwitchPort row) {
        return new LogicalSwitchPort(
                row.name(),
                row.type(),
                row.addresses(),
                row.portSecurity(),
                row.tag(),
                false,
                row.dhcpv4(),
                row.options(),
                row.externalIds());
    }

    @Test
    void answersAsAFreshCompilationAfterEachChange() throws IOException {
        Tracer kept = new Tracer(lab(), List.of());

        for (String port : List.of(LB, CLIENT, DB)) {
            Northbound rows = without(lab(), port);
            kept.update(rows, List.of());

            assertThat(kept.trace(LB, toDatabase()))
                    .isEqualTo(new Tracer(rows, List.of()).trace(LB, toDatabase()));
        }
    }

    @Test
    void namesAPortThatIsNotThere() throws IOException {
        Tracer tracer = new Tracer(lab(), List.of());

        assertThatThrownBy(() -> tracer.trace("nobody", toDatabase()))
                .hasMessageContaining("expected the name of a switch's port, found \"nobody\"");
    }

    @Test
    void saysThatAMatchIsNotModelled() {
        Match match = MatchParser.parse("ip && tcp.flags == 2", name -> 0);

        assertThat(match).isEqualTo(new Match.NotModelled("ip && tcp.flags == 2"));
    }

    @Test
    void neverMeetsAMatchThatOvnRefuses() {
        List<String> refused =
                List.of("ip.ttl > 1", "ip4 && !tcp", "!(tcp && tcp.dst == 80)", "ip.proto != 6");
        List<String> met =
                List.of("ip.ttl == 64", "!eth.mcast", "tcp.dst != 80", "!(tcp.dst == 80)");

        assertThat(refused)
                .allSatisfy(text ->
                        assertThat(MatchParser.parse(text, _ -> 0)).isEqualTo(Match.Const.FALSE));
        assertThat(met)
                .allSatisfy(text ->
                        assertThat(MatchParser.parse(text, _ -> 0))
                                .isNotInstanceOf(Match.Const.class)
                                .isNotInstanceOf(Match.NotModelled.class));
    }

    @Test
    void writesAddressesAsTheyAreRead() {
        assertThat(List.of("192.169.0.1", "fd00:2::1", "::", "fe80::f816:3eff:feaa:5e04", "1::"))
                .allMatch(text -> Ip.parse(text).toString().equals(text));
    }
}
