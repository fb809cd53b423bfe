package org.maquete.nova.scheduler;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The enabled filters in their order. */
final class FilterChain {

    private FilterChain() {}

    /** The filters that the options enable. */
    static List<HostFilter> of(SchedulerOptions options) {
        List<HostFilter> filters = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String name : options.list("filter_scheduler.enabled_filters")) {
            List<HostFilter> found = named(name, options);
            filters.addAll(found);
            if (found.isEmpty()) {
                unknown.add(name);
            }
        }
        if (!unknown.isEmpty()) {
            throw new SchedulingError(
                    "SchedulerHostFilterNotFound",
                    "Scheduler Host Filter " + String.join(", ", unknown) + " could not be found.");
        }
        return List.copyOf(filters);
    }

    private static List<HostFilter> named(String name, SchedulerOptions options) {
        return switch (name) {
            case "AllHostsFilter" -> List.of(new HostFilters.AllHosts());
            case "ComputeFilter" ->
                    List.of(new HostFilters.Compute(options.whole("DEFAULT.service_down_time")));
            case "ComputeCapabilitiesFilter" -> List.of(new CapabilitiesFilter());
            case "IoOpsFilter", "AggregateIoOpsFilter" ->
                    List.of(
                            new HostFilters.IoOps(
                                    name.startsWith("Agg"),
                                    options.whole("filter_scheduler.max_io_ops_per_host")));
            case "NumInstancesFilter", "AggregateNumInstancesFilter" ->
                    List.of(
                            new HostFilters.NumInstances(
                                    name.startsWith("Agg"),
                                    options.whole("filter_scheduler.max_instances_per_host")));
            case "ImagePropertiesFilter" ->
                    List.of(
                            new ImagePropertiesFilter(
                                    options.text(
                                            "filter_scheduler."
                                                    + "image_properties_default_architecture")));
            case "IsolatedHostsFilter" -> List.of(isolated(options));
            case "JsonFilter" -> List.of(new JsonFilter());
            case "MetricsFilter" -> List.of(new HostFilters.Metrics(metrics(options)));
            case "NUMATopologyFilter" ->
                    List.of(new HostFilters.Unasked(name, List.of("hw:numa_", "hw:cpu_policy")));
            case "PciPassthroughFilter" ->
                    List.of(new HostFilters.Unasked(name, List.of("pci_passthrough:")));
            case "ServerGroupAffinityFilter" -> List.of(new GroupFilters.Affinity());
            case "ServerGroupAntiAffinityFilter" -> List.of(new GroupFilters.AntiAffinity());
            case "SameHostFilter" -> List.of(new GroupFilters.ByHint(name, "same_host", true));
            case "DifferentHostFilter" ->
                    List.of(new GroupFilters.ByHint(name, "different_host", false));
            case "SimpleCIDRAffinityFilter" -> List.of(new CidrFilter());
            default -> byAggregate(name, options);
        };
    }

    private static List<HostFilter> byAggregate(String name, SchedulerOptions options) {
        return switch (name) {
            case "AvailabilityZoneFilter" ->
                    List.of(
                            new AggregateFilters.AvailabilityZone(
                                    options.text("DEFAULT.default_availability_zone")));
            case "AggregateImagePropertiesIsolation" -> {
                String option = "filter_scheduler.aggregate_image_properties_isolation_";
                yield List.of(
                        new AggregateFilters.ImageIsolation(
                                options.text(option + "namespace"),
                                options.text(option + "separator")));
            }
            case "AggregateInstanceExtraSpecsFilter" -> List.of(new AggregateFilters.ExtraSpecs());
            case "AggregateMultiTenancyIsolation" -> List.of(new AggregateFilters.MultiTenancy());
            case "AggregateTypeAffinityFilter" -> List.of(new AggregateFilters.TypeAffinity());
            default -> List.of();
        };
    }

    private static HostFilter isolated(SchedulerOptions options) {
        return new HostFilters.IsolatedHosts(
                options.list("filter_scheduler.isolated_hosts"),
                options.list("filter_scheduler.isolated_images"),
                options.truth("filter_scheduler.restrict_isolated_hosts_to_isolated_images"));
    }

    /** metrics.weight_setting: name=ratio, what is malformed left out. */
    static List<Map.Entry<String, Double>> metrics(SchedulerOptions options) {
        List<Map.Entry<String, Double>> setting = new ArrayList<>();
        for (String each : options.list("metrics.weight_setting")) {
            int equals = each.indexOf('=');
            if (equals > 0) {
                try {
                    double ratio = PythonValues.toFloat(each.substring(equals + 1));
                    setting.add(Map.entry(each.substring(0, equals), ratio));
                } catch (SchedulingError _) {
                    // As the real one: what is malformed is left out, with a line in its log.
                }
            }
        }
        return List.copyOf(setting);
    }
}
