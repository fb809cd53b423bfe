package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maquete.observe.Reading;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what {@code juju status --format json} has printed. Each key is looked up in {@link
 * StatusShape}; an unknown one and a value of another kind is a problem with its path, and left
 * out.
 */
final class StatusJson {

    private final List<Reading.Problem> problems;

    private StatusJson(List<Reading.Problem> problems) {
        this.problems = problems;
    }

    /** The document; empty when the text is no JSON or has no model. */
    static Optional<StatusDocument> read(String text, List<Reading.Problem> problems) {
        JsonNode root;
        try {
            root = JsonMapper.builder().build().readTree(text);
        } catch (JacksonException broken) {
            wrong(problems, "", "expected JSON, found " + broken.getOriginalMessage());
            return Optional.empty();
        }
        if (!root.isObject() || root.path("model").path("name").asString("").isEmpty()) {
            wrong(problems, "model/name", "expected the name of a model, found none");
            return Optional.empty();
        }
        StatusPart part = new StatusJson(problems).part("", root, StatusShape.STATUS);
        return Optional.of(new StatusDocument(part, List.of()));
    }

    static void wrong(List<Reading.Problem> problems, String path, String message) {
        problems.add(new Reading.Problem(path, true, message));
    }

    private StatusPart part(String path, JsonNode node, StatusShape shape) {
        StatusPart part = new StatusPart();
        List<StatusShape.Key> keys = shape.keys();
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            String name = each.getKey();
            String at = path.isEmpty() ? name : path + "/" + name;
            Optional<StatusShape.Key> key =
                    keys.stream().filter(k -> k.name().equals(name)).findFirst();
            if (key.isEmpty()) {
                problems.add(new Reading.Problem(at, false, "not known, not used"));
            } else {
                value(at, each.getValue(), key.get()).ifPresent(value -> part.set(name, value));
            }
        }
        return part;
    }

    private Optional<Object> value(String path, JsonNode node, StatusShape.Key key) {
        StatusShape shape = key.shape() == null ? StatusShape.CONTENTS : key.shape();
        return switch (key.kind()) {
            case TEXT -> of(path, node, node.isString(), "a text", () -> node.asString(""));
            case WHOLE -> of(path, node, node.isIntegralNumber(), "a number", () -> node.asInt(0));
            case TRUTH ->
                    of(path, node, node.isBoolean(), "true or false", () -> node.asBoolean(false));
            case TEXTS -> of(path, node, node.isArray(), "a list", () -> tree(node));
            case TEXT_MAP -> of(path, node, node.isObject(), "a map", () -> tree(node));
            case PART -> of(path, node, node.isObject(), "a map", () -> part(path, node, shape));
            case PARTS -> of(path, node, node.isObject(), "a map", () -> parts(path, node, shape));
            case LISTS -> of(path, node, node.isObject(), "a map", () -> lists(path, node, shape));
            case TREE -> Optional.of(tree(node));
        };
    }

    private Optional<Object> of(
            String path,
            JsonNode node,
            boolean fits,
            String expected,
            java.util.function.Supplier<Object> value) {
        if (!fits) {
            wrong(problems, path, "expected " + expected + ", found " + node);
            return Optional.empty();
        }
        return Optional.of(value.get());
    }

    private Map<String, StatusPart> parts(String path, JsonNode node, StatusShape shape) {
        Map<String, StatusPart> parts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            parts.put(each.getKey(), part(path + "/" + each.getKey(), each.getValue(), shape));
        }
        return parts;
    }

    /** The items of 2.9 are texts, those of 3.x are parts. */
    private Map<String, List<Object>> lists(String path, JsonNode node, StatusShape shape) {
        Map<String, List<Object>> lists = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            List<Object> items = new ArrayList<>();
            for (JsonNode item : each.getValue()) {
                String at = path + "/" + each.getKey();
                items.add(item.isString() ? item.asString("") : part(at, item, shape));
            }
            lists.put(each.getKey(), items);
        }
        return lists;
    }

    private static Object tree(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> map = new LinkedHashMap<>();
            node.properties().forEach(each -> map.put(each.getKey(), tree(each.getValue())));
            return map;
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(each -> list.add(tree(each)));
            return list;
        }
        if (node.isBoolean()) {
            return node.asBoolean(false);
        }
        return node.isNumber() ? (Object) node.numberValue() : node.asString("");
    }
}
