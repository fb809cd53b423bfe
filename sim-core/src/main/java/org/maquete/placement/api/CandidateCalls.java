package org.maquete.placement.api;

import java.util.Map;
import java.util.TreeSet;
import org.maquete.placement.api.PlacementApi.Response;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** GET /allocation_candidates. */
final class CandidateCalls {

    private final Store store;

    CandidateCalls(Store store) {
        this.store = store;
    }

    Response list(Query query) {
        try {
            return Response.of(shown(new TreeSearch(store, CandidateQuery.of(query)).find()));
        } catch (Names.UnknownClass e) {
            throw ApiError.bad("Invalid resource class in resources parameter: " + e.getMessage());
        }
    }

    private ObjectNode shown(TreeSearch.Found found) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode requests = node.putArray("allocation_requests");
        for (AllocationRequest each : found.requests()) {
            ObjectNode request = requests.addObject();
            ObjectNode allocations = request.putObject("allocations");
            for (Map.Entry<Consumer.Holding, Long> part : each.amounts().entrySet()) {
                Provider provider = store.provider(part.getKey().provider());
                allocations
                        .withObjectProperty(provider.uuid())
                        .withObjectProperty("resources")
                        .put(store.names().name(part.getKey().resourceClass()), part.getValue());
            }
            ObjectNode mappings = request.putObject("mappings");
            for (Map.Entry<String, TreeSet<Integer>> part : each.mappings().entrySet()) {
                ArrayNode uuids = mappings.putArray(part.getKey());
                part.getValue().forEach(id -> uuids.add(store.provider(id).uuid()));
            }
        }
        ObjectNode summaries = node.putObject("provider_summaries");
        for (int id : found.summaries()) {
            summary(store.provider(id), summaries.putObject(store.provider(id).uuid()));
        }
        return node;
    }

    private void summary(Provider provider, ObjectNode node) {
        ObjectNode resources = node.putObject("resources");
        provider.inventories()
                .forEach((number, inventory) ->
                        resources
                                .putObject(store.names().name(number))
                                .put("capacity", inventory.capacity())
                                .put("used", provider.used(number)));
        ArrayNode traits = node.putArray("traits");
        provider.traits().forEach(traits::add);
        Provider parent = provider.parent();
        if (parent == null) {
            node.putNull("parent_provider_uuid");
        } else {
            node.put("parent_provider_uuid", parent.uuid());
        }
        node.put("root_provider_uuid", provider.root().uuid());
    }
}
