package org.maquete.nova;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a new server shall go, as the one who asks for it says.
 *
 * @param zone the availability zone; empty: any
 * @param forced the host and the node behind the zone: {@code zone:host:node}; no filter is asked
 * @param wanted the host and the node of {@code --host} and {@code --hypervisor-hostname}
 * @param hints {@code key=value}, a key that is given several times several times
 */
record BuildWish(String zone, Place forced, Place wanted, List<String> hints) {

    /** No wish at all. */
    static final BuildWish NONE = new BuildWish("", Place.ANY, Place.ANY, List.of());

    BuildWish {
        hints = List.copyOf(hints);
    }

    /** A host and a hypervisor; an empty name is any. */
    record Place(String host, String node) {

        static final Place ANY = new Place("", "");

        boolean isAny() {
            return host.isEmpty() && node.isEmpty();
        }
    }

    /** The values of a hint. */
    List<String> hint(String key) {
        return hintsByKey().getOrDefault(key, List.of());
    }

    /** The hints by key, in the order in which they were given. */
    Map<String, List<String>> hintsByKey() {
        Map<String, List<String>> byKey = new LinkedHashMap<>();
        for (String each : hints) {
            int equals = each.indexOf('=');
            byKey.computeIfAbsent(each.substring(0, equals), _ -> new ArrayList<>())
                    .add(each.substring(equals + 1));
        }
        return byKey;
    }

    /** Moves keep the zone and the hints, not the host. */
    BuildWish forMove() {
        return new BuildWish(zone, Place.ANY, Place.ANY, hints);
    }

    /** As texts that {@link #of} reads. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        add("zone", zone, lines);
        add("forcedHost", forced.host(), lines);
        add("forcedNode", forced.node(), lines);
        add("wantedHost", wanted.host(), lines);
        add("wantedNode", wanted.node(), lines);
        for (String each : hints) {
            lines.add("hint=" + each);
        }
        return lines;
    }

    private static void add(String name, String value, List<String> lines) {
        if (!value.isEmpty()) {
            lines.add(name + "=" + value);
        }
    }

    /** What {@link #lines} made. */
    static BuildWish of(List<String> lines) {
        if (lines.isEmpty()) {
            return NONE;
        }
        Map<String, String> byName = new LinkedHashMap<>();
        List<String> hints = new ArrayList<>();
        for (String each : lines) {
            int equals = each.indexOf('=');
            String value = each.substring(equals + 1);
            if (each.startsWith("hint=")) {
                hints.add(value);
            } else {
                byName.put(each.substring(0, equals), value);
            }
        }
        return new BuildWish(
                byName.getOrDefault("zone", ""),
                new Place(
                        byName.getOrDefault("forcedHost", ""),
                        byName.getOrDefault("forcedNode", "")),
                new Place(
                        byName.getOrDefault("wantedHost", ""),
                        byName.getOrDefault("wantedNode", "")),
                hints);
    }
}
