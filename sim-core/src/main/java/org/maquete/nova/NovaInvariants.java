package org.maquete.nova;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Registry;
import org.maquete.placement.Allocation;
import org.maquete.placement.PlacementView;
import org.maquete.world.World;

/** What must always hold between servers, migrations and what they hold in Placement. */
final class NovaInvariants {

    private NovaInvariants() {}

    static void declare(Registry registry) {
        registry.invariant("an ACTIVE server has a host", NovaInvariants::homeless);
        registry.invariant("a server holds what it runs with", NovaInvariants::unclaimed);
        registry.invariant("nobody else holds resources", NovaInvariants::leaked);
    }

    private static List<String> homeless(World world) {
        List<String> wrong = new ArrayList<>();
        for (Server each : world.table(NovaView.SERVERS)) {
            if (each.vmState().equals("active") && each.host().isEmpty()) {
                wrong.add("expected a host of server " + each.uuid() + ", found none");
            }
        }
        return wrong;
    }

    private static List<String> unclaimed(World world) {
        List<String> wrong = new ArrayList<>();
        for (Server each : world.table(NovaView.SERVERS)) {
            boolean rests = each.job().action() == ServerAction.NONE && !each.host().isEmpty();
            Optional<Flavor> flavor = NovaView.flavor(world, each.flavor());
            boolean runs = each.launchedNs() > 0 && !each.vmState().equals("error");
            if (rests && runs && flavor.isPresent() && !holds(world, each, flavor.get())) {
                wrong.add(
                        "expected an allocation of server "
                                + each.uuid()
                                + " at "
                                + each.host()
                                + " with flavor "
                                + flavor.get().name()
                                + ", found "
                                + PlacementView.allocations(world, each.uuid()));
            }
        }
        return wrong;
    }

    private static boolean holds(World world, Server server, Flavor flavor) {
        for (Allocation each : PlacementView.allocations(world, server.uuid())) {
            if (each.provider().equals(server.host())) {
                return each.vcpus() == flavor.vcpus()
                        && each.ramMib() == flavor.ramMib()
                        && each.diskGib() == ComputeHosts.diskGib(flavor, server);
            }
        }
        return false;
    }

    private static List<String> leaked(World world) {
        List<String> wrong = new ArrayList<>();
        for (Allocation each : PlacementView.allocations(world)) {
            boolean ofServer = world.table(NovaView.SERVERS).has(each.consumer());
            boolean ofMove =
                    world.table(NovaView.MIGRATIONS)
                            .find(each.consumer())
                            .map(Migration::isOpen)
                            .orElse(false);
            if (!ofServer && !ofMove) {
                wrong.add("expected a server or a migration, found " + each);
            }
        }
        return wrong;
    }
}
