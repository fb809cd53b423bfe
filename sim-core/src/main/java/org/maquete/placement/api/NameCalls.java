package org.maquete.placement.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.maquete.placement.api.PlacementApi.Response;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** /traits and /resource_classes. */
final class NameCalls {

    private final Store store;
    private final Names names;

    NameCalls(Store store) {
        this.store = store;
        this.names = store.names();
    }

    Optional<Response> ask(String method, String[] words, Query query, JsonNode body) {
        boolean traits = words[0].equals("traits");
        if (words.length == 1) {
            return switch (method) {
                case "GET" -> Optional.of(traits ? traits(query) : classes());
                case "POST" -> traits ? Optional.empty() : Optional.of(addClass(body));
                default -> Optional.empty();
            };
        }
        return Optional.of(traits ? trait(method, words[1]) : resourceClass(method, words[1]));
    }

    private Response traits(Query query) {
        Set<String> shown = names.traits();
        if (query.has("name")) {
            String name = query.last("name");
            int colon = name.indexOf(':');
            if (colon < 0) {
                throw ApiError.bad(
                        "Badly formatted name parameter. Expected name query string parameter in"
                                + " form: ?name=[in|startswith]:[name1,name2|prefix]. Got: \""
                                + name
                                + "\"");
            }
            String rest = name.substring(colon + 1);
            List<String> list = List.of(rest.split(","));
            switch (name.substring(0, colon)) {
                case "in" -> shown.retainAll(list);
                case "startswith" -> shown.removeIf(each -> !each.startsWith(rest));
                default -> {}
            }
        }
        if (query.has("associated")) {
            Set<String> used = new TreeSet<>();
            store.providers().forEach(each -> used.addAll(each.traits()));
            boolean wanted = query.last("associated").equalsIgnoreCase("true");
            shown.removeIf(each -> used.contains(each) != wanted);
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode list = node.putArray("traits");
        shown.forEach(list::add);
        return Response.of(node);
    }

    private Response trait(String method, String name) {
        boolean known = names.hasTrait(name);
        if (method.equals("PUT")) {
            if (!Names.isCustom(name)) {
                throw ApiError.bad(
                        "The trait is invalid. A valid trait must be no longer than 255"
                                + " characters, start with the prefix \"CUSTOM_\" and use following"
                                + " characters: \"A\"-\"Z\", \"0\"-\"9\" and \"_\"");
            }
            names.addTrait(name);
            return Response.empty(known ? 204 : 201);
        }
        if (!known) {
            throw ApiError.missing("No such trait(s): " + name + ".");
        }
        if (method.equals("DELETE")) {
            if (names.isStandardTrait(name)) {
                throw ApiError.bad("Cannot delete standard trait " + name + ".");
            }
            if (store.providers().stream().anyMatch(each -> each.traits().contains(name))) {
                throw ApiError.conflict(
                        ApiError.UNDEFINED,
                        "The trait " + name + " is in use by a resource provider.");
            }
            names.removeTrait(name);
        }
        return Response.empty(204);
    }

    private Response classes() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode list = node.putArray("resource_classes");
        names.resourceClasses().forEach(each -> list.add(shown(each)));
        return Response.of(node);
    }

    private static ObjectNode shown(String name) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", name);
        node.putArray("links")
                .addObject()
                .put("rel", "self")
                .put("href", "/resource_classes/" + name);
        return node;
    }

    private Response addClass(JsonNode body) {
        String name = Body.text(body.path("name"), 255);
        mustBeCustom(name);
        if (names.knows(name)) {
            throw ApiError.conflict(
                    ApiError.UNDEFINED, "Conflicting resource class already exists: " + name);
        }
        names.addClass(name);
        return Response.empty(201);
    }

    private static void mustBeCustom(String name) {
        if (!Names.isCustom(name)) {
            throw Body.invalid("'" + name + "' does not match '^CUSTOM_[A-Z0-9_]+$'");
        }
    }

    private Response resourceClass(String method, String name) {
        boolean known = names.knows(name);
        if (method.equals("PUT")) {
            mustBeCustom(name);
            if (!known) {
                names.addClass(name);
            }
            return Response.empty(known ? 204 : 201);
        }
        if (!known) {
            throw ApiError.missing("No such resource class " + name + ".");
        }
        if (method.equals("GET")) {
            return Response.of(shown(name));
        }
        String start = "Error in delete resource class: ";
        if (!Names.isCustom(name)) {
            throw ApiError.bad(start + "Cannot delete standard resource class " + name + ".");
        }
        int number = names.number(name);
        if (store.providers().stream().anyMatch(p -> p.inventories().containsKey(number))) {
            throw ApiError.conflict(
                    ApiError.UNDEFINED,
                    start
                            + "Cannot delete resource class "
                            + name
                            + ". Class is in use in inventory.");
        }
        names.removeClass(name);
        return Response.empty(204);
    }
}
