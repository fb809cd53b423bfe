package org.maquete.neutron;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Refusal;
import org.maquete.neutron.Ipv4.Cidr;
import org.maquete.neutron.Ipv4.Range;
import org.maquete.world.World;

/** Decides about subnets. */
final class SubnetHandler {

    private SubnetHandler() {}

    static void create(CreateSubnet command, World world, Outcome out) {
        Optional<Refusal> refusal = check(command, world);
        if (refusal.isPresent()) {
            out.refuse(refusal.get());
            return;
        }
        Groups.ensureDefault(command.project(), world, out);
        Cidr cidr = Cidr.of(command.cidr());
        String gateway = gateway(command, cidr);
        List<String> pools = command.pools().isEmpty() ? pools(cidr, gateway) : command.pools();
        String uuid = Ids.uuid(world, NeutronTables.SUBNETS, command.name(), out);
        SubnetCreated fact =
                new SubnetCreated(
                        uuid,
                        command.project(),
                        command.network(),
                        command.name(),
                        command.description(),
                        cidr.toString(),
                        gateway,
                        command.dhcp(),
                        pools,
                        command.nameservers());
        out.fact(fact);
        metadata(fact, world, out);
        out.answer(Answer.of(uuid));
    }

    /** The metadata port of a network takes the first free address of its first DHCP subnet. */
    private static void metadata(SubnetCreated fact, World world, Outcome out) {
        String device = "ovnmeta-" + fact.network();
        if (!fact.dhcp() || !NeutronView.portsOf(world, device).isEmpty()) {
            return;
        }
        String port = Ids.uuid(world, NeutronTables.PORTS, device, out);
        long first = Range.of(fact.pools().getFirst()).first();
        out.fact(
                new PortCreated(
                        port,
                        fact.project(),
                        fact.network(),
                        "",
                        Ids.mac(port, out),
                        device,
                        "network:distributed",
                        fact.uuid(),
                        Ipv4.text(first),
                        List.of(),
                        ""));
    }

    private static String gateway(CreateSubnet command, Cidr cidr) {
        return switch (command.gateway()) {
            case "none" -> "";
            case "" -> Ipv4.text(cidr.hosts().first());
            default -> command.gateway();
        };
    }

    /** All addresses of hosts but the gateway. */
    private static List<String> pools(Cidr cidr, String gateway) {
        Range hosts = cidr.hosts();
        if (gateway.isEmpty() || !hosts.contains(Ipv4.of(gateway))) {
            return List.of(hosts.toString());
        }
        long at = Ipv4.of(gateway);
        List<String> pools = new ArrayList<>();
        if (at > hosts.first()) {
            pools.add(new Range(hosts.first(), at - 1).toString());
        }
        if (at < hosts.last()) {
            pools.add(new Range(at + 1, hosts.last()).toString());
        }
        return pools;
    }

    private static Optional<Refusal> check(CreateSubnet command, World world) {
        if (command.cidr().isEmpty()) {
            return refusal(
                    "400",
                    "Bad subnets request: a subnetpool must be specified in the absence of a"
                            + " cidr.");
        }
        Optional<Cidr> cidr = Cidr.parse(command.cidr());
        if (cidr.isEmpty()) {
            return NetworkHandler.invalid(command.cidr() + " is not in a CIDR format");
        }
        String gateway = command.gateway();
        boolean named = !gateway.isEmpty() && !gateway.equals("none");
        if (named && Ipv4.parse(gateway).isEmpty()) {
            return refusal(
                    "400",
                    "Invalid input for gateway_ip. Reason: '%s' is not a valid IP address."
                            .formatted(gateway));
        }
        Optional<Refusal> pools = pools(command, cidr.get());
        if (pools.isPresent()) {
            return pools;
        }
        for (Subnet other : NeutronView.subnets(world, command.network())) {
            if (Cidr.of(other.cidr()).range().overlaps(cidr.get().range())) {
                return NetworkHandler.invalid(
                        "Requested subnet with cidr: "
                                + cidr.get()
                                + " for network: "
                                + command.network()
                                + " overlaps with another subnet");
            }
        }
        return Quotas.exceeded(world, Quotas.Resource.SUBNET, command.project());
    }

    private static Optional<Refusal> pools(CreateSubnet command, Cidr cidr) {
        List<Range> pools = new ArrayList<>();
        for (String text : command.pools()) {
            int dash = text.indexOf('-');
            Optional<Long> first = Ipv4.parse(text.substring(0, dash));
            Optional<Long> last = Ipv4.parse(text.substring(dash + 1));
            if (first.isEmpty() || last.isEmpty() || first.get() > last.get()) {
                return refusal(
                        "400",
                        "The allocation pool {'start': '%s', 'end': '%s'} is not valid."
                                .formatted(text.substring(0, dash), text.substring(dash + 1)));
            }
            Range pool = new Range(first.get(), last.get());
            if (!pool.isWithin(cidr.hosts())) {
                return refusal(
                        "400",
                        "The allocation pool %s spans beyond the subnet cidr %s."
                                .formatted(pool, cidr));
            }
            for (Range other : pools) {
                if (other.overlaps(pool)) {
                    return refusal(
                            "409",
                            "Found overlapping allocation pools: %s %s for subnet %s."
                                    .formatted(other, pool, cidr));
                }
            }
            pools.add(pool);
        }
        return gatewayInPool(gateway(command, cidr), pools);
    }

    private static Optional<Refusal> gatewayInPool(String gateway, List<Range> pools) {
        for (Range pool : pools) {
            if (!gateway.isEmpty() && pool.contains(Ipv4.of(gateway))) {
                return refusal(
                        "409",
                        "Gateway ip %s conflicts with allocation pool %s."
                                .formatted(gateway, pool));
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refusal(String code, String message) {
        return Optional.of(Refusal.of(code, message));
    }
}
