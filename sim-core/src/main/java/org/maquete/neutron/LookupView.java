package org.maquete.neutron;

import org.maquete.keystone.client.Deleting;
import org.maquete.keystone.client.Found;
import org.maquete.keystone.client.HttpError;
import org.maquete.keystone.client.Line;
import org.maquete.keystone.client.Showing;
import org.maquete.world.World;

/** How the client finds Neutron's objects by name or id. */
public final class LookupView {

    private static final Found.Names<Network> NETWORKS =
            new Found.Names<>(Kinds.NETWORK, Network::uuid, Network::name);
    private static final Found.Names<Subnet> SUBNETS =
            new Found.Names<>(Kinds.SUBNET, Subnet::uuid, Subnet::name);
    private static final Found.Names<Router> ROUTERS =
            new Found.Names<>(Kinds.ROUTER, Router::uuid, Router::name);
    private static final Found.Names<Port> PORTS =
            new Found.Names<>(Kinds.PORT, Port::uuid, Port::name);
    private static final Found.Names<FloatingIp> FLOATING_IPS =
            new Found.Names<>(Kinds.FLOATING_IP, FloatingIp::uuid, FloatingIp::address);
    private static final Found.Names<SecurityGroup> GROUPS =
            new Found.Names<>(Kinds.GROUP, SecurityGroup::uuid, SecurityGroup::name);

    /** What the commands that also know nova-network put before what went wrong. */
    static final String EXECUTING = "Error while executing command: ";

    private LookupView() {}

    /** A network. */
    public static Found<Network> network(String wanted, Line line, World world) {
        var rows =
                NeutronView.networks(world).stream()
                        .filter(n -> isSeen(n.project(), line) || n.shared() || n.external())
                        .toList();
        return Found.among(rows, NETWORKS, wanted, new Found.Sdk("Network"));
    }

    /** A subnet. */
    public static Found<Subnet> subnet(String wanted, Line line, World world) {
        var rows = NeutronView.subnets(world);
        return Found.among(rows, SUBNETS, wanted, new Found.Sdk("Subnet"));
    }

    /** A router. */
    public static Found<Router> router(String wanted, Line line, World world) {
        var rows =
                NeutronView.routers(world).stream().filter(r -> isSeen(r.project(), line)).toList();
        return Found.among(rows, ROUTERS, wanted, new Found.Sdk("Router"));
    }

    /** A port. */
    public static Found<Port> port(String wanted, Line line, World world) {
        var rows =
                NeutronView.ports(world).stream().filter(p -> isSeen(p.project(), line)).toList();
        return Found.among(rows, PORTS, wanted, new Found.Sdk("Port"));
    }

    /** A floating address. */
    public static Found<FloatingIp> floatingIp(String wanted, Line line, World world) {
        var rows =
                NeutronView.floatingIps(world).stream()
                        .filter(f -> isSeen(f.project(), line))
                        .toList();
        return Found.among(rows, FLOATING_IPS, wanted, new Found.Sdk("FloatingIP"));
    }

    /** A security group. */
    public static Found<SecurityGroup> group(String wanted, Line line, World world) {
        var rows =
                NeutronView.groups(world).stream().filter(g -> isSeen(g.project(), line)).toList();
        return Found.among(rows, GROUPS, wanted, new Found.Sdk("SecurityGroup"));
    }

    private static boolean isSeen(String project, Line line) {
        return line.cloud().admin() || project.equals(line.cloud().project());
    }

    /** Refusals in openstacksdk's form, for requests to a path of Neutron. */
    static Showing.Form sdk(String path) {
        return (refusal, line) ->
                HttpError.sdk(refusal, line.cloud().url("network") + "/v2.0/" + path);
    }

    /** The same for a deletion. */
    static Deleting.Form deleting(String path) {
        return Deleting.Form.sdk("network", "/v2.0/" + path);
    }

    /** Refusals below the commands that also know nova-network. */
    static Showing.Form both() {
        return (refusal, line) -> HttpError.networkAndCompute(refusal);
    }
}
