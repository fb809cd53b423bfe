package org.maquete.placement.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.maquete.placement.api.PlacementApi.Response;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** /allocations, /reshaper and /usages: what consumers hold. */
final class AllocationCalls {

    private static final List<String> REQUIRED =
            List.of("allocations", "project_id", "user_id", "consumer_generation", "consumer_type");

    private final Store store;
    private final InventoryCalls inventories;

    AllocationCalls(Store store) {
        this.store = store;
        this.inventories = new InventoryCalls(store);
    }

    /** A consumer with what a request says of it, and whether the request made it. */
    private record Ensured(Consumer consumer, JsonNode asked, boolean isNew) {}

    Response set(String uuid, JsonNode body) {
        if (!uuid.matches(Query.UUID)) {
            throw ApiError.bad("Malformed consumer_uuid: " + uuid);
        }
        validate(body);
        Ensured ensured = ensure(uuid, body);
        // An unknown provider is found after the consumer was made: it stays.
        List<Store.Claim> claims = claims(ensured);
        try {
            write(List.of(ensured), claims);
        } catch (Names.UnknownClass e) {
            undo(List.of(ensured));
            throw ApiError.bad(
                    "Unable to allocate inventory for consumer " + uuid + ": " + e.getMessage());
        } catch (Store.Invalid e) {
            undo(List.of(ensured));
            throw ApiError.conflict(
                    ApiError.UNDEFINED, "Unable to allocate inventory: " + e.getMessage());
        }
        return Response.empty(204);
    }

    private static void validate(JsonNode body) {
        Body.object(body, REQUIRED, List.of("mappings"));
        Body.text(body.path("project_id"), 255);
        Body.text(body.path("user_id"), 255);
        Body.className(Body.text(body.path("consumer_type"), 255));
        JsonNode generation = body.path("consumer_generation");
        if (!generation.isNull() && !generation.isIntegralNumber()) {
            throw Body.invalid(generation + " is not of type 'integer', 'null'");
        }
        JsonNode allocations = Body.object(body.path("allocations"), List.of(), keys(body));
        for (Map.Entry<String, JsonNode> each : allocations.properties()) {
            if (!each.getKey().matches("[0-9a-fA-F-]{36}")) {
                throw Body.invalid("'" + each.getKey() + "' does not match any of the regexes");
            }
            Body.object(each.getValue(), List.of("resources"), List.of("generation"));
            JsonNode resources = each.getValue().path("resources");
            if (!resources.isObject() || resources.isEmpty()) {
                throw Body.invalid("{} does not have enough properties");
            }
            for (Map.Entry<String, JsonNode> amount : resources.properties()) {
                Body.className(amount.getKey());
                if (!amount.getValue().isIntegralNumber() || amount.getValue().asLong() < 1) {
                    throw Body.invalid(amount.getValue() + " is less than the minimum of 1");
                }
            }
        }
    }

    private static List<String> keys(JsonNode body) {
        List<String> keys = new ArrayList<>();
        body.path("allocations").properties().forEach(each -> keys.add(each.getKey()));
        return keys;
    }

    private Ensured ensure(String uuid, JsonNode body) {
        JsonNode generation = body.path("consumer_generation");
        Consumer known = store.consumer(uuid);
        String got = generation.isNull() ? "None" : generation.asString();
        if (known == null) {
            if (!generation.isNull()) {
                throw conflict("null", got);
            }
            Consumer made =
                    new Consumer(
                            uuid,
                            body.path("project_id").asString(),
                            body.path("user_id").asString(),
                            body.path("consumer_type").asString());
            store.add(made);
            return new Ensured(made, body, true);
        }
        if (generation.isNull() || generation.asLong() != known.generation()) {
            throw conflict(String.valueOf(known.generation()), got);
        }
        return new Ensured(known, body, false);
    }

    private static ApiError conflict(String expected, String got) {
        return ApiError.conflict(
                ApiError.CONCURRENT_UPDATE,
                "consumer generation conflict - expected " + expected + " but got " + got);
    }

    private List<Store.Claim> claims(Ensured ensured) {
        List<Store.Claim> claims = new ArrayList<>();
        JsonNode allocations = ensured.asked().path("allocations");
        Consumer consumer = ensured.consumer();
        if (allocations.isEmpty()) {
            for (Consumer.Holding each : consumer.holdings().keySet()) {
                String name = store.names().name(each.resourceClass());
                claims.add(new Store.Claim(consumer, store.provider(each.provider()), name, 0));
            }
            return claims;
        }
        Map<String, Provider> providers = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> each : allocations.properties()) {
            Provider provider = store.provider(each.getKey());
            if (provider == null) {
                throw ApiError.bad(
                        "Allocation for resource provider '"
                                + each.getKey()
                                + "' that does not exist.");
            }
            providers.put(each.getKey(), provider);
        }
        providers.forEach((uuid, provider) ->
                allocations
                        .path(uuid)
                        .path("resources")
                        .properties()
                        .forEach(each ->
                                claims.add(
                                        new Store.Claim(
                                                consumer,
                                                provider,
                                                each.getKey(),
                                                each.getValue().asLong()))));
        return claims;
    }

    private void write(List<Ensured> all, List<Store.Claim> claims) {
        store.replaceAll(claims);
        for (Ensured each : all) {
            each.consumer()
                    .belongsTo(
                            each.asked().path("project_id").asString(),
                            each.asked().path("user_id").asString(),
                            each.asked().path("consumer_type").asString());
        }
    }

    private void undo(List<Ensured> all) {
        for (Ensured each : all) {
            if (each.isNew()) {
                store.remove(each.consumer());
            }
        }
    }

    Response setMany(JsonNode body) {
        if (!body.isObject() || body.isEmpty()) {
            throw Body.invalid("{} does not have enough properties");
        }
        List<Ensured> all = ensureMany(body);
        List<Store.Claim> claims = claimsOf(all);
        try {
            write(all, claims);
        } catch (Names.UnknownClass e) {
            undo(all);
            throw ApiError.bad("Unable to allocate inventory " + e.getMessage());
        } catch (Store.Invalid e) {
            undo(all);
            throw ApiError.conflict(
                    ApiError.UNDEFINED, "Unable to allocate inventory: " + e.getMessage());
        }
        return Response.empty(204);
    }

    private List<Ensured> ensureMany(JsonNode body) {
        body.properties().forEach(each -> validate(each.getValue()));
        List<Ensured> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : body.properties()) {
            try {
                all.add(ensure(each.getKey(), each.getValue()));
            } catch (ApiError e) {
                undo(all);
                throw e;
            }
        }
        return all;
    }

    private List<Store.Claim> claimsOf(List<Ensured> all) {
        List<Store.Claim> claims = new ArrayList<>();
        all.forEach(each -> claims.addAll(claims(each)));
        return claims;
    }

    Response delete(String uuid) {
        Consumer consumer = store.consumer(uuid);
        if (consumer == null || consumer.holdings().isEmpty()) {
            throw ApiError.missing("No allocations for consumer '" + uuid + "'");
        }
        store.free(consumer);
        store.remove(consumer);
        return Response.empty(204);
    }

    Response list(String uuid) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ObjectNode allocations = node.putObject("allocations");
        Consumer consumer = store.consumer(uuid);
        if (consumer == null || consumer.holdings().isEmpty()) {
            return Response.of(node);
        }
        consumer.holdings()
                .forEach((holding, amount) -> {
                    Provider provider = store.provider(holding.provider());
                    ObjectNode each =
                            (ObjectNode)
                                    (allocations.has(provider.uuid())
                                            ? allocations.path(provider.uuid())
                                            : allocations.putObject(provider.uuid()));
                    each.put("generation", provider.generation());
                    ObjectNode resources =
                            each.has("resources")
                                    ? (ObjectNode) each.path("resources")
                                    : each.putObject("resources");
                    resources.put(store.names().name(holding.resourceClass()), amount);
                });
        node.put("project_id", consumer.project());
        node.put("user_id", consumer.user());
        node.put("consumer_generation", consumer.generation());
        node.put("consumer_type", consumer.type());
        return Response.of(node);
    }

    Response ofProvider(String uuid) {
        Provider provider = store.provider(uuid);
        if (provider == null) {
            throw ApiError.missing(
                    "Resource provider '"
                            + uuid
                            + "' not found: No resource provider with uuid "
                            + uuid
                            + " found");
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ObjectNode allocations = node.putObject("allocations");
        for (Consumer consumer : store.consumers()) {
            consumer.holdings()
                    .forEach((holding, amount) -> {
                        if (holding.provider() == provider.id()) {
                            put(allocations, consumer, holding, amount);
                        }
                    });
        }
        node.put("resource_provider_generation", provider.generation());
        return Response.of(node);
    }

    private void put(
            ObjectNode allocations, Consumer consumer, Consumer.Holding holding, long amount) {
        if (!allocations.has(consumer.uuid())) {
            ObjectNode made = allocations.putObject(consumer.uuid());
            made.putObject("resources");
            made.put("consumer_generation", consumer.generation());
        }
        ((ObjectNode) allocations.path(consumer.uuid()).path("resources"))
                .put(store.names().name(holding.resourceClass()), amount);
    }

    Response reshape(JsonNode body) {
        Body.object(body, List.of("inventories", "allocations"), List.of());
        Runnable undo = store.saved();
        try {
            reshapeUnsafely(body);
        } catch (ApiError e) {
            undo.run();
            throw e;
        } catch (Names.UnknownClass e) {
            undo.run();
            throw ApiError.bad("malformed reshaper data: " + e.getMessage());
        } catch (Store.Invalid e) {
            undo.run();
            throw ApiError.conflict(
                    ApiError.UNDEFINED, "Unable to allocate inventory: " + e.getMessage());
        }
        return Response.empty(204);
    }

    private void reshapeUnsafely(JsonNode body) {
        Map<Provider, TreeMap<Integer, Inventory>> wanted = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> each : body.path("inventories").properties()) {
            Provider provider = reshaped(each.getKey(), each.getValue());
            JsonNode all = each.getValue().path("inventories");
            wanted.put(
                    provider, inventories.inventories(all, provider, "malformed reshaper data: "));
        }
        List<Ensured> consumers = ensureMany(body.path("allocations"));
        List<Store.Claim> claims = claimsOf(consumers);
        wanted.forEach((provider, all) -> {
            if (!all.isEmpty()) {
                TreeMap<Integer, Inventory> both = new TreeMap<>(provider.inventories());
                both.putAll(all);
                InventoryCalls.replace(provider, both);
            }
        });
        write(consumers, claims);
        wanted.forEach((provider, all) -> {
            inventories.mayReplace(provider, all.keySet(), "update conflict: ");
            InventoryCalls.replace(provider, all);
        });
    }

    private Provider reshaped(String uuid, JsonNode node) {
        Provider provider = store.provider(uuid);
        if (provider == null) {
            throw new ApiError(
                    400,
                    "placement.resource_provider.not_found",
                    "Resource provider "
                            + uuid
                            + " in inventories not found: No resource provider with uuid "
                            + uuid
                            + " found");
        }
        JsonNode generation = node.path("resource_provider_generation");
        Body.mustBeGeneration(
                provider,
                generation,
                "resource provider generation conflict for provider "
                        + uuid
                        + ": actual: "
                        + provider.generation()
                        + ", given: "
                        + generation.asString(""));
        return provider;
    }

    Response usages(Query query) {
        if (!query.has("project_id")) {
            throw ApiError.bad(
                    "Invalid query string parameters: 'project_id' is a required property");
        }
        String wanted = query.last("consumer_type");
        TreeMap<String, TreeMap<String, Long>> byType = new TreeMap<>();
        for (Consumer each : store.consumers()) {
            boolean counts =
                    each.project().equals(query.last("project_id"))
                            && (!query.has("user_id") || each.user().equals(query.last("user_id")))
                            && !each.holdings().isEmpty()
                            && (List.of("", "all").contains(wanted) || each.type().equals(wanted));
            if (counts) {
                String type = wanted.equals("all") ? "all" : each.type();
                TreeMap<String, Long> sums = byType.computeIfAbsent(type, t -> new TreeMap<>());
                sums.merge("consumer_count", 1L, Long::sum);
                each.holdings()
                        .forEach((holding, amount) ->
                                sums.merge(
                                        store.names().name(holding.resourceClass()),
                                        amount,
                                        Long::sum));
            }
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ObjectNode usages = node.putObject("usages");
        byType.forEach((type, sums) -> sums.forEach(usages.withObjectProperty(type)::put));
        return Response.of(node);
    }
}
