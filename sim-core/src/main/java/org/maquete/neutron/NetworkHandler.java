package org.maquete.neutron;

import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.world.World;

/** Decides about networks. */
final class NetworkHandler {

    // 1001..2000, VNI: charm-neutron-api stable/yoga, templates/yoga/ml2_conf.ini vni_ranges
    private static final int VNI_FIRST = 1001;
    private static final int VNI_LAST = 2000;
    // 1442, bytes: 1500 - 20 - max_header_size 38 of charm-neutron-api-plugin-ovn stable/yoga
    private static final int MTU_GENEVE = 1442;
    // 1500, bytes: charm-neutron-api stable/yoga, option global-physnet-mtu
    private static final int MTU_FLAT = 1500;

    private NetworkHandler() {}

    static void create(CreateNetwork command, World world, Outcome out) {
        Optional<Refusal> refusal = check(command, world);
        if (refusal.isPresent()) {
            out.refuse(refusal.get());
            return;
        }
        Groups.ensureDefault(command.project(), world, out);
        boolean tenant = command.type().isEmpty() || command.type().equals("geneve");
        String uuid = Ids.uuid(world, NeutronTables.NETWORKS, command.name(), out);
        int segment = command.segment() > 0 || !tenant ? command.segment() : vni(uuid, world, out);
        int mtu = command.mtu() > 0 ? command.mtu() : tenant ? MTU_GENEVE : MTU_FLAT;
        out.fact(
                new NetworkCreated(
                        uuid,
                        command.project(),
                        command.name(),
                        command.description(),
                        command.external(),
                        command.shared(),
                        tenant ? "geneve" : command.type(),
                        command.physnet(),
                        segment,
                        mtu));
        out.answer(Answer.of(uuid));
    }

    private static int vni(String uuid, World world, Outcome out) {
        for (int attempt = 0; attempt < VNI_LAST - VNI_FIRST; attempt++) {
            int vni = (int) out.draws(uuid, "vni", attempt).between(VNI_FIRST, VNI_LAST);
            if (NeutronView.networks(world).stream().noneMatch(n -> n.segment() == vni)) {
                return vni;
            }
        }
        throw new IllegalStateException("expected a free VNI in " + VNI_FIRST + ".." + VNI_LAST);
    }

    private static Optional<Refusal> check(CreateNetwork command, World world) {
        Optional<Refusal> physical =
                switch (command.type()) {
                    case "" ->
                            command.physnet().isEmpty()
                                    ? Optional.empty()
                                    : invalid("network_type required");
                    case "flat" -> flat(command, world);
                    case "vlan" -> vlan(command, world);
                    case "geneve", "gre", "vxlan" -> Optional.empty();
                    default -> invalid("network_type value '" + command.type() + "' not supported");
                };
        if (physical.isPresent()) {
            return physical;
        }
        return Quotas.exceeded(world, Quotas.Resource.NETWORK, command.project());
    }

    private static Optional<Refusal> flat(CreateNetwork command, World world) {
        String physnet = command.physnet();
        List<String> allowed =
                List.of(
                        NeutronView.option(world, "flat-network-providers")
                                .trim()
                                .split("[\\s,]+"));
        if (physnet.isEmpty()) {
            return invalid("physical_network required for flat provider network");
        }
        if (allowed.equals(List.of(""))) {
            return invalid("Flat provider networks are disabled")
                    .map(r -> r.missing(new Ref("option", "neutron-api flat-network-providers")));
        }
        if (!allowed.contains(physnet) && !allowed.contains("*")) {
            return invalid("physical_network '" + physnet + "' unknown for flat provider network");
        }
        if (command.segment() > 0) {
            return invalid("segmentation_id prohibited for flat provider network");
        }
        boolean inUse =
                NeutronView.networks(world).stream()
                        .anyMatch(n -> n.type().equals("flat") && n.physnet().equals(physnet));
        return inUse
                ? Optional.of(
                        Refusal.of(
                                "409",
                                "Unable to create the flat network. Physical network "
                                        + physnet
                                        + " is in use."))
                : Optional.empty();
    }

    private static Optional<Refusal> vlan(CreateNetwork command, World world) {
        String physnet = command.physnet();
        // physnet1:1000:2000: charm-neutron-api stable/yoga, option vlan-ranges
        String ranges = NeutronView.option(world, "vlan-ranges");
        boolean known =
                List.of(ranges.trim().split("\\s+")).stream()
                        .anyMatch(r -> r.equals(physnet) || r.startsWith(physnet + ":"));
        return known || physnet.isEmpty()
                ? Optional.empty()
                : invalid("physical_network '" + physnet + "' unknown for VLAN provider network");
    }

    /** Neutron's InvalidInput. */
    static Optional<Refusal> invalid(String why) {
        return Optional.of(Refusal.of("400", "Invalid input for operation: " + why + "."));
    }
}
