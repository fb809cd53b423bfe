package org.maquete.nova.prefilter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.maquete.Recording;
import org.maquete.nova.scheduler.Host;
import org.maquete.nova.scheduler.ImageProperties;
import org.maquete.nova.scheduler.RequestSpec;
import org.maquete.nova.scheduler.SchedulerOptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares what we ask Placement for with what the real nova-scheduler asks for.
 *
 * <p>{@code -Dmaquete.live.requests=cases.jsonl} compares freshly recorded ones.
 */
final class RequestFiltersTest {

    private static final String RECORDED = "openstack/request_filters.jsonl.gz";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static List<String> differences(List<String> lines) {
        List<String> differences = new ArrayList<>();
        for (String line : lines) {
            JsonNode node = JSON.readTree(line);
            String expected = expected(node.get("expect"));
            String found = found(node);
            if (!expected.equals(found)) {
                differences.add(
                        node.get("name").asString()
                                + "\n  expected "
                                + expected
                                + "\n  found    "
                                + found);
            }
        }
        return differences;
    }

    private static String expected(JsonNode expect) {
        return expect.has("query")
                ? expect.get("query").asString()
                : "failed: " + expect.get("failed").asString();
    }

    private static String found(JsonNode node) {
        return switch (RequestFilters.process(asked(node), options(node.get("options")))) {
            case RequestFilters.Request(ResourceRequest request) -> request.query();
            case RequestFilters.Failed(String reason) -> "failed: " + reason;
        };
    }

    private static SchedulerOptions options(JsonNode node) {
        Map<String, String> values = new LinkedHashMap<>();
        node.properties().forEach(each -> values.put(each.getKey(), each.getValue().asString()));
        return SchedulerOptions.of(values);
    }

    private static Asked asked(JsonNode node) {
        Map<String, String> image = texts(node.get("image").get("properties"));
        List<Host.HostAggregate> aggregates = new ArrayList<>();
        for (JsonNode each : node.get("aggregates")) {
            aggregates.add(
                    new Host.HostAggregate(
                            each.get("uuid").asString(), texts(each.get("metadata"))));
        }
        List<Asked.Node> nodes = new ArrayList<>();
        for (JsonNode each : node.get("nodes")) {
            nodes.add(
                    new Asked.Node(
                            each.get("host").asString(),
                            each.get("node").asString(),
                            each.get("uuid").asString()));
        }
        return new Asked(
                shape(node, image),
                image,
                node.get("image").get("disk_format").asString(),
                node.get("bfv").asBoolean(),
                aggregates,
                nodes);
    }

    private static RequestSpec.Shape shape(JsonNode node, Map<String, String> image) {
        JsonNode flavor = node.get("flavor");
        Map<String, List<String>> hints = new LinkedHashMap<>();
        node.get("hints")
                .properties()
                .forEach(each -> hints.put(each.getKey(), list(each.getValue())));
        JsonNode to = node.get("destination");
        Optional<RequestSpec.Destination> destination =
                to.isNull()
                        ? Optional.empty()
                        : Optional.of(
                                new RequestSpec.Destination(
                                        to.get("host").asString(),
                                        to.get("node").asString(),
                                        "",
                                        false));
        return new RequestSpec.Shape(
                new RequestSpec.Flavor(
                        flavor.get("name").asString(),
                        flavor.get("vcpus").asInt(),
                        flavor.get("ram").asInt(),
                        flavor.get("root").asInt(),
                        flavor.get("ephemeral").asInt(),
                        flavor.get("swap").asInt(),
                        texts(flavor.get("extra_specs"))),
                new RequestSpec.Image(
                        node.get("image").get("id").asString(), ImageProperties.known(image)),
                new RequestSpec.Wishes(
                        node.get("zone").asString(),
                        List.of(),
                        list(node.get("force_hosts")),
                        list(node.get("force_nodes")),
                        destination),
                hints,
                node.get("project").asString());
    }

    private static List<String> list(JsonNode node) {
        List<String> texts = new ArrayList<>();
        node.forEach(each -> texts.add(each.asString()));
        return texts;
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new LinkedHashMap<>();
        node.properties().forEach(each -> texts.put(each.getKey(), each.getValue().asString()));
        return texts;
    }

    @Test
    void asksForWhatTheRealOneAsksFor() {
        List<String> lines = Recording.lines(RECORDED);

        assertThat(lines).hasSize(250);
        assertThat(differences(lines)).isEmpty();
    }

    @Test
    void asksForWhatTheRealOneAsksForInThisRun() {
        List<String> lines = Recording.live("maquete.live.requests", RECORDED);

        assertThat(lines).isNotEmpty();
        assertThat(differences(lines)).isEmpty();
    }

    @Test
    void seesAQueryThatDiffers() {
        String line =
                Recording.lines(RECORDED).stream()
                        .filter(each -> each.contains("MEMORY_MB%3A2048"))
                        .findFirst()
                        .orElseThrow();

        assertThat(differences(List.of(line.replace("MEMORY_MB%3A2048", "MEMORY_MB%3A2049"))))
                .hasSize(1);
    }
}
