package org.maquete.ovn.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maquete.ovn.nb.Northbound;
import org.maquete.ovn.nb.NorthboundReader;
import org.maquete.ovn.pipeline.Binding;
import org.maquete.ovn.pipeline.Tracer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A recorded network: its northbound rows, what routers have learnt, and short names of ports. */
public final class Topology {

    private final Tracer tracer;
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Map<String, String> aliases = new LinkedHashMap<>();

    /**
     * Reads a network.
     *
     * @param neutron the objects of Neutron as JSON, with aliases of ports and {@code mac_bindings}
     * @param northbound the operations that make the rows
     * @throws IllegalArgumentException when one of them cannot be read
     */
    public Topology(String neutron, String northbound) {
        JsonNode root = json(neutron);
        for (JsonNode port : root.path("ports")) {
            alias(port.path("alias"), port.path("id"));
        }
        for (JsonNode network : root.path("networks")) {
            String segment = network.path("segment_id").asString("");
            if (!segment.isEmpty()) {
                put("provnet:" + network.path("name").asString(""), "provnet-" + segment);
            }
        }
        for (JsonNode router : root.path("routers")) {
            JsonNode gateway = router.path("external_gateway");
            alias(gateway.path("alias"), gateway.path("port_id"));
            for (JsonNode each : router.path("interfaces")) {
                alias(each.path("alias"), each.path("port_id"));
            }
        }
        List<Binding> bindings = new ArrayList<>();
        for (JsonNode each : root.path("mac_bindings")) {
            bindings.add(
                    new Binding(
                            each.path("logical_port").asString(""),
                            each.path("ip").asString(""),
                            each.path("mac").asString("")));
        }
        Northbound rows = NorthboundReader.read(northbound);
        tracer = new Tracer(rows, bindings);
    }

    static JsonNode json(String text) {
        try {
            return JsonMapper.builder().build().readTree(text);
        } catch (JacksonException broken) {
            throw new IllegalArgumentException(
                    "expected JSON, found "
                            + broken.getOriginalMessage()
                            + "\nMaybe the text was cut off.",
                    broken);
        }
    }

    private void alias(JsonNode alias, JsonNode id) {
        if (!alias.asString("").isEmpty()) {
            put(alias.asString(""), id.asString(""));
        }
    }

    private void put(String alias, String id) {
        ids.put(alias, id);
        aliases.put(id, alias);
    }

    Tracer tracer() {
        return tracer;
    }

    /** The name of a port as the rows have it. */
    String id(String alias) {
        return ids.getOrDefault(alias, alias);
    }

    /** The name of a port as recordings have it. */
    String alias(String id) {
        return aliases.getOrDefault(id, id);
    }
}
