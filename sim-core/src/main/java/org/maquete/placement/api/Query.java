package org.maquete.placement.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A query string, and the values that Placement's parameters may have. */
final class Query {

    static final String UUID = "(?i)[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}";

    private final List<Map.Entry<String, String>> pairs = new ArrayList<>();

    /** What stands behind the question mark. */
    Query(String text) {
        for (String part : text.split("&", -1)) {
            if (!part.isEmpty()) {
                int equals = part.indexOf('=');
                String name = equals < 0 ? part : part.substring(0, equals);
                String value = equals < 0 ? "" : part.substring(equals + 1);
                pairs.add(Map.entry(decoded(name), decoded(value)));
            }
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    List<Map.Entry<String, String>> pairs() {
        return pairs;
    }

    boolean has(String name) {
        return !all(name).isEmpty();
    }

    List<String> all(String name) {
        List<String> values = new ArrayList<>();
        for (Map.Entry<String, String> each : pairs) {
            if (each.getKey().equals(name)) {
                values.add(each.getValue());
            }
        }
        return values;
    }

    /** The last value of a name, or the empty text. */
    String last(String name) {
        List<String> values = all(name);
        return values.isEmpty() ? "" : values.getLast();
    }

    /** {@code VCPU:2,MEMORY_MB:1024}. */
    static Map<String, Long> resources(String text) {
        String form =
                "Badly formed resources parameter. Expected resources query string parameter in"
                        + " form: ?resources=VCPU:2,MEMORY_MB:1024. Got: ";
        if (text.isBlank()) {
            throw ApiError.bad(form + "empty string.");
        }
        Map<String, Long> resources = new LinkedHashMap<>();
        for (String part : text.split(",", -1)) {
            String[] words = part.split(":", -1);
            if (words.length != 2) {
                throw ApiError.bad(form + part + ".");
            }
            String amount = words[1].strip();
            if (!amount.matches("[+-]?[0-9]+") || amount.length() > 18) {
                throw ApiError.bad(
                        "Requested resource "
                                + words[0]
                                + " expected positive integer amount. Got: "
                                + words[1]
                                + ".");
            }
            long number = Long.parseLong(amount);
            if (number < 1) {
                throw ApiError.bad(
                        "Requested resource "
                                + words[0]
                                + " requires amount >= 1. Got: "
                                + number
                                + ".");
            }
            resources.put(words[0], number);
        }
        return resources;
    }

    /**
     * Required and forbidden names.
     *
     * @param required each set is of alternatives
     */
    record Wanted(List<Set<String>> required, Set<String> forbidden) {}

    /** All {@code required} parameters of a group. */
    Wanted traits(String name) {
        List<Set<String>> required = new ArrayList<>();
        Set<String> forbidden = new LinkedHashSet<>();
        for (String value : all(name)) {
            traits(value, true, required, forbidden);
        }
        return new Wanted(required, forbidden);
    }

    /** {@code A,!B}, or {@code in:A,B} where that is allowed. */
    static void traits(
            String value, boolean anyOf, List<Set<String>> required, Set<String> forbidden) {
        boolean any = value.startsWith("in:");
        String start = "Invalid query string parameters: ";
        if (any && !anyOf) {
            throw ApiError.bad(
                    start
                            + "The format 'in:HW_CPU_X86_VMX,CUSTOM_MAGIC' only supported since"
                            + " microversion 1.39. Got: "
                            + value);
        }
        List<String> words = stripped(any ? value.substring(3) : value);
        if (words.contains("") || words.stream().anyMatch(word -> word.matches("!+"))) {
            throw ApiError.bad(
                    start
                            + "Expected 'required' parameter value of the form: "
                            + (any
                                    ? "in:HW_CPU_X86_VMX,CUSTOM_MAGIC"
                                    : "HW_CPU_X86_VMX,!CUSTOM_MAGIC")
                            + ". Got an empty trait in: "
                            + value);
        }
        if (any && words.stream().anyMatch(word -> word.startsWith("!"))) {
            throw ApiError.bad(
                    start
                            + "The format 'in:HW_CPU_X86_VMX,CUSTOM_MAGIC' does not support"
                            + " forbidden traits. Got: "
                            + value);
        }
        if (any) {
            required.add(new LinkedHashSet<>(words));
            return;
        }
        for (String word : words) {
            if (word.startsWith("!")) {
                forbidden.add(word.replaceFirst("^!+", ""));
            } else {
                required.add(Set.of(word));
            }
        }
    }

    private static List<String> stripped(String list) {
        return Arrays.stream(list.split(",", -1)).map(String::strip).toList();
    }

    /** All {@code member_of} parameters of a group. */
    Wanted aggregates(String name) {
        List<Set<String>> required = new ArrayList<>();
        Set<String> forbidden = new LinkedHashSet<>();
        for (String value : all(name)) {
            boolean in = value.startsWith("in:") || value.startsWith("!in:");
            if (value.contains(",") && !in) {
                throw ApiError.bad(
                        "Multiple values for 'member_of' must be prefixed with the 'in:' or"
                                + " '!in:' keyword using the valid microversion. Got: "
                                + value);
            }
            boolean not = value.startsWith("!");
            String rest = value.substring((not ? 1 : 0) + (in ? 3 : 0));
            Set<String> uuids = new LinkedHashSet<>(Arrays.asList(rest.split(",", -1)));
            for (String uuid : uuids) {
                if (!uuid.matches(UUID)) {
                    throw ApiError.bad(
                            "Invalid query string parameters: Expected 'member_of' parameter to"
                                    + " contain valid UUID(s). Got: "
                                    + uuid);
                }
            }
            if (not) {
                forbidden.addAll(uuids);
            } else {
                required.add(uuids);
            }
        }
        return new Wanted(required, forbidden);
    }

    /** A provider's uuid. */
    static String tree(String value) {
        String uuid = value.strip();
        if (!uuid.matches(UUID)) {
            throw ApiError.bad(
                    "Invalid query string parameters: Expected 'in_tree' parameter to be a format"
                            + " of uuid. Got: "
                            + value);
        }
        return uuid;
    }
}
