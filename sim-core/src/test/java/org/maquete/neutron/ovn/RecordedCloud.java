package org.maquete.neutron.ovn;

import java.util.ArrayList;
import java.util.List;
import org.maquete.hardware.HardwareSubsystem;
import org.maquete.host.HostSubsystem;
import org.maquete.juju.JujuRows;
import org.maquete.kernel.Command;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Model;
import org.maquete.kernel.Origin;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Registry;
import org.maquete.kernel.Settings;
import org.maquete.kernel.Simulation;
import org.maquete.kernel.Subsystem;
import org.maquete.maas.MaasSubsystem;
import org.maquete.neutron.FloatingIpAssociated;
import org.maquete.neutron.FloatingIpCreated;
import org.maquete.neutron.NetworkCreated;
import org.maquete.neutron.NeutronSubsystem;
import org.maquete.neutron.PortCreated;
import org.maquete.neutron.PortPairsSet;
import org.maquete.neutron.RouterCreated;
import org.maquete.neutron.RouterGatewaySet;
import org.maquete.neutron.RouterRoutesSet;
import org.maquete.neutron.SecurityGroupCreated;
import org.maquete.neutron.SecurityGroupRuleCreated;
import org.maquete.neutron.SubnetCreated;
import org.maquete.tool.cliff.OpenstackGrammar;
import org.maquete.world.Sink;
import org.maquete.world.World;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The objects of a recorded topology as rows of a world: every one by the fact that makes it. */
final class RecordedCloud {

    private final JsonNode root;
    private final List<Fact> facts = new ArrayList<>();

    RecordedCloud(String topology) {
        root = JsonMapper.builder().build().readTree(topology);
        root.path("networks").forEach(this::network);
        root.path("subnets").forEach(this::subnet);
        root.path("security_groups").forEach(this::group);
        root.path("ports").forEach(this::port);
        root.path("routers").forEach(this::router);
        root.path("floating_ips").forEach(this::floatingIp);
    }

    /** Nobody's command: something has happened. */
    private record Happened(List<Fact> facts) implements Command {
        @Override
        public Ref subject() {
            return Ref.NONE;
        }

        @Override
        public void encode(Sink sink) {
            sink.number("facts", facts.size());
        }
    }

    /** Neutron, to which things happen that nobody asked for. */
    private static final class Told implements Subsystem {
        @Override
        public String name() {
            return "neutron";
        }

        @Override
        public void declare(Registry registry) {
            new NeutronSubsystem(OpenstackGrammar.bundled()).declare(registry);
            registry.command(
                    Happened.class, (command, _, out) -> command.facts().forEach(out::fact));
        }
    }

    World world() {
        Model model =
                new Model(
                        List.of(
                                new HardwareSubsystem(),
                                new HostSubsystem(),
                                new MaasSubsystem(),
                                new JujuRows(),
                                new Told()));
        Simulation simulation = new Simulation(model, Settings.DEFAULT);
        simulation.submit(new Happened(List.copyOf(facts)), new Origin.Lab("test"));
        return simulation.world();
    }

    DriverOptions options() {
        JsonNode config = root.path("config");
        return new DriverOptions(
                config.path("dhcp_default_lease_time").asInt(),
                config.path("dns_domain").asString(),
                texts(config.path("dns_servers")),
                config.path("enable_distributed_floating_ip").asBoolean());
    }

    List<Chassis> chassis() {
        List<Chassis> all = new ArrayList<>();
        for (JsonNode each : root.path("chassis")) {
            List<String> physnets = new ArrayList<>();
            for (String mapping : text(each, "bridge_mappings").split(",", -1)) {
                physnets.add(mapping.split(":", -1)[0]);
            }
            boolean isGateway = text(each, "cms_options").contains("enable-chassis-as-gw");
            all.add(
                    new Chassis(
                            text(each, "name"),
                            text(each, "hostname"),
                            text(each, "encap_ip"),
                            physnets,
                            isGateway));
        }
        return all;
    }

    JsonNode root() {
        return root;
    }

    static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        node.forEach(each -> texts.add(each.asString()));
        return texts;
    }

    private void network(JsonNode node) {
        facts.add(
                new NetworkCreated(
                        text(node, "id"),
                        "",
                        text(node, "name"),
                        "",
                        node.path("external").asBoolean(),
                        false,
                        text(node, "provider_network_type"),
                        text(node, "provider_physical_network"),
                        node.path("provider_segmentation_id").asInt(0),
                        node.path("mtu").asInt()));
    }

    private void subnet(JsonNode node) {
        facts.add(
                new SubnetCreated(
                        text(node, "id"),
                        "",
                        text(node, "network_id"),
                        text(node, "name"),
                        "",
                        text(node, "cidr"),
                        text(node, "gateway_ip"),
                        node.path("enable_dhcp").asBoolean(),
                        List.of(),
                        texts(node.path("dns_nameservers"))));
    }

    private void group(JsonNode node) {
        String group = text(node, "id");
        boolean stateful = node.path("stateful").asBoolean(true);
        facts.add(new SecurityGroupCreated(group, "", text(node, "name"), "", stateful));
        for (JsonNode rule : node.path("rules")) {
            facts.add(
                    new SecurityGroupRuleCreated(
                            text(rule, "id"),
                            "",
                            group,
                            text(rule, "direction"),
                            text(rule, "ethertype"),
                            text(rule, "protocol"),
                            rule.path("port_range_min").asInt(-1),
                            rule.path("port_range_max").asInt(-1),
                            text(rule, "remote_ip_prefix"),
                            text(rule, "remote_group_id"),
                            ""));
        }
    }

    private void port(JsonNode node) {
        JsonNode address = node.path("fixed_ips").path(0);
        facts.add(
                new PortCreated(
                        text(node, "id"),
                        "",
                        text(node, "network_id"),
                        text(node, "name"),
                        text(node, "mac_address"),
                        text(node, "device_id"),
                        text(node, "device_owner"),
                        text(address, "subnet_id"),
                        text(address, "ip_address"),
                        texts(node.path("security_groups")),
                        text(node, "host")));
        List<String> pairs = new ArrayList<>();
        for (JsonNode each : node.path("allowed_address_pairs")) {
            String mac = text(each, "mac_address");
            String own = mac.isEmpty() ? text(node, "mac_address") : mac;
            pairs.add(own + " " + text(each, "ip_address"));
        }
        if (!pairs.isEmpty()) {
            facts.add(new PortPairsSet(text(node, "id"), pairs));
        }
    }

    private void router(JsonNode node) {
        String router = text(node, "id");
        facts.add(new RouterCreated(router, "", text(node, "name"), ""));
        for (JsonNode each : node.path("interfaces")) {
            facts.add(routerPort(each, router, "network:router_interface"));
        }
        List<String> routes = new ArrayList<>();
        for (JsonNode each : node.path("routes")) {
            routes.add(text(each, "destination") + " " + text(each, "nexthop"));
        }
        if (!routes.isEmpty()) {
            facts.add(new RouterRoutesSet(router, routes));
        }
        JsonNode gateway = node.path("external_gateway");
        if (!gateway.isMissingNode()) {
            facts.add(routerPort(gateway, router, "network:router_gateway"));
            facts.add(new RouterGatewaySet(router, text(gateway, "network_id")));
        }
    }

    private static Fact routerPort(JsonNode node, String router, String owner) {
        JsonNode address = node.path("fixed_ips").path(0);
        return new PortCreated(
                text(node, "port_id"),
                "",
                text(node, "network_id"),
                "",
                text(node, "mac_address"),
                router,
                owner,
                text(address, "subnet_id"),
                text(address, "ip_address"),
                List.of(),
                "");
    }

    private void floatingIp(JsonNode node) {
        String uuid = text(node, "id");
        String address = text(node, "floating_ip_address");
        facts.add(new FloatingIpCreated(uuid, "", text(node, "floating_network_id"), address));
        facts.add(
                new FloatingIpAssociated(
                        uuid,
                        address,
                        text(node, "port_id"),
                        text(node, "fixed_ip_address"),
                        text(node, "router_id")));
    }
}
