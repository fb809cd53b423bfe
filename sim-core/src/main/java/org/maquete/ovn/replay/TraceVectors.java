package org.maquete.ovn.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.maquete.ovn.pipeline.Output;
import org.maquete.ovn.pipeline.Packet;
import org.maquete.ovn.pipeline.Verdict;
import tools.jackson.databind.JsonNode;

/**
 * Asks the model what ovn-trace was asked, and says where the answers differ: in the verdict, the
 * ports, each field that was written, translations, the class of a drop, the switches and routers.
 *
 * <p>What ovn-trace does not print is not compared: it writes {@code ct_lb} without the member it
 * took, so the destination behind a load balancer is known by the port alone.
 */
public final class TraceVectors {

    private static final int MEMBERS_MAX =
            16; // <members times routes>: of more the first are compared

    private TraceVectors() {}

    /**
     * The answers that were compared.
     *
     * @param differences one for each case that is not equal
     */
    public record Agreement(long caseCount, List<String> differences) {
        public Agreement {
            differences = List.copyOf(differences);
        }
    }

    /**
     * Compares all cases of a recording.
     *
     * @param json the recording, {@code vectors.json}
     * @param topologies a recorded network by its name
     * @throws IllegalArgumentException when the recording cannot be read
     */
    public static Agreement replay(String json, Function<String, Optional<Topology>> topologies) {
        List<String> differences = new ArrayList<>();
        long count = 0;
        for (JsonNode each : Topology.json(json).path("vectors")) {
            count++;
            String name = each.path("topology").asString("");
            Optional<Topology> topology = topologies.apply(name);
            if (topology.isEmpty()) {
                differences.add(each.path("id").asString("") + ": no topology " + name);
                continue;
            }
            difference(each, topology.get())
                    .ifPresent(text ->
                            differences.add(
                                    each.path("id").asString("")
                                            + " ("
                                            + each.path("title").asString("")
                                            + "): "
                                            + text));
        }
        return new Agreement(count, differences);
    }

    private static Optional<String> difference(JsonNode vector, Topology topology) {
        SortedMap<String, String> sent = new TreeMap<>();
        for (Map.Entry<String, JsonNode> each : vector.path("packet").properties()) {
            sent.put(each.getKey(), each.getValue().asString(""));
        }
        JsonNode expect = vector.path("expect");
        int choices = Math.max(1, expect.path("lb_backends").size());
        choices *= Math.max(1, expect.path("routes").asInt(1));
        Optional<String> first = Optional.empty();
        for (int choice = 0; choice < Math.min(choices, MEMBERS_MAX); choice++) {
            Verdict verdict =
                    topology.tracer()
                            .trace(
                                    topology.id(sent.getOrDefault("inport", "")),
                                    new Packet(sent),
                                    vector.path("ct_state").asString("new"),
                                    choice);
            Optional<String> found = new Comparison(sent, expect, topology).with(verdict);
            if (found.isEmpty()) {
                return found;
            }
            first = first.isEmpty() ? found : first;
        }
        return first;
    }

    /** One recorded answer. */
    private record Comparison(SortedMap<String, String> sent, JsonNode expect, Topology topology) {

        Optional<String> with(Verdict verdict) {
            return differs("verdict", expect.path("verdict").asString(""), verdict(verdict))
                    .or(() -> differs("nat", nat(expect.path("nat")), nat(verdict)))
                    .or(() -> members(verdict))
                    .or(() -> datapaths(verdict))
                    .or(() -> drops(verdict))
                    .or(() -> outputs(verdict));
        }

        private static Optional<String> differs(String what, Object wanted, Object found) {
            return wanted.equals(found)
                    ? Optional.empty()
                    : Optional.of("expected " + what + " " + wanted + ", found " + found);
        }

        private static String verdict(Verdict verdict) {
            return verdict.notModelled().isEmpty()
                    ? verdict.kind().word()
                    : verdict.kind().word() + " (" + verdict.notModelled() + ")";
        }

        private static List<String> nat(JsonNode list) {
            List<String> all = new ArrayList<>();
            for (JsonNode each : list) {
                all.add(each.path("type").asString("") + " " + each.path("to").asString(""));
            }
            return all;
        }

        private static List<String> nat(Verdict verdict) {
            List<String> all = new ArrayList<>();
            verdict.nat().forEach(each -> all.add(each.type() + " " + each.to()));
            return all;
        }

        private static List<String> texts(JsonNode list) {
            List<String> all = new ArrayList<>();
            list.forEach(each -> all.add(each.asString("")));
            return all;
        }

        private static List<String> sorted(List<String> texts) {
            return texts.stream().sorted().toList();
        }

        private Optional<String> members(Verdict verdict) {
            return differs("lb_backends", texts(expect.path("lb_backends")), verdict.members());
        }

        /** In any order: a group's ports have none. */
        private Optional<String> datapaths(Verdict verdict) {
            return differs(
                    "datapaths",
                    sorted(texts(expect.path("datapaths"))),
                    sorted(verdict.datapaths()));
        }

        private Optional<String> drops(Verdict verdict) {
            TreeSet<String> found = new TreeSet<>();
            verdict.drops().forEach(drop -> found.add(drop.why().word()));
            if (expect.has("drop_classes")) {
                List<String> wanted = texts(expect.path("drop_classes"));
                return differs("drop classes", sorted(wanted), List.copyOf(found));
            }
            String wanted = expect.path("drop_class").asString("");
            if (wanted.isEmpty() || found.contains(wanted)) {
                return wanted.startsWith("acl_") ? rule(verdict) : Optional.empty();
            }
            return Optional.of("expected drop class " + wanted + ", found " + found);
        }

        /** The rule itself stands in the recorded flow's match. */
        private Optional<String> rule(Verdict verdict) {
            String match = expect.path("drop_match").asString("");
            String found = verdict.drops().getFirst().rule();
            return match.isEmpty() || match.contains(found)
                    ? Optional.empty()
                    : Optional.of("expected the rule " + match + ", found " + found);
        }

        private Optional<String> outputs(Verdict verdict) {
            JsonNode choices = expect.path("one_of");
            if (choices.isArray()) {
                Optional<String> last = Optional.empty();
                for (JsonNode each : choices) {
                    last = outputs(each, verdict);
                    if (last.isEmpty()) {
                        return last;
                    }
                }
                return last;
            }
            return outputs(expect.path("outputs"), verdict);
        }

        private Optional<String> outputs(JsonNode wanted, Verdict verdict) {
            List<String> ports = new ArrayList<>();
            wanted.forEach(each -> ports.add(each.path("port").asString("")));
            List<String> found = new ArrayList<>();
            verdict.outputs().forEach(each -> found.add(topology.alias(each.port())));
            Optional<String> differs = differs("outputs", sorted(ports), sorted(found));
            if (differs.isPresent()) {
                return differs;
            }
            List<Output> left = new ArrayList<>(verdict.outputs());
            for (JsonNode each : wanted) {
                differs = Optional.empty();
                for (Output output : left) {
                    if (topology.alias(output.port()).equals(each.path("port").asString(""))) {
                        differs = packet(each, output);
                        if (differs.isEmpty()) {
                            left.remove(output);
                            break;
                        }
                    }
                }
                if (differs.isPresent()) {
                    return differs;
                }
            }
            return Optional.empty();
        }

        private Optional<String> packet(JsonNode wanted, Output output) {
            if (wanted.path("set_unknown").asBoolean(false)) {
                return Optional.empty();
            }
            SortedMap<String, String> fields = output.packet().fields();
            TreeSet<String> written = new TreeSet<>();
            for (Map.Entry<String, JsonNode> each : wanted.path("set").properties()) {
                String name = field(each.getKey());
                written.add(name);
                String value = each.getValue().asString("");
                String found = value(name, fields, output);
                if (!found.isEmpty() && !found.equals(value)) {
                    return Optional.of(
                            "expected "
                                    + name
                                    + " "
                                    + value
                                    + " to "
                                    + output.port()
                                    + ", found "
                                    + found);
                }
            }
            return output.generated() == Output.Generated.NONE
                    ? untouched(wanted, written, output)
                    : Optional.empty();
        }

        private static String value(String name, SortedMap<String, String> fields, Output output) {
            return name.startsWith("_") ? output.generated().word() : fields.getOrDefault(name, "");
        }

        /** What nobody wrote is as it was sent. */
        private Optional<String> untouched(
                JsonNode wanted, TreeSet<String> written, Output output) {
            boolean isBalanced = expect.path("lb_backends").size() > 0;
            boolean isHairpin = wanted.path("snat_to_vip_skipped").asBoolean(false);
            for (Map.Entry<String, String> each : output.packet().fields().entrySet()) {
                String name = each.getKey();
                String was = sent.getOrDefault(name, each.getValue());
                boolean isLeftOut =
                        isBalanced && (name.equals("ip_dst") || name.equals("dport"))
                                || isHairpin && name.equals("ip_src");
                if (!isLeftOut && !written.contains(name) && !was.equals(each.getValue())) {
                    return Optional.of(
                            "expected "
                                    + name
                                    + " untouched to "
                                    + output.port()
                                    + ", found "
                                    + each.getValue());
                }
            }
            return Optional.empty();
        }

        /** {@code udp_dst} is a port of any protocol here, {@code icmp4_type} a type. */
        private static String field(String key) {
            return switch (key) {
                case "udp_src", "tcp_src", "sctp_src" -> "sport";
                case "udp_dst", "tcp_dst", "sctp_dst" -> "dport";
                case "icmp4_type", "icmp6_type" -> "icmp_type";
                case "icmp4_code", "icmp6_code" -> "icmp_code";
                default -> key;
            };
        }
    }
}
