package org.maquete.nova.scheduler;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/** The filters that look at which servers are on a host already: groups and hints. */
final class GroupFilters {

    private GroupFilters() {}

    /** ServerGroupAntiAffinityFilter. */
    record AntiAffinity() implements HostFilter {

        @Override
        public String name() {
            return "ServerGroupAntiAffinityFilter";
        }

        @Override
        public boolean needsGroup() {
            return true;
        }

        @Override
        public boolean moves(RequestSpec spec) {
            return has(spec, "anti-affinity");
        }

        @Override
        public IntPredicate over(HostStates hosts, RequestSpec spec) {
            if (!moves(spec)) {
                return i -> true;
            }
            RequestSpec.Group group = spec.group().orElseThrow();
            Set<String> members = new LinkedHashSet<>(group.members());
            int most = most(group);
            return i ->
                    hosts.hasInstance(i, spec.instanceUuid()) || hosts.countOf(i, members) < most;
        }

        private static int most(RequestSpec.Group group) {
            return group.maxServersPerHost() == 0 ? 1 : group.maxServersPerHost();
        }

        @Override
        public String why(HostStates hosts, RequestSpec spec, int host) {
            RequestSpec.Group group = spec.group().orElseThrow();
            return hosts.countOf(host, new LinkedHashSet<>(group.members()))
                    + " servers of the group are there, at most "
                    + most(group)
                    + " may be";
        }
    }

    /** ServerGroupAffinityFilter. */
    record Affinity() implements HostFilter {

        @Override
        public String name() {
            return "ServerGroupAffinityFilter";
        }

        @Override
        public boolean needsGroup() {
            return true;
        }

        @Override
        public boolean moves(RequestSpec spec) {
            return has(spec, "affinity");
        }

        @Override
        public IntPredicate over(HostStates hosts, RequestSpec spec) {
            if (!moves(spec)) {
                return i -> true;
            }
            List<String> names = spec.group().orElseThrow().hosts();
            return i -> names.isEmpty() || names.contains(hosts.host(i).host());
        }

        @Override
        public String why(HostStates hosts, RequestSpec spec, int host) {
            return "the group's servers are on " + spec.group().orElseThrow().hosts();
        }
    }

    private static boolean has(RequestSpec spec, String policy) {
        return spec.group().isPresent() && spec.group().get().policy().equals(policy);
    }

    /** DifferentHostFilter and SameHostFilter, by the hint of that name. */
    record ByHint(String name, String hint, boolean same) implements HostFilter.Once {

        @Override
        public boolean moves(RequestSpec spec) {
            return spec.shape().hasHint(hint);
        }

        @Override
        public IntPredicate over(HostStates hosts, RequestSpec spec) {
            if (!spec.shape().hasHint(hint)) {
                return i -> true;
            }
            Set<String> servers = new LinkedHashSet<>(spec.shape().hint(hint));
            if (servers.size() == 1 && servers.contains("")) {
                return i -> true;
            }
            return i -> hosts.countOf(i, servers) > 0 == same;
        }

        @Override
        public String why(HostStates hosts, RequestSpec spec, int host) {
            return (same ? "none" : "one") + " of " + spec.shape().hint(hint) + " is there";
        }
    }
}
