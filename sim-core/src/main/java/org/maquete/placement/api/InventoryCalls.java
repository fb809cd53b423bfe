package org.maquete.placement.api;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.maquete.placement.api.PlacementApi.Response;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** /resource_providers/{uuid}/inventories. */
final class InventoryCalls {

    private static final List<String> OPTIONAL =
            List.of("reserved", "min_unit", "max_unit", "step_size", "allocation_ratio");

    private final Store store;

    InventoryCalls(Store store) {
        this.store = store;
    }

    Optional<Response> ask(String method, String uuid, String name, JsonNode body) {
        if (name.isEmpty()) {
            return switch (method) {
                case "GET" -> {
                    Provider provider = Body.provider(store, uuid, " : ");
                    yield Optional.of(Response.of(shown(provider)));
                }
                case "PUT" -> Optional.of(setAll(Body.provider(store, uuid, ""), body));
                case "POST" -> Optional.of(create(Body.provider(store, uuid, ""), body));
                case "DELETE" -> Optional.of(deleteAll(Body.provider(store, uuid, "")));
                default -> Optional.empty();
            };
        }
        return switch (method) {
            case "GET" -> Optional.of(one(Body.provider(store, uuid, " : "), name));
            case "PUT" -> Optional.of(update(Body.provider(store, uuid, ""), name, body));
            case "DELETE" -> Optional.of(delete(Body.provider(store, uuid, ""), name));
            default -> Optional.empty();
        };
    }

    /** An inventory of a body; it says all that it does not leave to the defaults. */
    static Inventory inventory(JsonNode node, List<String> required) {
        Body.object(node, required, OPTIONAL);
        JsonNode ratio = node.path("allocation_ratio");
        return new Inventory(
                Body.whole(node.path("total"), 1),
                optional(node, "reserved", 0, 0),
                optional(node, "min_unit", 1, 1),
                optional(node, "max_unit", 1, Inventory.UNIT_MAX),
                optional(node, "step_size", 1, 1),
                ratio.isNumber() ? ratio.asDouble() : 1.0);
    }

    private static int optional(JsonNode node, String name, int least, int otherwise) {
        return node.has(name) ? Body.whole(node.path(name), least) : otherwise;
    }

    /** The inventories of a body, by class; an error where one has less than nothing. */
    TreeMap<Integer, Inventory> inventories(JsonNode node, Provider provider, String unknown) {
        TreeMap<Integer, Inventory> all = new TreeMap<>();
        String bad = "";
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            String name = each.getKey();
            Inventory inventory = inventory(each.getValue(), List.of("total"));
            if (inventory.capacity() < 0 && bad.isEmpty()) {
                bad = name;
            }
            if (store.names().knows(name)) {
                all.put(store.names().number(name), inventory);
            } else if (bad.isEmpty()) {
                throw ApiError.bad(unknown + "No such resource class " + name + ".");
            }
        }
        if (!bad.isEmpty()) {
            throw ApiError.bad(
                    "Unable to update inventory for resource provider "
                            + provider.uuid()
                            + ": "
                            + reservedIsMore(bad, provider));
        }
        return all;
    }

    private static String reservedIsMore(String name, Provider provider) {
        return "Invalid inventory for '"
                + name
                + "' on resource provider '"
                + provider.uuid()
                + "'. The reserved value is greater than total.";
    }

    private Response setAll(Provider provider, JsonNode body) {
        Body.object(body, List.of("resource_provider_generation", "inventories"), List.of());
        Body.mustBeGeneration(
                provider,
                body.path("resource_provider_generation"),
                "resource provider generation conflict");
        TreeMap<Integer, Inventory> all =
                inventories(
                        body.path("inventories"),
                        provider,
                        "Unknown resource class in inventory for resource provider "
                                + provider.uuid()
                                + ": ");
        mayReplace(provider, all.keySet(), "update conflict: ");
        replace(provider, all);
        return Response.of(shown(provider));
    }

    /** An error where a class would go of which something is allocated. */
    void mayReplace(Provider provider, Collection<Integer> kept, String start) {
        TreeSet<Integer> gone = new TreeSet<>(provider.inventories().keySet());
        gone.removeAll(kept);
        List<String> used = store.inUse(provider, gone);
        if (!used.isEmpty()) {
            throw ApiError.conflict(ApiError.INVENTORY_INUSE, start + inUse(used, provider));
        }
    }

    private static String inUse(List<String> classes, Provider provider) {
        return "Inventory for '"
                + String.join(", ", classes)
                + "' on resource provider '"
                + provider.uuid()
                + "' in use.";
    }

    static void replace(Provider provider, Map<Integer, Inventory> all) {
        provider.inventories().clear();
        provider.inventories().putAll(all);
        provider.changed();
    }

    private Response deleteAll(Provider provider) {
        mayReplace(provider, List.of(), "");
        replace(provider, Map.of());
        return Response.empty(204);
    }

    private Response create(Provider provider, JsonNode body) {
        String name = Body.className(Body.text(body.path("resource_class"), 255));
        ObjectNode rest = ((ObjectNode) body).deepCopy();
        rest.remove("resource_class");
        rest.remove("resource_provider_generation");
        Inventory inventory = inventory(rest, List.of("total"));
        String start = "Unable to create inventory for resource provider " + provider.uuid() + ": ";
        if (inventory.capacity() < 0) {
            throw ApiError.bad(start + reservedIsMore(name, provider));
        }
        if (!store.names().knows(name)) {
            throw ApiError.bad(start + "No such resource class " + name + ".");
        }
        int number = store.names().number(name);
        if (provider.inventories().containsKey(number)) {
            throw ApiError.conflict(ApiError.CONCURRENT_UPDATE, "Update conflict: " + name);
        }
        provider.inventories().put(number, inventory);
        provider.changed();
        ObjectNode node = shown(inventory);
        node.put("resource_provider_generation", provider.generation());
        return new Response(201, node);
    }

    private Response update(Provider provider, String name, JsonNode body) {
        List<String> required = List.of("total", "resource_provider_generation");
        Inventory inventory = inventory(body, required);
        Body.mustBeGeneration(
                provider,
                body.path("resource_provider_generation"),
                "resource provider generation conflict");
        String start = "Unable to update inventory for resource provider " + provider.uuid() + ": ";
        if (inventory.capacity() < 0) {
            throw ApiError.bad(start + reservedIsMore(name, provider));
        }
        boolean has =
                store.names().knows(name)
                        && provider.inventories().containsKey(store.names().number(name));
        if (!has) {
            throw ApiError.bad(
                    "No inventory record with resource class for resource provider "
                            + provider.uuid()
                            + ": No inventory of class "
                            + name
                            + " found.");
        }
        provider.inventories().put(store.names().number(name), inventory);
        provider.changed();
        ObjectNode node = shown(inventory);
        node.put("resource_provider_generation", provider.generation());
        return Response.of(node);
    }

    private Response delete(Provider provider, String name) {
        String none = "No inventory of class " + name + " found for delete";
        if (!store.names().knows(name)) {
            throw ApiError.missing(none + ": No such resource class " + name + ".");
        }
        int number = store.names().number(name);
        List<String> used = store.inUse(provider, List.of(number));
        if (!used.isEmpty()) {
            throw ApiError.conflict(
                    ApiError.CONCURRENT_UPDATE,
                    "Unable to delete inventory of class " + name + ": " + inUse(used, provider));
        }
        if (!provider.inventories().containsKey(number)) {
            throw ApiError.missing(none + ": " + none);
        }
        provider.inventories().remove(number);
        provider.changed();
        return Response.empty(204);
    }

    private Response one(Provider provider, String name) {
        Inventory inventory =
                store.names().knows(name)
                        ? provider.inventories().get(store.names().number(name))
                        : null;
        if (inventory == null) {
            throw ApiError.missing("No inventory of class " + name + " for " + provider.uuid());
        }
        ObjectNode node = shown(inventory);
        if (provider.generation() > 0) {
            node.put("resource_provider_generation", provider.generation());
        }
        return Response.of(node);
    }

    private ObjectNode shown(Provider provider) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("resource_provider_generation", provider.generation());
        ObjectNode all = node.putObject("inventories");
        provider.inventories()
                .forEach((number, each) -> all.set(store.names().name(number), shown(each)));
        return node;
    }

    private static ObjectNode shown(Inventory inventory) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("total", inventory.total());
        node.put("reserved", inventory.reserved());
        node.put("min_unit", inventory.minUnit());
        node.put("max_unit", inventory.maxUnit());
        node.put("step_size", inventory.stepSize());
        node.put("allocation_ratio", inventory.ratio());
        return node;
    }
}
