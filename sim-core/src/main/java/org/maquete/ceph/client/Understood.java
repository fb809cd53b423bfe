package org.maquete.ceph.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A command that the words on a line fit, or the complaint that none does.
 *
 * @param prefix {@code osd tree}; empty with a complaint
 * @param values by name
 * @param complaint what the client says, newline-terminated
 */
record Understood(String prefix, Map<String, List<String>> values, String complaint) {

    Understood {
        values = new LinkedHashMap<>(values);
    }

    static Understood not(String complaint) {
        return new Understood("", Map.of(), complaint);
    }

    boolean isRight() {
        return !prefix.isEmpty();
    }

    /** The only value of that name; empty when there is none. */
    String value(String name) {
        List<String> found = values.getOrDefault(name, List.of());
        return found.isEmpty() ? "" : found.getFirst();
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** Whether a confirmation was given. */
    boolean confirms(String name) {
        return value(name).equals("true");
    }
}
