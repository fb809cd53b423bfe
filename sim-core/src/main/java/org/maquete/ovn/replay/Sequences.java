package org.maquete.ovn.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.maquete.ovn.pipeline.Output;
import org.maquete.ovn.pipeline.Packet;
import org.maquete.ovn.pipeline.Session;
import tools.jackson.databind.JsonNode;

/**
 * Sends the packets of a recorded sequence through the model, and says where it received others
 * than the real datapath: as sets, in all fields that were recorded.
 *
 * <p>The port that SNAT takes instead of one in use is drawn by the real one: it is not compared,
 * and an answer to it goes to the port that ours took.
 */
public final class Sequences {

    private final Topology topology;
    private final Session session;
    private final Map<String, String> taken = new LinkedHashMap<>();

    private Sequences(Topology topology) {
        this.topology = topology;
        session = new Session(topology.tracer());
    }

    /**
     * Compares all steps of a recording.
     *
     * @param json the recording, {@code sequences.json}
     * @param topologies a recorded network by its name
     * @throws IllegalArgumentException when the recording cannot be read
     */
    public static TraceVectors.Agreement replay(
            String json, Function<String, Optional<Topology>> topologies) {
        List<String> differences = new ArrayList<>();
        long count = 0;
        for (JsonNode sequence : Topology.json(json).path("sequences")) {
            String name = sequence.path("topology").asString("");
            Optional<Topology> topology = topologies.apply(name);
            if (topology.isEmpty()) {
                differences.add(name + ": no such topology");
                continue;
            }
            Sequences one = new Sequences(topology.get());
            int number = 0;
            for (JsonNode step : sequence.path("steps")) {
                count++;
                number++;
                String at = name + " step " + number + " (" + step.path("title").asString("") + ")";
                one.difference(step).ifPresent(text -> differences.add(at + ": " + text));
            }
        }
        return new TraceVectors.Agreement(count, differences);
    }

    private Optional<String> difference(JsonNode step) {
        SortedMap<String, String> sent = fields(step.path("packet"));
        for (Map.Entry<String, JsonNode> each : step.path("packet").path("inner").properties()) {
            String name = each.getKey().replace("ip_", "");
            if (List.of("src", "dst", "proto", "sport", "dport").contains(name)) {
                sent.put("inner_" + name, each.getValue().asString(""));
            }
        }
        String real = sent.getOrDefault("ip_dst", "") + ":" + sent.getOrDefault("dport", "");
        if (taken.containsKey(real)) {
            sent.put("dport", taken.getOrDefault(real, ""));
        }
        String inport = topology.id(sent.getOrDefault("inport", ""));
        sent.keySet().removeAll(List.of("seq", "ack", "inport"));
        if (sent.getOrDefault("proto", "").equals("icmp4")) {
            sent.keySet().removeAll(List.of("sport", "dport", "flags"));
        }
        List<SortedMap<String, String>> found = new ArrayList<>();
        for (Output each : session.send(inport, new Packet(sent))) {
            found.add(received(each));
        }
        found.removeIf(each -> each.getOrDefault("port", "").startsWith("metadata:"));
        for (JsonNode each : step.path("received")) {
            SortedMap<String, String> wanted = fields(each);
            if (!found.remove(wanted) && !isRemoved(wanted, found, sent)) {
                return Optional.of("expected " + wanted + ", found " + found);
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of("expected no more, found " + found);
    }

    private static SortedMap<String, String> fields(JsonNode packet) {
        SortedMap<String, String> fields = new TreeMap<>();
        for (Map.Entry<String, JsonNode> each : packet.properties()) {
            if (!each.getValue().isObject()) {
                fields.put(each.getKey(), each.getValue().asString(""));
            }
        }
        return fields;
    }

    private SortedMap<String, String> received(Output output) {
        SortedMap<String, String> fields = new TreeMap<>(output.packet().fields());
        fields.put("port", topology.alias(output.port()));
        if (output.generated() == Output.Generated.TCP_RESET) {
            fields.put("flags", "rst");
        }
        return fields;
    }

    /** The same but for a port that was taken for one in use. */
    private boolean isRemoved(
            SortedMap<String, String> wanted,
            List<SortedMap<String, String>> found,
            SortedMap<String, String> sent) {
        String port = wanted.getOrDefault("sport", "");
        if (port.equals(sent.getOrDefault("sport", ""))) {
            return false;
        }
        for (SortedMap<String, String> each : found) {
            SortedMap<String, String> alike = new TreeMap<>(each);
            alike.put("sport", port);
            if (alike.equals(wanted)) {
                String real = wanted.getOrDefault("ip_src", "") + ":" + port;
                taken.put(real, each.getOrDefault("sport", ""));
                return found.remove(each);
            }
        }
        return false;
    }
}
