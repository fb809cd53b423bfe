package org.maquete.neutron;

import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Refusal;
import org.maquete.keystone.client.OneByOne;
import org.maquete.world.Table;
import org.maquete.world.World;

/** Decides about deleting: what is in use stays. */
final class DeleteHandler {

    private DeleteHandler() {}

    static void delete(DeleteNetworkObjects command, World world, Outcome out) {
        String kind = command.kind();
        OneByOne.each(
                command.uuids(),
                out,
                uuid -> {
                    Optional<Refusal> refusal =
                            table(kind, world).has(uuid)
                                    ? inUse(kind, uuid, world)
                                    : Optional.of(missing(kind, uuid));
                    if (refusal.isEmpty()) {
                        along(kind, uuid, world, out);
                        out.fact(new NetworkObjectDeleted(kind, uuid));
                    }
                    return refusal;
                });
    }

    private static Table<?> table(String kind, World world) {
        return switch (kind) {
            case Kinds.NETWORK -> world.table(NeutronTables.NETWORKS);
            case Kinds.SUBNET -> world.table(NeutronTables.SUBNETS);
            case Kinds.ROUTER -> world.table(NeutronTables.ROUTERS);
            case Kinds.PORT -> world.table(NeutronTables.PORTS);
            case Kinds.FLOATING_IP -> world.table(NeutronTables.FLOATING_IPS);
            case Kinds.GROUP -> world.table(NeutronTables.GROUPS);
            case Kinds.RULE -> world.table(NeutronTables.RULES);
            default -> throw new IllegalArgumentException("expected a kind, found " + kind);
        };
    }

    /** The client has not found it either, and prints words of its own. */
    private static Refusal missing(String kind, String uuid) {
        return Refusal.missing("404", kind + " " + uuid + " could not be found", kind, uuid);
    }

    /** What goes with it. */
    private static void along(String kind, String uuid, World world, Outcome out) {
        switch (kind) {
            case Kinds.NETWORK -> {
                metadata(uuid, world)
                        .forEach(p -> out.fact(new NetworkObjectDeleted(Kinds.PORT, p.uuid())));
                NeutronView.subnets(world, uuid)
                        .forEach(s -> out.fact(new NetworkObjectDeleted(Kinds.SUBNET, s.uuid())));
            }
            case Kinds.SUBNET -> {
                String network = world.table(NeutronTables.SUBNETS).get(uuid).network();
                metadata(network, world).stream()
                        .filter(p -> p.subnet().equals(uuid))
                        .forEach(p -> out.fact(new NetworkObjectDeleted(Kinds.PORT, p.uuid())));
            }
            case Kinds.ROUTER ->
                    RouterHandler.dropGateway(
                            world.table(NeutronTables.ROUTERS).get(uuid), world, out);
            case Kinds.PORT ->
                    NeutronView.floatingIpsOf(world, uuid)
                            .forEach(f ->
                                    out.fact(
                                            new FloatingIpAssociated(
                                                    f.uuid(), f.address(), "", "", "")));
            case Kinds.GROUP ->
                    NeutronView.rules(world, uuid)
                            .forEach(r -> out.fact(new NetworkObjectDeleted(Kinds.RULE, r.uuid())));
            default -> {
                // a floating address or a rule goes alone
            }
        }
    }

    private static List<Port> metadata(String network, World world) {
        return NeutronView.portsOf(world, "ovnmeta-" + network);
    }

    private static Optional<Refusal> inUse(String kind, String uuid, World world) {
        return switch (kind) {
            case Kinds.NETWORK -> network(uuid, world);
            case Kinds.SUBNET -> subnet(uuid, world);
            case Kinds.ROUTER -> router(uuid, world);
            case Kinds.GROUP -> group(uuid, world);
            default -> Optional.empty();
        };
    }

    private static Optional<Refusal> network(String uuid, World world) {
        List<String> ports =
                NeutronView.ports(world).stream()
                        .filter(p -> p.network().equals(uuid))
                        .filter(p -> !p.deviceOwner().equals("network:distributed"))
                        .map(Port::uuid)
                        .toList();
        return ports.isEmpty()
                ? Optional.empty()
                : conflict(
                        "Unable to complete operation on network "
                                + uuid
                                + ". There are one or more ports still in use on the network, id"
                                + " for these ports is: "
                                + String.join(",", ports)
                                + ".");
    }

    private static Optional<Refusal> subnet(String uuid, World world) {
        boolean used =
                NeutronView.ports(world).stream()
                        .filter(p -> !p.deviceOwner().equals("network:distributed"))
                        .anyMatch(p -> p.subnet().equals(uuid));
        return used
                ? conflict(
                        "Unable to complete operation on subnet "
                                + uuid
                                + ": One or more ports have an IP allocation from this subnet.")
                : Optional.empty();
    }

    private static Optional<Refusal> router(String uuid, World world) {
        List<String> ports =
                NeutronView.portsOf(world, uuid).stream()
                        .filter(p -> p.deviceOwner().equals(RouterHandler.INTERFACE))
                        .map(Port::uuid)
                        .toList();
        return ports.isEmpty()
                ? Optional.empty()
                : conflict(
                        "Router " + uuid + " has ports still attached: " + String.join(",", ports));
    }

    private static Optional<Refusal> group(String uuid, World world) {
        boolean used = NeutronView.ports(world).stream().anyMatch(p -> p.groups().contains(uuid));
        return used ? conflict("Security Group " + uuid + " in use.") : Optional.empty();
    }

    private static Optional<Refusal> conflict(String message) {
        return Optional.of(Refusal.of("409", message));
    }
}
