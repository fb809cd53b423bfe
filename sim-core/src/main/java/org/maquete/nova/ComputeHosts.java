package org.maquete.nova;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.maquete.nova.scheduler.Destinations;
import org.maquete.nova.scheduler.FilterScheduler;
import org.maquete.nova.scheduler.Host;
import org.maquete.nova.scheduler.HostStates;
import org.maquete.nova.scheduler.NovaConf;
import org.maquete.nova.scheduler.RequestSpec;
import org.maquete.nova.scheduler.Scheduler;
import org.maquete.nova.scheduler.SchedulingError;
import org.maquete.placement.ResourceProvider;
import org.maquete.world.World;

/**
 * What nova-scheduler is given in this world: the hypervisors that are candidates by Placement, in
 * order of their units, as the compute nodes' rows describe them.
 */
final class ComputeHosts {

    private static final List<String> OPTIONS =
            List.of(
                    "limit-tenants-to-placement-aggregate",
                    "placement-aggregate-required-for-tenants",
                    "scheduler-default-filters",
                    "scheduler-host-subset-size",
                    "scheduler-max-attempts",
                    "skip-hosts-with-build-failures");

    // 6002000: qemu 6.2.0 of Ubuntu 22.04, as libvirt reports it
    static final int HYPERVISOR = 6002000;

    // what libvirt reports of a qemu of Ubuntu 22.04 on x86_64, of the two common architectures
    private static final List<List<String>> SUPPORTED =
            List.of(
                    List.of("i686", "qemu", "hvm"),
                    List.of("i686", "kvm", "hvm"),
                    List.of("x86_64", "qemu", "hvm"),
                    List.of("x86_64", "kvm", "hvm"));

    /**
     * A choice.
     *
     * @param hosts one for each server, in order; none: there is no valid host
     * @param reason what stands behind {@code No valid host was found. }
     * @param why the reasons, if there is no host
     */
    record Choice(List<String> hosts, String reason, String why) {

        Choice {
            hosts = List.copyOf(hosts);
        }

        /** The host of the only server; empty: none. */
        Optional<String> host() {
            return hosts.isEmpty() ? Optional.empty() : Optional.of(hosts.getFirst());
        }
    }

    private ComputeHosts() {}

    /** What a user is told when there is no host. */
    static String noValidHost(Choice choice) {
        return "No valid host was found. " + choice.reason();
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
     * @param build what was wished when the server was made
     */
    record Wish(
            Server server, Flavor flavor, List<String> ignored, String wanted, BuildWish build) {}

    /**
     * What a server with a flavor takes of a disk: swap is rounded up to whole gibibytes; the root
     * of one that boots from a volume takes nothing.
     */
    static int diskGib(Flavor flavor, Server server) {
        int rootGib = NovaView.bootsFromVolume(server) ? 0 : flavor.diskGib();
        return rootGib + flavor.ephemeralGib() + (flavor.swapMib() + 1023) / 1024;
    }

    /** Asks Placement, then the scheduler, for one server. */
    static Choice choose(World world, Wish wish, long nowNs) {
        return choose(world, wish, List.of(wish.server().uuid()), nowNs);
    }

    /** The same for several servers that are asked for together: all get a host, or none. */
    static Choice choose(World world, Wish wish, List<String> uuids, long nowNs) {
        FilterScheduler scheduler = scheduler(world);
        RequestSpec spec = Requests.spec(world, wish, uuids.size());
        PlacementAnswer answer = PlacementAnswer.to(world, wish, spec, scheduler.options());
        List<ResourceProvider> fitting = answer.candidates();
        if (fitting.isEmpty()) {
            return new Choice(List.of(), answer.reason(), answer.why());
        }
        HostStates hosts =
                hosts(world, fitting, new Knowledge(Requests.looksAtServers(spec), nowNs));
        try {
            List<String> chosen = chosen(scheduler, hosts, spec, uuids, answer);
            if (!chosen.isEmpty()) {
                return new Choice(chosen, "", "");
            }
        } catch (SchedulingError error) {
            String text = String.valueOf(error.getMessage());
            return new Choice(List.of(), text, text + "\n");
        }
        String why = scheduler.explain(hosts, spec).text() + answer.why();
        return new Choice(List.of(), "There are not enough hosts available.", why);
    }

    private static List<String> chosen(
            FilterScheduler scheduler,
            HostStates hosts,
            RequestSpec spec,
            List<String> uuids,
            PlacementAnswer answer) {
        if (uuids.size() == 1) {
            int chosen = scheduler.choose(hosts, spec);
            return chosen == Scheduler.NONE ? List.of() : List.of(hosts.host(chosen).host());
        }
        Destinations all = scheduler.select(hosts, spec, uuids, answer.claims(hosts));
        return all.selections().stream().map(s -> hosts.host(s.host()).host()).toList();
    }

    /**
     * What the host states are made with.
     *
     * @param servers whether the request depends on which servers are where
     */
    private record Knowledge(boolean servers, long nowNs) {}

    private static HostStates hosts(
            World world, List<ResourceProvider> providers, Knowledge knowledge) {
        Map<String, int[]> counts = new TreeMap<>();
        Map<String, List<String>> servers = new TreeMap<>();
        for (Server each : NovaView.servers(world)) {
            int[] count = counts.computeIfAbsent(each.host(), host -> new int[2]);
            count[0]++;
            count[1] += each.status().equals("BUILD") ? 1 : 0;
            if (knowledge.servers()) {
                servers.computeIfAbsent(each.host(), _ -> new ArrayList<>()).add(each.uuid());
            }
        }
        boolean aggregated = world.table(NovaView.AGGREGATES).count() > 0;
        List<Host> hosts = new ArrayList<>(providers.size());
        for (ResourceProvider each : providers) {
            int[] count = counts.getOrDefault(each.name(), new int[2]);
            boolean up = ComputeService.isUp(world, each.name(), knowledge.nowNs());
            hosts.add(
                    host(
                            each,
                            count,
                            service(world, each.name(), up),
                            aggregated ? aggregates(world, each.name()) : List.of(),
                            servers.getOrDefault(each.name(), List.of())));
        }
        return new HostStates(hosts);
    }

    private static List<Host.HostAggregate> aggregates(World world, String host) {
        return Zones.aggregatesOf(world, host).stream().map(Aggregate::forScheduler).toList();
    }

    private static Host.Service service(World world, String host, boolean up) {
        boolean disabled = ComputeService.isDisabled(world, host);
        return new Host.Service(disabled, false, up ? 0 : Double.POSITIVE_INFINITY);
    }

    /** The row of a compute node: it counts memory without the ratio, and no ephemeral overhead. */
    private static Host host(
            ResourceProvider provider,
            int[] counts,
            Host.Service service,
            List<Host.HostAggregate> aggregates,
            List<String> servers) {
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
        return new Host(
                provider.name(),
                provider.name(),
                provider.name(),
                "",
                room,
                new Host.Hypervisor(provider.name(), "QEMU", HYPERVISOR, "", "", SUPPORTED),
                service,
                Map.of(),
                Map.of(),
                List.of(),
                aggregates,
                servers);
    }
}
