package org.maquete.nova.scheduler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * ComputeCapabilitiesFilter: extra specs in the scope {@code capabilities:}, or without a scope if
 * the host has an attribute or a statistic of that name, are compared with it. A text on the way is
 * read as JSON: {@code capabilities:cpu_info:features}.
 */
@SuppressWarnings("ReferenceEquality") // None is one object
record CapabilitiesFilter() implements HostFilter.Once {

    private static final String SCOPE = "capabilities";

    /** An extra spec that may concern hosts. */
    private record Wanted(String key, List<String> path, boolean scoped, String required) {}

    @Override
    public String name() {
        return "ComputeCapabilitiesFilter";
    }

    @Override
    public boolean moves(RequestSpec spec) {
        for (Wanted each : wanted(spec)) {
            if (HostAttributes.moves(each.path().getFirst())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public IntPredicate over(HostStates hosts, RequestSpec spec) {
        List<Wanted> wanted = wanted(spec);
        return wanted.isEmpty() ? i -> true : i -> offender(hosts, i, wanted).isEmpty();
    }

    private static List<Wanted> wanted(RequestSpec spec) {
        Map<String, String> specs = spec.shape().flavor().extraSpecs();
        if (specs.isEmpty()) {
            return List.of();
        }
        List<Wanted> wanted = new ArrayList<>();
        for (Map.Entry<String, String> each : specs.entrySet()) {
            List<String> path = Arrays.asList(each.getKey().split(":", -1));
            if (path.size() == 1) {
                wanted.add(new Wanted(each.getKey(), path, false, each.getValue()));
            } else if (path.getFirst().equals(SCOPE)) {
                List<String> rest = path.subList(1, path.size());
                wanted.add(new Wanted(each.getKey(), rest, true, each.getValue()));
            }
        }
        return wanted;
    }

    private static Optional<Wanted> offender(HostStates hosts, int i, List<Wanted> wanted) {
        for (Wanted each : wanted) {
            String first = each.path().getFirst();
            boolean counts =
                    each.scoped()
                            || HostAttributes.has(hosts, i, first)
                            || hosts.host(i).stats().containsKey(first);
            if (counts && !matches(hosts, i, each)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private static boolean matches(HostStates hosts, int i, Wanted wanted) {
        Optional<Object> found = capability(hosts, i, wanted.path());
        return found.isPresent()
                && ExtraSpecOps.matches(PythonValues.str(found.get()), wanted.required());
    }

    /** What a path leads to; empty: nothing. */
    private static Optional<Object> capability(HostStates hosts, int i, List<String> path) {
        Optional<Object> found = HostAttributes.value(hosts, i, path.getFirst());
        if (found.isEmpty()) {
            found = Optional.ofNullable(hosts.host(i).stats().get(path.getFirst()));
        }
        for (String name : path.subList(1, path.size())) {
            if (found.isPresent() && found.get() instanceof String text) {
                found = JsonText.read(text);
            }
            found =
                    found.isPresent() && found.get() instanceof Map<?, ?> map
                            ? Optional.ofNullable((Object) map.get(name))
                            : Optional.empty();
            found = found.filter(value -> value != JsonText.NONE);
        }
        return found;
    }

    @Override
    public String why(HostStates hosts, RequestSpec spec, int host) {
        Optional<Wanted> offender = offender(hosts, host, wanted(spec));
        if (offender.isEmpty()) {
            return "";
        }
        String has =
                capability(hosts, host, offender.get().path())
                        .map(value -> "has " + PythonValues.str(value))
                        .orElse("has none");
        return "extra spec "
                + offender.get().key()
                + "="
                + offender.get().required()
                + ", the host "
                + has;
    }
}
