package org.maquete.nova.scheduler;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/** The filters that compare a request with the metadata of a host's aggregates. */
final class AggregateFilters {

    private AggregateFilters() {}

    /** AggregateImagePropertiesIsolation: an image goes where no aggregate contradicts it. */
    record ImageIsolation(String namespace, String separator)
            implements HostFilter.OnceAndOnRebuild {

        @Override
        public String name() {
            return "AggregateImagePropertiesIsolation";
        }

        @Override
        public IntPredicate over(HostStates hosts, RequestSpec spec) {
            return i -> offender(hosts.host(i), spec).isEmpty();
        }

        private Optional<String> offender(Host host, RequestSpec spec) {
            Map<String, String> image = spec.shape().image().properties();
            for (Map.Entry<String, Set<String>> each : Aggregates.all(host).entrySet()) {
                String key = each.getKey();
                String wanted = image.getOrDefault(key, "");
                boolean counts = namespace.isEmpty() || key.startsWith(namespace + separator);
                if (counts && !wanted.isEmpty() && !each.getValue().contains(wanted)) {
                    return Optional.of(key);
                }
            }
            return Optional.empty();
        }

        @Override
        public String why(HostStates hosts, RequestSpec spec, int host) {
            String key = offender(hosts.host(host), spec).orElse("");
            String wanted = spec.shape().image().properties().getOrDefault(key, "");
            return "image property "
                    + key
                    + "="
                    + wanted
                    + " is not among the aggregates' "
                    + Aggregates.parts(hosts.host(host), key);
        }
    }

    /** AggregateInstanceExtraSpecsFilter: extra specs have to match aggregates' metadata. */
    record ExtraSpecs() implements HostFilter.Once {

        private static final String SCOPE = "aggregate_instance_extra_specs";

        @Override
        public String name() {
            return "AggregateInstanceExtraSpecsFilter";
        }

        @Override
        public IntPredicate over(HostStates hosts, RequestSpec spec) {
            List<String[]> wanted = wanted(spec);
            return i -> offender(hosts.host(i), wanted).isEmpty();
        }

        private static List<String[]> wanted(RequestSpec spec) {
            List<String[]> wanted = new ArrayList<>();
            for (Map.Entry<String, String> each : spec.shape().flavor().extraSpecs().entrySet()) {
                String[] scope = each.getKey().split(":", 2);
                if (scope.length == 1) {
                    wanted.add(new String[] {scope[0], each.getValue()});
                } else if (scope[0].equals(SCOPE)) {
                    wanted.add(new String[] {scope[1], each.getValue()});
                }
            }
            return wanted;
        }

        private static Optional<String> offender(Host host, List<String[]> wanted) {
            for (String[] each : wanted) {
                boolean matches = false;
                for (String value : Aggregates.parts(host, each[0])) {
                    matches = matches || ExtraSpecOps.matches(value, each[1]);
                }
                if (!matches) {
                    return Optional.of(each[0] + "=" + each[1]);
                }
            }
            return Optional.empty();
        }

        @Override
        public String why(HostStates hosts, RequestSpec spec, int host) {
            String offender = offender(hosts.host(host), wanted(spec)).orElse("");
            String key = offender.substring(0, Math.max(0, offender.indexOf('=')));
            return "extra spec "
                    + offender
                    + " does not match the aggregates' "
                    + Aggregates.parts(hosts.host(host), key);
        }
    }

    /** AggregateMultiTenancyIsolation: some hosts are for some projects. */
    record MultiTenancy() implements HostFilter.Once {

        private static final String KEY = "filter_tenant_id";

        @Override
        public String name() {
            return "AggregateMultiTenancyIsolation";
        }

        @Override
        public IntPredicate over(HostStates hosts, RequestSpec spec) {
            String project = spec.shape().project();
            return i -> {
                Set<String> projects = Aggregates.parts(hosts.host(i), KEY);
                return projects.isEmpty() || projects.contains(project);
            };
        }

        @Override
        public String why(HostStates hosts, RequestSpec spec, int host) {
            return "project "
                    + spec.shape().project()
                    + " is not in filter_tenant_id "
                    + Aggregates.parts(hosts.host(host), KEY);
        }
    }

    /** AggregateTypeAffinityFilter: some hosts are for some flavors. */
    record TypeAffinity() implements HostFilter.Once {

        private static final String KEY = "instance_type";

        @Override
        public String name() {
            return "AggregateTypeAffinityFilter";
        }

        @Override
        public IntPredicate over(HostStates hosts, RequestSpec spec) {
            String flavor = spec.shape().flavor().name();
            return i ->
                    Aggregates.values(hosts.host(i), KEY).isEmpty()
                            || Aggregates.parts(hosts.host(i), KEY).contains(flavor);
        }

        @Override
        public String why(HostStates hosts, RequestSpec spec, int host) {
            return "flavor "
                    + spec.shape().flavor().name()
                    + " is not in instance_type "
                    + Aggregates.parts(hosts.host(host), KEY);
        }
    }

    /** AvailabilityZoneFilter. */
    record AvailabilityZone(String otherwise) implements HostFilter.Once {

        private static final String KEY = "availability_zone";

        @Override
        public String name() {
            return "AvailabilityZoneFilter";
        }

        @Override
        public IntPredicate over(HostStates hosts, RequestSpec spec) {
            String zone = spec.shape().wishes().zone();
            return i -> zone.isEmpty() || zones(hosts.host(i)).contains(zone);
        }

        private Set<String> zones(Host host) {
            Set<String> zones = Aggregates.parts(host, KEY);
            return zones.isEmpty() ? Set.of(otherwise) : zones;
        }

        @Override
        public String why(HostStates hosts, RequestSpec spec, int host) {
            return "zone "
                    + spec.shape().wishes().zone()
                    + " was asked for, the host is in "
                    + zones(hosts.host(host));
        }
    }
}
