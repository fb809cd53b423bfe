package org.maquete.nova;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.maquete.nova.scheduler.FilterScheduler;
import org.maquete.nova.scheduler.Host;
import org.maquete.nova.scheduler.HostStates;
import org.maquete.nova.scheduler.NovaConf;
import org.maquete.nova.scheduler.RequestSpec;
import org.maquete.nova.scheduler.Scheduler;
import org.maquete.placement.PlacementView;
import org.maquete.placement.ResourceProvider;
import org.maquete.world.World;

/**
 * What nova-scheduler is given in this world: the hypervisors that have room by Placement, in order
 * of their units, as the compute nodes' rows describe them.
 */
final class ComputeHosts {

    private static final List<String> OPTIONS =
            List.of(
                    "scheduler-default-filters",
                    "scheduler-host-subset-size",
                    "scheduler-max-attempts",
                    "skip-hosts-with-build-failures");

    /**
     * A choice.
     *
     * @param host empty: none
     * @param hasCandidates whether Placement had any
     * @param why the reasons, if there is no host
     */
    record Choice(Optional<String> host, boolean hasCandidates, String why) {}

    private ComputeHosts() {}

    /** What a user is told when there is no host. */
    static String noValidHost(Choice choice) {
        return "No valid host was found. "
                + (choice.hasCandidates() ? "There are not enough hosts available." : "");
    }

    /** Nova's scheduler with the options of the charm. */
    static FilterScheduler scheduler(World world) {
        Map<String, String> options = new TreeMap<>();
        for (String name : OPTIONS) {
            options.put(name, NovaView.option(world, name));
        }
        return new FilterScheduler(NovaConf.ofCharm(options));
    }

    /**
     * What a host is looked for.
     *
     * @param flavor what it must have room for
     * @param ignored hosts that are out of the question
     * @param wanted the host that an administrator asks for, or empty
     */
    record Wish(Server server, Flavor flavor, List<String> ignored, String wanted) {}

    /**
     * What a server with a flavor takes of a disk: swap is rounded up to whole gibibytes; the root
     * of one that boots from a volume takes nothing.
     */
    static int diskGib(Flavor flavor, Server server) {
        int rootGib = NovaView.bootsFromVolume(server) ? 0 : flavor.diskGib();
        return rootGib + flavor.ephemeralGib() + (flavor.swapMib() + 1023) / 1024;
    }

    /** Asks Placement, then the scheduler. */
    static Choice choose(World world, Wish wish, long nowNs) {
        Flavor flavor = wish.flavor();
        int diskGib = diskGib(flavor, wish.server());
        List<ResourceProvider> all = PlacementView.providers(world);
        List<ResourceProvider> fitting = new ArrayList<>();
        StringBuilder why = new StringBuilder();
        for (ResourceProvider each : all) {
            if (each.fits(flavor.vcpus(), flavor.ramMib(), diskGib)
                    && !isDisabled(world, each.name())) {
                fitting.add(each);
            }
        }
        if (!fitting.isEmpty()) {
            FilterScheduler scheduler = scheduler(world);
            HostStates hosts = hosts(world, fitting, nowNs);
            RequestSpec spec = request(wish);
            int chosen = scheduler.choose(hosts, spec);
            if (chosen != Scheduler.NONE) {
                return new Choice(Optional.of(hosts.host(chosen).host()), true, "");
            }
            why.append(scheduler.explain(hosts, spec).text());
        }
        for (ResourceProvider each : all) {
            if (!each.fits(flavor.vcpus(), flavor.ramMib(), diskGib)) {
                why.append(each.name()).append(": Placement has no room: ");
                why.append(each.shortage(flavor.vcpus(), flavor.ramMib(), diskGib)).append('\n');
            }
        }
        return new Choice(Optional.empty(), !fitting.isEmpty(), why.toString());
    }

    /** The trait COMPUTE_STATUS_DISABLED keeps such a host from being a candidate. */
    private static boolean isDisabled(World world, String host) {
        return ComputeService.known(world, ComputeService.COMPUTE, host)
                .map(NovaService::disabled)
                .orElse(false);
    }

    private static RequestSpec request(Wish wish) {
        Server server = wish.server();
        Flavor flavor = wish.flavor();
        RequestSpec.Flavor wanted =
                new RequestSpec.Flavor(
                        flavor.name(),
                        flavor.vcpus(),
                        flavor.ramMib(),
                        NovaView.bootsFromVolume(server) ? 0 : flavor.diskGib(),
                        flavor.ephemeralGib(),
                        flavor.swapMib(),
                        Map.of());
        RequestSpec.Image image = new RequestSpec.Image(server.image(), Map.of());
        RequestSpec.Wishes wishes =
                wish.ignored().isEmpty() && wish.wanted().isEmpty()
                        ? RequestSpec.Wishes.NONE
                        : wishes(wish);
        return new RequestSpec(
                new RequestSpec.Shape(wanted, image, wishes, server.project()),
                Optional.empty(),
                server.uuid(),
                1);
    }

    private static RequestSpec.Wishes wishes(Wish wish) {
        Optional<RequestSpec.Destination> destination =
                wish.wanted().isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new RequestSpec.Destination(
                                        wish.wanted(), wish.wanted(), "", false));
        return new RequestSpec.Wishes("", wish.ignored(), List.of(), List.of(), destination);
    }

    private static HostStates hosts(World world, List<ResourceProvider> providers, long nowNs) {
        Map<String, int[]> counts = new TreeMap<>();
        for (Server each : NovaView.servers(world)) {
            int[] count = counts.computeIfAbsent(each.host(), host -> new int[2]);
            count[0]++;
            count[1] += each.status().equals("BUILD") ? 1 : 0;
        }
        List<Host> hosts = new ArrayList<>(providers.size());
        for (ResourceProvider each : providers) {
            int[] count = counts.getOrDefault(each.name(), new int[2]);
            boolean up = ComputeService.isUp(world, each.name(), nowNs);
            hosts.add(host(each, count, up));
        }
        return new HostStates(hosts);
    }

    /** The row of a compute node: it counts memory without the ratio, and no ephemeral overhead. */
    private static Host host(ResourceProvider provider, int[] counts, boolean up) {
        ResourceProvider.Ratios ratios = provider.ratios();
        Host.Room room =
                new Host.Room(
                        provider.vcpus(),
                        provider.vcpusUsed(),
                        provider.ramMib(),
                        provider.ramMib() - ratios.reservedRamMib() - provider.ramMibUsed(),
                        provider.diskGib(),
                        provider.diskGibUsed() * 1024,
                        (provider.diskGib() - provider.diskGibUsed()) * 1024,
                        new Host.Ratios(ratios.cpu(), ratios.ram(), ratios.disk()),
                        counts[0],
                        counts[1],
                        0);
        double ageS = up ? 0 : Double.POSITIVE_INFINITY;
        return new Host(
                provider.name(),
                provider.name(),
                provider.name(),
                "",
                room,
                new Host.Hypervisor(provider.name(), "QEMU", 0, "", "", List.of()),
                new Host.Service(false, false, ageS),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
