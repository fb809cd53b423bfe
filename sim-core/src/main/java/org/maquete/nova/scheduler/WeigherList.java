package org.maquete.nova.scheduler;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.maquete.nova.scheduler.HostWeigher.Steadiness;

/**
 * The configured weighers, in the order in which their shares are added up. The real order of
 * all_weighers is that of a directory listing, so it differs from machine to machine in the last
 * bit of a weight; here it is that of the modules' names.
 */
final class WeigherList {

    private static final int PCI_MAX = 100; // 100, devices: nova yoga, weights/pci.py, MAX_DEVS

    private WeigherList() {}

    /** The weighers that the options name. */
    static List<HostWeigher> of(SchedulerOptions options) {
        List<HostWeigher> all = all(options);
        List<HostWeigher> chosen = new ArrayList<>();
        for (String path : options.list("filter_scheduler.weight_classes")) {
            String name = path.substring(path.lastIndexOf('.') + 1);
            int before = chosen.size();
            for (HostWeigher each : all) {
                if (name.equals("all_weighers") || each.name().equals(name)) {
                    chosen.add(each);
                }
            }
            if (chosen.size() == before) {
                throw new SchedulingError("ImportError", "Class " + name + " cannot be found");
            }
        }
        return List.copyOf(chosen);
    }

    private static List<HostWeigher> all(SchedulerOptions options) {
        return List.of(
                soft(options, "ServerGroupSoftAffinityWeigher", "soft-affinity", 1),
                soft(options, "ServerGroupSoftAntiAffinityWeigher", "soft-anti-affinity", -1),
                weigher(
                        options,
                        "BuildFailureWeigher",
                        "build_failure",
                        (hosts, spec) -> i -> hosts.host(i).room().failedBuildCount(),
                        Steadiness.HOST),
                weigher(
                        options,
                        "CPUWeigher",
                        "cpu",
                        (hosts, spec) -> hosts::vcpusFree,
                        Steadiness.CPU),
                weigher(
                        options,
                        "CrossCellWeigher",
                        "cross_cell_move",
                        new CrossCell(),
                        Steadiness.REQUEST),
                weigher(
                        options,
                        "DiskWeigher",
                        "disk",
                        (hosts, spec) -> hosts::freeDiskMb,
                        Steadiness.DISK),
                weigher(
                        options,
                        "IoOpsWeigher",
                        "io_ops",
                        (hosts, spec) -> hosts::ioOpCount,
                        Steadiness.IO_OPS),
                metrics(options),
                weigher(
                        options,
                        "PCIWeigher",
                        "pci",
                        (hosts, spec) -> i -> pci(hosts.host(i)),
                        Steadiness.HOST),
                weigher(
                        options,
                        "RAMWeigher",
                        "ram",
                        (hosts, spec) -> hosts::freeRamMb,
                        Steadiness.RAM));
    }

    private static HostWeigher weigher(
            SchedulerOptions options,
            String name,
            String word,
            HostWeigher.Raw raw,
            Steadiness steadiness) {
        String key = word + "_weight_multiplier";
        boolean fromZero = List.of("cpu", "disk", "io_ops", "ram").contains(word);
        return new HostWeigher(
                name,
                key,
                options.number("filter_scheduler." + key),
                word.equals("build_failure"),
                fromZero,
                raw,
                steadiness);
    }

    private static HostWeigher soft(
            SchedulerOptions options, String name, String policy, int sign) {
        return weigher(
                options,
                name,
                policy.replace('-', '_'),
                new Soft(policy, sign),
                Steadiness.REQUEST);
    }

    /** Servers of the group that are on a host. */
    private record Soft(String policy, int sign) implements HostWeigher.Raw {

        @Override
        public boolean isNeutral(RequestSpec spec) {
            return spec.group().isEmpty() || !spec.group().get().policy().equals(policy);
        }

        @Override
        public IntToDoubleFunction over(HostStates hosts, RequestSpec spec) {
            if (isNeutral(spec)) {
                return i -> 0;
            }
            Set<String> members = new LinkedHashSet<>(spec.group().orElseThrow().members());
            return i -> sign * hosts.countOf(i, members);
        }
    }

    /** Whether a host is in the cell from which a server moves. */
    private record CrossCell() implements HostWeigher.Raw {

        @Override
        public boolean isNeutral(RequestSpec spec) {
            Optional<RequestSpec.Destination> destination = spec.shape().wishes().destination();
            return destination.isEmpty()
                    || destination.get().cell().isEmpty()
                    || !destination.get().crossCellMove();
        }

        @Override
        public IntToDoubleFunction over(HostStates hosts, RequestSpec spec) {
            if (isNeutral(spec)) {
                return i -> 0;
            }
            String cell = spec.shape().wishes().destination().orElseThrow().cell();
            return i -> hosts.host(i).cell().equals(cell) ? 1 : -1;
        }
    }

    private static double pci(Host host) {
        int free = 0;
        for (int count : host.pciFreeCounts()) {
            free += count;
        }
        return PCI_MAX - Math.min(free, PCI_MAX - 1);
    }

    private static HostWeigher metrics(SchedulerOptions options) {
        String key = "metrics_weight_multiplier";
        double option = options.number("metrics.weight_multiplier");
        Metrics raw =
                new Metrics(
                        FilterChain.metrics(options),
                        options.truth("metrics.required"),
                        options.number("metrics.weight_of_unavailable"),
                        key,
                        option);
        return new HostWeigher(
                "MetricsWeigher", key, option, false, false, raw, Steadiness.REQUEST);
    }

    /** The sum of the metrics of the setting, each with its ratio. */
    private record Metrics(
            List<Map.Entry<String, Double>> setting,
            boolean required,
            double unavailable,
            String key,
            double option)
            implements HostWeigher.Raw {

        @Override
        public boolean isNeutral(RequestSpec spec) {
            return setting.isEmpty();
        }

        @Override
        public IntToDoubleFunction over(HostStates hosts, RequestSpec spec) {
            return i -> sum(hosts.host(i));
        }

        private double sum(Host host) {
            double sum = 0;
            for (Map.Entry<String, Double> each : setting) {
                Double metric = host.metrics().get(each.getKey());
                if (metric != null) {
                    sum += metric * each.getValue();
                } else if (required) {
                    throw new SchedulingError(
                            "ComputeHostMetricNotFound",
                            "Metric "
                                    + each.getKey()
                                    + " could not be found on the compute host node "
                                    + host.host()
                                    + "."
                                    + host.node());
                } else if (each.getValue() * Aggregates.leastNumber(host, key, option) != 0) {
                    return unavailable;
                }
            }
            return sum;
        }
    }
}
