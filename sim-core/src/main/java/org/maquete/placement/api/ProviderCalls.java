package org.maquete.placement.api;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.maquete.kernel.Draws;
import org.maquete.placement.api.PlacementApi.Response;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** /resource_providers, and what hangs on one of them beside inventories and allocations. */
final class ProviderCalls {

    private static final List<String> LINKS =
            List.of("inventories", "usages", "aggregates", "traits", "allocations");

    private final Store store;

    ProviderCalls(Store store) {
        this.store = store;
    }

    Response create(JsonNode body) {
        Body.object(body, List.of("name"), List.of("uuid", "parent_provider_uuid"));
        String name = Body.text(body.path("name"), 200);
        String uuid =
                body.has("uuid")
                        ? Body.uuid(body.path("uuid"))
                        : Draws.of(0, "placement", name, "uuid", 0).uuid();
        if (store.provider(uuid) != null) {
            throw duplicate("uuid: " + uuid);
        }
        if (store.named(name) != null) {
            throw duplicate("name: " + name);
        }
        JsonNode parent = body.path("parent_provider_uuid");
        Provider above = null;
        if (parent.isString()) {
            above = store.provider(parent.asString());
            String reason =
                    parent.asString().equals(uuid)
                            ? "parent provider UUID cannot be same as UUID. Please set parent"
                                    + " provider UUID to None if there is no parent."
                            : "parent provider UUID does not exist.";
            if (above == null) {
                throw ApiError.bad(
                        "Unable to create resource provider \""
                                + name
                                + "\", "
                                + uuid
                                + ": Object action create failed because: "
                                + reason);
            }
        }
        return Response.of(shown(store.add(uuid, name, above)));
    }

    private static ApiError duplicate(String what) {
        return ApiError.conflict(
                ApiError.DUPLICATE_NAME,
                "Conflicting resource provider " + what + " already exists.");
    }

    Optional<Response> one(String method, String uuid, JsonNode body) {
        return switch (method) {
            case "GET" -> Optional.of(Response.of(shown(Body.provider(store, uuid, ""))));
            case "PUT" -> Optional.of(update(uuid, body));
            case "DELETE" -> Optional.of(delete(uuid));
            default -> Optional.empty();
        };
    }

    private Response delete(String uuid) {
        Provider provider = store.provider(uuid);
        if (provider == null) {
            throw ApiError.missing("No resource provider with uuid " + uuid + " found for delete");
        }
        if (store.hasChildren(provider)) {
            throw ApiError.conflict(
                    "placement.resource_provider.cannot_delete_parent",
                    "Unable to delete parent resource provider "
                            + uuid
                            + ": It has child resource providers.");
        }
        if (store.isUsed(provider)) {
            throw ApiError.conflict(
                    "placement.resource_provider.inuse",
                    "Unable to delete resource provider "
                            + uuid
                            + ": Resource provider has allocations.");
        }
        store.remove(provider);
        return Response.empty(204);
    }

    private Response update(String uuid, JsonNode body) {
        Provider provider = Body.provider(store, uuid, "");
        Body.object(body, List.of("name"), List.of("parent_provider_uuid"));
        String name = Body.text(body.path("name"), 200);
        Provider other = store.named(name);
        if (body.has("parent_provider_uuid")) {
            provider.setParent(newParent(provider, body.path("parent_provider_uuid")));
        }
        if (other != null && other != provider) {
            throw ApiError.conflict(
                    ApiError.DUPLICATE_NAME,
                    "Conflicting resource provider " + name + " already exists.");
        }
        provider.rename(name);
        return Response.of(shown(provider));
    }

    private @org.jspecify.annotations.Nullable Provider newParent(
            Provider provider, JsonNode wanted) {
        if (!wanted.isString()) {
            return null;
        }
        Provider parent = store.provider(wanted.asString());
        String start = "Unable to save resource provider " + provider.uuid() + ": Object action ";
        if (parent == null) {
            throw ApiError.bad(
                    start + "create failed because: parent provider UUID does not exist.");
        }
        if (parent.isUnder(provider)) {
            throw ApiError.bad(
                    start
                            + "update failed because: creating loop in the provider tree is not"
                            + " allowed.");
        }
        return parent;
    }

    private static ObjectNode shown(Provider provider) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        String url = "/resource_providers/" + provider.uuid();
        node.put("uuid", provider.uuid());
        node.put("name", provider.name());
        node.put("generation", provider.generation());
        ArrayNode links = node.putArray("links");
        links.addObject().put("rel", "self").put("href", url);
        for (String each : LINKS) {
            links.addObject().put("rel", each).put("href", url + "/" + each);
        }
        Provider parent = provider.parent();
        if (parent == null) {
            node.putNull("parent_provider_uuid");
        } else {
            node.put("parent_provider_uuid", parent.uuid());
        }
        node.put("root_provider_uuid", provider.root().uuid());
        return node;
    }

    Response list(Query query) {
        Query.Wanted aggregates = query.aggregates("member_of");
        Query.Wanted traits = query.traits("required");
        Map<String, Long> resources =
                query.has("resources") ? Query.resources(query.last("resources")) : Map.of();
        Set<String> named = new LinkedHashSet<>(traits.forbidden());
        traits.required().forEach(named::addAll);
        for (String each : named) {
            if (!store.names().hasTrait(each)) {
                throw ApiError.bad(
                        "Invalid trait(s) in \"required\" parameter: No such trait(s): "
                                + each
                                + ".");
            }
        }
        for (String each : resources.keySet()) {
            if (!store.names().knows(each)) {
                throw ApiError.bad(
                        "Invalid resource class in resources parameter: No such resource class "
                                + each
                                + ".");
            }
        }
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        ArrayNode list = all.putArray("resource_providers");
        for (Provider each : store.providers()) {
            if (isMeant(each, query)
                    && matches(each.aggregates(), aggregates)
                    && matches(each.traits(), traits)
                    && hasRoom(each, resources)) {
                list.add(shown(each));
            }
        }
        return Response.of(all);
    }

    private boolean isMeant(Provider provider, Query query) {
        boolean meant =
                (!query.has("name") || query.last("name").equals(provider.name()))
                        && (!query.has("uuid") || query.last("uuid").equals(provider.uuid()));
        if (meant && query.has("in_tree")) {
            Provider member = store.provider(query.last("in_tree"));
            return member != null && member.root() == provider.root();
        }
        return meant;
    }

    private static boolean matches(Set<String> has, Query.Wanted wanted) {
        for (Set<String> any : wanted.required()) {
            if (any.stream().noneMatch(has::contains)) {
                return false;
            }
        }
        return wanted.forbidden().stream().noneMatch(has::contains);
    }

    private boolean hasRoom(Provider provider, Map<String, Long> resources) {
        for (Map.Entry<String, Long> each : resources.entrySet()) {
            if (!provider.hasRoom(store.names().number(each.getKey()), each.getValue())) {
                return false;
            }
        }
        return true;
    }

    Response usages(String uuid) {
        Provider provider = Body.provider(store, uuid, ": ");
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("resource_provider_generation", provider.generation());
        ObjectNode usages = node.putObject("usages");
        for (int each : provider.inventories().keySet()) {
            usages.put(store.names().name(each), provider.used(each));
        }
        return Response.of(node);
    }

    Optional<Response> aggregates(String method, String uuid, JsonNode body) {
        Provider provider = Body.provider(store, uuid, "");
        if (method.equals("PUT")) {
            Body.object(body, List.of("aggregates", "resource_provider_generation"), List.of());
            List<String> uuids = Body.texts(body.path("aggregates"), true);
            mustBeCurrent(provider, body);
            provider.aggregates().clear();
            provider.aggregates().addAll(uuids);
            provider.changed();
        } else if (!method.equals("GET")) {
            return Optional.empty();
        }
        return Optional.of(listed(provider, "aggregates", provider.aggregates()));
    }

    Optional<Response> traits(String method, String uuid, JsonNode body) {
        Provider provider = Body.provider(store, uuid, method.equals("GET") ? ": " : "");
        switch (method) {
            case "GET" -> {}
            case "DELETE" -> {
                setTraits(provider, Set.of());
                return Optional.of(Response.empty(204));
            }
            case "PUT" -> {
                Body.object(body, List.of("traits", "resource_provider_generation"), List.of());
                Set<String> traits = new TreeSet<>(Body.texts(body.path("traits"), false));
                mustBeCurrent(provider, body);
                List<String> unknown = new ArrayList<>(traits);
                unknown.removeIf(store.names()::hasTrait);
                if (!unknown.isEmpty()) {
                    throw ApiError.bad("No such trait " + String.join(", ", unknown));
                }
                setTraits(provider, traits);
            }
            default -> {
                return Optional.empty();
            }
        }
        return Optional.of(listed(provider, "traits", provider.traits()));
    }

    private static void mustBeCurrent(Provider provider, JsonNode body) {
        Body.mustBeGeneration(
                provider,
                body.path("resource_provider_generation"),
                "Resource provider's generation already changed. Please update the generation and"
                        + " try again.");
    }

    private static void setTraits(Provider provider, Set<String> traits) {
        if (!provider.traits().equals(traits)) {
            provider.traits().clear();
            provider.traits().addAll(traits);
            provider.changed();
        }
    }

    private static Response listed(Provider provider, String name, Set<String> words) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode list = node.putArray(name);
        words.forEach(list::add);
        node.put("resource_provider_generation", provider.generation());
        return Response.of(node);
    }
}
