package org.maquete.nova.scheduler;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.maquete.tool.argparse.PythonText;

/** The filters that look at a host's service, counters and metrics. */
final class HostFilters {

    private HostFilters() {}

    /** AllHostsFilter. */
    record AllHosts() implements HostFilter.Once {

        @Override
        public String name() {
            return "AllHostsFilter";
        }

        @Override
        public IntPredicate over(HostStates hosts, RequestSpec spec) {
            return i -> true;
        }

        @Override
        public String why(HostStates hosts, RequestSpec spec, int host) {
            return "";
        }
    }

    /**
     * ComputeFilter: the service is enabled and has reported. A heartbeat that is exactly
     * service_down_time old still counts; one from the future counts by its distance.
     */
    record Compute(int downTimeS) implements HostFilter.Once {

        @Override
        public String name() {
            return "ComputeFilter";
        }

        @Override
        public IntPredicate over(HostStates hosts, RequestSpec spec) {
            return i -> {
                Host.Service service = hosts.host(i).service();
                return !service.disabled()
                        && !service.forcedDown()
                        && Math.abs(service.heartbeatAgeS()) <= downTimeS;
            };
        }

        @Override
        public String why(HostStates hosts, RequestSpec spec, int host) {
            Host.Service service = hosts.host(host).service();
            if (service.disabled()) {
                return "nova-compute is disabled";
            }
            if (Double.isInfinite(service.heartbeatAgeS())) {
                return "nova-compute does not report";
            }
            return service.forcedDown()
                    ? "nova-compute is forced down"
                    : "nova-compute reported "
                            + PythonText.repr(service.heartbeatAgeS())
                            + " s ago, service_down_time is "
                            + downTimeS;
        }
    }

    /** IoOpsFilter, and AggregateIoOpsFilter with a limit by aggregate. */
    record IoOps(boolean byAggregate, int limit) implements HostFilter {

        @Override
        public String name() {
            return byAggregate ? "AggregateIoOpsFilter" : "IoOpsFilter";
        }

        @Override
        public boolean moves(RequestSpec spec) {
            return true;
        }

        @Override
        public IntPredicate over(HostStates hosts, RequestSpec spec) {
            return i -> hosts.ioOpCount(i) < limit(hosts.host(i));
        }

        private long limit(Host host) {
            return byAggregate ? Aggregates.leastWhole(host, "max_io_ops_per_host", limit) : limit;
        }

        @Override
        public String why(HostStates hosts, RequestSpec spec, int host) {
            return hosts.ioOpCount(host)
                    + " I/O operations, max_io_ops_per_host is "
                    + limit(hosts.host(host));
        }
    }

    /** NumInstancesFilter, and AggregateNumInstancesFilter with a limit by aggregate. */
    record NumInstances(boolean byAggregate, int limit) implements HostFilter {

        @Override
        public String name() {
            return byAggregate ? "AggregateNumInstancesFilter" : "NumInstancesFilter";
        }

        @Override
        public boolean moves(RequestSpec spec) {
            return true;
        }

        @Override
        public IntPredicate over(HostStates hosts, RequestSpec spec) {
            return i -> hosts.instanceCount(i) < limit(hosts.host(i));
        }

        private long limit(Host host) {
            return byAggregate
                    ? Aggregates.leastWhole(host, "max_instances_per_host", limit)
                    : limit;
        }

        @Override
        public String why(HostStates hosts, RequestSpec spec, int host) {
            return hosts.instanceCount(host)
                    + " instances, max_instances_per_host is "
                    + limit(hosts.host(host));
        }
    }

    /** IsolatedHostsFilter: some images go to some hosts. */
    record IsolatedHosts(List<String> hostNames, List<String> images, boolean restrict)
            implements HostFilter.OnceAndOnRebuild {

        @Override
        public String name() {
            return "IsolatedHostsFilter";
        }

        @Override
        public IntPredicate over(HostStates hosts, RequestSpec spec) {
            boolean image = images.contains(spec.shape().image().id());
            return i -> {
                boolean host = hostNames.contains(hosts.host(i).host());
                if (images.isEmpty()) {
                    return !restrict || !host;
                }
                return restrict ? image == host : !image || host;
            };
        }

        @Override
        public String why(HostStates hosts, RequestSpec spec, int host) {
            boolean isolated = hostNames.contains(hosts.host(host).host());
            return "image "
                    + spec.shape().image().id()
                    + " is"
                    + (images.contains(spec.shape().image().id()) ? "" : " not")
                    + " isolated, the host is"
                    + (isolated ? "" : " not");
        }
    }

    /** MetricsFilter: hosts that report all metrics that are weighed. */
    record Metrics(List<Map.Entry<String, Double>> setting) implements HostFilter {

        @Override
        public String name() {
            return "MetricsFilter";
        }

        @Override
        public IntPredicate over(HostStates hosts, RequestSpec spec) {
            return i -> missing(hosts.host(i)).isEmpty();
        }

        private Set<String> missing(Host host) {
            Set<String> missing = new TreeSet<>();
            for (Map.Entry<String, Double> each : setting) {
                if (!host.metrics().containsKey(each.getKey())) {
                    missing.add(each.getKey());
                }
            }
            return missing;
        }

        @Override
        public String why(HostStates hosts, RequestSpec spec, int host) {
            return "the host reports no " + String.join(", ", missing(hosts.host(host)));
        }
    }

    /**
     * NUMATopologyFilter and PciPassthroughFilter let every request pass that asks for neither; one
     * that does is not modelled.
     */
    record Unasked(String name, List<String> prefixes) implements HostFilter {

        @Override
        public IntPredicate over(HostStates hosts, RequestSpec spec) {
            for (String key : spec.shape().flavor().extraSpecs().keySet()) {
                for (String prefix : prefixes) {
                    if (key.startsWith(prefix)) {
                        throw new SchedulingError(
                                "NotModelled", name + " with the extra spec " + key);
                    }
                }
            }
            return i -> true;
        }

        @Override
        public String why(HostStates hosts, RequestSpec spec, int host) {
            return "";
        }
    }
}
