package org.maquete.placement.api;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Placement's API at microversion 1.39: requests to answers, over a store of its own.
 *
 * <pre>
 * PlacementApi placement = new PlacementApi();
 * placement.ask("GET", "/allocation_candidates?resources=VCPU:1", "").body();
 * </pre>
 */
public final class PlacementApi {

    private final Store store = new Store();
    private final ProviderCalls providers = new ProviderCalls(store);
    private final InventoryCalls inventories = new InventoryCalls(store);
    private final AllocationCalls allocations = new AllocationCalls(store);
    private final CandidateCalls candidates = new CandidateCalls(store);
    private final NameCalls names = new NameCalls(store);

    /**
     * An answer.
     *
     * @param body missing where the answer has none
     */
    public record Response(int status, JsonNode body) {

        static Response of(JsonNode body) {
            return new Response(200, body);
        }

        static Response empty(int status) {
            return new Response(status, MissingNode.getInstance());
        }
    }

    /** Asks with a body of JSON; the empty text is none. */
    public Response ask(String method, String path, String body) {
        JsonNode node =
                body.isEmpty()
                        ? MissingNode.getInstance()
                        : tools.jackson.databind.json.JsonMapper.builder().build().readTree(body);
        return ask(method, path, node);
    }

    /** Asks with a body; missing where there is none. */
    public Response ask(String method, String path, JsonNode body) {
        try {
            int mark = path.indexOf('?');
            Query query = new Query(mark < 0 ? "" : path.substring(mark + 1));
            String[] words = (mark < 0 ? path : path.substring(0, mark)).substring(1).split("/");
            return dispatch(method, words, query, body);
        } catch (ApiError e) {
            ObjectNode error = JsonNodeFactory.instance.objectNode();
            error.put("status", e.status());
            error.put("detail", e.text());
            error.put("code", e.code());
            ObjectNode all = JsonNodeFactory.instance.objectNode();
            all.putArray("errors").add(error);
            return new Response(e.status(), all);
        }
    }

    private Response dispatch(String method, String[] words, Query query, JsonNode body) {
        Optional<Response> answer =
                switch (words[0]) {
                    case "resource_providers" -> provider(method, words, query, body);
                    case "allocation_candidates" ->
                            only("GET", method, () -> candidates.list(query));
                    case "allocations" -> allocation(method, words, body);
                    case "reshaper" -> only("POST", method, () -> allocations.reshape(body));
                    case "usages" -> only("GET", method, () -> allocations.usages(query));
                    case "traits", "resource_classes" -> names.ask(method, words, query, body);
                    default -> Optional.empty();
                };
        return answer.orElseThrow(() -> new ApiError(404, ApiError.UNDEFINED, ""));
    }

    private static Optional<Response> only(
            String wanted, String method, java.util.function.Supplier<Response> call) {
        if (!method.equals(wanted)) {
            throw new ApiError(405, ApiError.UNDEFINED, "");
        }
        return Optional.of(call.get());
    }

    private Optional<Response> provider(String method, String[] words, Query query, JsonNode body) {
        if (words.length == 1) {
            return Optional.of(
                    method.equals("POST") ? providers.create(body) : providers.list(query));
        }
        String uuid = words[1];
        String part = words.length == 2 ? "" : words[2];
        String name = words.length < 4 ? "" : words[3];
        return switch (part) {
            case "" -> providers.one(method, uuid, body);
            case "inventories" -> inventories.ask(method, uuid, name, body);
            case "usages" -> Optional.of(providers.usages(uuid));
            case "aggregates" -> providers.aggregates(method, uuid, body);
            case "traits" -> providers.traits(method, uuid, body);
            case "allocations" -> Optional.of(allocations.ofProvider(uuid));
            default -> Optional.empty();
        };
    }

    private Optional<Response> allocation(String method, String[] words, JsonNode body) {
        if (words.length == 1) {
            return only("POST", method, () -> allocations.setMany(body));
        }
        return switch (method) {
            case "GET" -> Optional.of(allocations.list(words[1]));
            case "PUT" -> Optional.of(allocations.set(words[1], body));
            case "DELETE" -> Optional.of(allocations.delete(words[1]));
            default -> Optional.empty();
        };
    }
}
