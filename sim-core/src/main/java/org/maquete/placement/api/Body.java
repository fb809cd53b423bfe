package org.maquete.placement.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Checks of a request's body, and the looking-up of what it names. The details of a body that does
 * not fit its schema are shorter than the validator's.
 */
final class Body {

    private Body() {}

    static ApiError invalid(String what) {
        return ApiError.bad("JSON does not validate: " + what);
    }

    static JsonNode object(JsonNode node, List<String> required, List<String> others) {
        if (!node.isObject()) {
            throw invalid("expected an object");
        }
        for (String each : required) {
            if (!node.has(each)) {
                throw invalid("'" + each + "' is a required property");
            }
        }
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            if (!required.contains(each.getKey()) && !others.contains(each.getKey())) {
                throw invalid(
                        "Additional properties are not allowed ('"
                                + each.getKey()
                                + "' was unexpected)");
            }
        }
        return node;
    }

    static int whole(JsonNode node, int least) {
        if (!node.isIntegralNumber()) {
            throw invalid(node + " is not of type 'integer'");
        }
        if (node.asLong() < least) {
            throw invalid(node + " is less than the minimum of " + least);
        }
        if (node.asLong() > Inventory.UNIT_MAX) {
            throw invalid(node + " is greater than the maximum of " + Inventory.UNIT_MAX);
        }
        return node.asInt();
    }

    static String text(JsonNode node, int lengthMax) {
        if (!node.isString() || node.asString().length() > lengthMax) {
            throw invalid(node + " is not of type 'string'");
        }
        return node.asString();
    }

    static String uuid(JsonNode node) {
        String text = text(node, 64);
        if (!text.matches(Query.UUID)) {
            throw invalid("'" + text + "' is not a 'uuid'");
        }
        return text;
    }

    static String className(String name) {
        if (!name.matches("[A-Z0-9_]+")) {
            throw invalid("'" + name + "' does not match any of the regexes: '^[A-Z0-9_]+$'");
        }
        return name;
    }

    static List<String> texts(JsonNode node, boolean uuids) {
        if (!node.isArray()) {
            throw invalid(node + " is not of type 'array'");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode each : node) {
            texts.add(uuids ? uuid(each) : text(each, 255));
        }
        return texts;
    }

    /** The provider of a path; 404 in the handler's words where there is none. */
    static Provider provider(Store store, String uuid, String colon) {
        Provider provider = store.provider(uuid);
        if (provider == null) {
            String base = "No resource provider with uuid " + uuid + " found";
            throw ApiError.missing(base + (colon.isEmpty() ? "" : colon + base));
        }
        return provider;
    }

    static void mustBeGeneration(Provider provider, JsonNode generation, String message) {
        if (provider.generation() != generation.asInt(-1)) {
            throw ApiError.conflict(ApiError.CONCURRENT_UPDATE, message);
        }
    }
}
