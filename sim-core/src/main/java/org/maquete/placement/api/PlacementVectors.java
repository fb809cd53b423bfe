package org.maquete.placement.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Replays recorded conversations with the real Placement: one scenario a line, its steps in order
 * against an empty service; each step counts. Compared are the status and the body, lists without
 * regard to their order, because that follows from sets. Of an answer that was cut by {@code limit}
 * the recording has only the counts.
 *
 * <p>Which of several resources that do not fit an error names follows from their order in the
 * body. A recording has its keys sorted, unless it has the key {@code keys_as_sent}: then resources
 * were sent in the order of the numbers of their classes.
 */
public final class PlacementVectors {

    /**
     * What came of a scenario.
     *
     * @param differences one for each step that is not equal
     */
    public record Replay(int stepCount, List<String> differences) {

        public Replay {
            differences = List.copyOf(differences);
        }
    }

    private PlacementVectors() {}

    /** Replays a line. */
    public static Replay replay(String json) {
        JsonNode line;
        try {
            line = JsonMapper.builder().build().readTree(json);
        } catch (JacksonException broken) {
            return new Replay(1, List.of("expected JSON, found " + broken.getOriginalMessage()));
        }
        PlacementApi placement = new PlacementApi();
        List<String> differences = new ArrayList<>();
        int number = 0;
        for (JsonNode step : line.path("steps")) {
            number++;
            String method = step.path("method").asString();
            String path = step.path("path").asString();
            JsonNode sent =
                    line.has("keys_as_sent") ? step.path("body") : asSent(step.path("body"));
            PlacementApi.Response found = placement.ask(method, path, sent);
            String different = difference(step, found);
            if (!different.isEmpty()) {
                differences.add(
                        line.path("id").asString("?")
                                + " step "
                                + number
                                + ", "
                                + method
                                + " "
                                + path
                                + ": "
                                + different);
            }
        }
        return new Replay(number, differences);
    }

    private static JsonNode asSent(JsonNode body) {
        if (body.isObject()) {
            ObjectNode ordered = JsonNodeFactory.instance.objectNode();
            for (String name : List.of("VCPU", "MEMORY_MB", "DISK_GB")) {
                if (body.has(name)) {
                    ordered.set(name, body.path(name));
                }
            }
            body.properties().forEach(each -> ordered.set(each.getKey(), asSent(each.getValue())));
            return ordered;
        }
        return body;
    }

    private static String difference(JsonNode step, PlacementApi.Response found) {
        if (step.path("status").asInt() != found.status()) {
            return "expected status "
                    + step.path("status").asInt()
                    + ", found "
                    + found.status()
                    + " "
                    + canonical(found.body());
        }
        JsonNode wanted = step.path("response");
        String expected = canonical(wanted);
        String got =
                wanted.has("count_allocation_requests")
                        ? counts(found.body(), wanted.has("count_provider_summaries"))
                        : canonical(found.body());
        return expected.equals(got) ? "" : "expected " + expected + ", found " + got;
    }

    private static String counts(JsonNode body, boolean summaries) {
        String counts = "{\"count_allocation_requests\":" + body.path("allocation_requests").size();
        return summaries
                ? counts
                        + ",\"count_provider_summaries\":"
                        + body.path("provider_summaries").size()
                        + "}"
                : counts + "}";
    }

    /** One text for all that is equal: keys and elements of lists sorted, blanks one. */
    static String canonical(JsonNode node) {
        if (node.isObject()) {
            TreeMap<String, String> parts = new TreeMap<>();
            for (Map.Entry<String, JsonNode> each : node.properties()) {
                parts.put(each.getKey(), canonical(each.getValue()));
            }
            List<String> texts = new ArrayList<>();
            parts.forEach((key, value) -> texts.add("\"" + key + "\":" + value));
            return "{" + String.join(",", texts) + "}";
        }
        if (node.isArray()) {
            List<String> parts = new ArrayList<>();
            for (JsonNode each : node) {
                parts.add(canonical(each));
            }
            parts.sort(null);
            return "[" + String.join(",", parts) + "]";
        }
        if (node.isNumber()) {
            double value = node.asDouble();
            return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
        }
        if (node.isString()) {
            return "\"" + node.asString().strip().replaceAll("\\s+", " ") + "\"";
        }
        return node.isBoolean() ? String.valueOf(node.asBoolean()) : "null";
    }
}
