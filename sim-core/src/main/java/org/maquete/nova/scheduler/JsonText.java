package org.maquete.nova.scheduler;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Texts of JSON as Python objects: String, Long, Double, Boolean, List, Map, and {@link #NONE}. */
final class JsonText {

    /** Python's None. */
    static final Object NONE =
            new Object() {
                @Override
                public String toString() {
                    return "None";
                }
            };

    private JsonText() {}

    /** The value; empty when the text is no JSON. */
    static Optional<Object> read(String text) {
        try {
            JsonNode node = JsonMapper.builder().build().readTree(text);
            return node.isMissingNode() ? Optional.empty() : Optional.of(value(node));
        } catch (JacksonException broken) {
            return Optional.empty();
        }
    }

    private static Object value(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> map = new LinkedHashMap<>();
            node.properties().forEach(each -> map.put(each.getKey(), value(each.getValue())));
            return map;
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            for (JsonNode each : node) {
                list.add(value(each));
            }
            return list;
        }
        if (node.isBoolean()) {
            return node.asBoolean();
        }
        if (node.isNull()) {
            return NONE;
        }
        if (node.isString()) {
            return node.asString();
        }
        return node.isIntegralNumber() && node.canConvertToLong()
                ? (Object) node.asLong()
                : (Object) node.asDouble();
    }
}
