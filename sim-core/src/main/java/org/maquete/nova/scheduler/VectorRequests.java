package org.maquete.nova.scheduler;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Requests of a recording. */
final class VectorRequests {

    private VectorRequests() {}

    static RequestSpec request(JsonNode node) {
        JsonNode image = node.path("image");
        Map<String, List<String>> hints = new LinkedHashMap<>();
        node.path("hints")
                .properties()
                .forEach(each -> hints.put(each.getKey(), SchedulerVectors.list(each.getValue())));
        RequestSpec.Shape shape =
                new RequestSpec.Shape(
                        flavor(node.path("flavor")),
                        new RequestSpec.Image(
                                image.path("id").asString(""),
                                ImageProperties.known(
                                        SchedulerVectors.texts(image.path("properties")))),
                        wishes(node),
                        hints,
                        node.path("project_id").asString(""));
        return new RequestSpec(
                shape,
                group(node.path("group")),
                node.path("instance_uuid").asString(""),
                node.path("num_instances").asInt(1));
    }

    private static RequestSpec.Flavor flavor(JsonNode node) {
        return new RequestSpec.Flavor(
                node.path("name").asString(""),
                node.path("vcpus").asInt(0),
                node.path("ram").asInt(0),
                node.path("disk").asInt(0),
                node.path("ephemeral").asInt(0),
                node.path("swap").asInt(0),
                SchedulerVectors.texts(node.path("extra_specs")));
    }

    private static RequestSpec.Wishes wishes(JsonNode node) {
        JsonNode wanted = node.path("requested_destination");
        Optional<RequestSpec.Destination> destination =
                wanted.isObject()
                        ? Optional.of(
                                new RequestSpec.Destination(
                                        wanted.path("host").asString(""),
                                        wanted.path("node").asString(""),
                                        wanted.path("cell").asString(""),
                                        wanted.path("allow_cross_cell_move").asBoolean(false)))
                        : Optional.empty();
        return new RequestSpec.Wishes(
                node.path("az").asString(""),
                SchedulerVectors.list(node.path("ignore_hosts")),
                SchedulerVectors.list(node.path("force_hosts")),
                SchedulerVectors.list(node.path("force_nodes")),
                destination);
    }

    private static Optional<RequestSpec.Group> group(JsonNode node) {
        if (!node.isObject()) {
            return Optional.empty();
        }
        return Optional.of(
                new RequestSpec.Group(
                        node.path("policy").asString(""),
                        SchedulerVectors.list(node.path("members")),
                        SchedulerVectors.list(node.path("hosts")),
                        node.path("rules").path("max_server_per_host").asInt(0)));
    }
}
