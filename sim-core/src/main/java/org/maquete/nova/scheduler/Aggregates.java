package org.maquete.nova.scheduler;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** What filters and weighers read from the metadata of a host's aggregates. */
final class Aggregates {

    private Aggregates() {}

    /** The values of a key, whole. */
    static List<String> values(Host host, String key) {
        if (host.aggregates().isEmpty()) {
            return List.of();
        }
        List<String> values = new ArrayList<>(1);
        for (Host.HostAggregate each : host.aggregates()) {
            String value = each.metadata().get(key);
            if (value != null && !values.contains(value)) {
                values.add(value);
            }
        }
        return values;
    }

    /** The values of a key, cut at commas. */
    static Set<String> parts(Host host, String key) {
        Set<String> parts = new LinkedHashSet<>();
        for (String value : values(host, key)) {
            addParts(value, parts);
        }
        return parts;
    }

    /** All keys with their values, cut at commas. */
    static TreeMap<String, Set<String>> all(Host host) {
        TreeMap<String, Set<String>> all = new TreeMap<>();
        for (Host.HostAggregate aggregate : host.aggregates()) {
            aggregate
                    .metadata()
                    .forEach((key, value) ->
                            addParts(value, all.computeIfAbsent(key, k -> new LinkedHashSet<>())));
        }
        return all;
    }

    private static void addParts(String value, Set<String> parts) {
        for (String part : value.split(",", -1)) {
            parts.add(part.strip());
        }
    }

    /** The least of a key's values; the option's where there is none or one is no number. */
    static double leastNumber(Host host, String key, double otherwise) {
        List<String> values = values(host, key);
        if (values.isEmpty()) {
            return otherwise;
        }
        double least = Double.POSITIVE_INFINITY;
        for (String value : values) {
            try {
                least = Math.min(least, PythonValues.toFloat(value));
            } catch (SchedulingError noNumber) {
                return otherwise;
            }
        }
        return least;
    }

    /** The same for whole numbers. */
    static long leastWhole(Host host, String key, long otherwise) {
        long least = Long.MAX_VALUE;
        List<String> values = values(host, key);
        for (String value : values) {
            OptionalLong whole = PythonValues.toInt(value);
            if (whole.isEmpty()) {
                return otherwise;
            }
            least = Math.min(least, whole.getAsLong());
        }
        return values.isEmpty() ? otherwise : least;
    }
}
