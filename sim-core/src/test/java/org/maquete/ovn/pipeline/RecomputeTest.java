package org.maquete.ovn.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.maquete.ovn.nb.Northbound;
import org.maquete.ovn.nb.NorthboundReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is kept from one change to the next answers as what is made anew. */
final class RecomputeTest {

    private static final Path VECTORS = Path.of("src/test/resources/vectors/ovn-random");
    private static final int STEPS = 40;

    private record Question(String inport, Packet packet, String states) {}

    private static JsonNode json(Path path) throws IOException {
        return JsonMapper.builder().build().readTree(Files.readString(path));
    }

    /** The recorded packets of one network, by the names that its rows use. */
    private static List<Question> questions(String network) throws IOException {
        Map<String, String> ids = new LinkedHashMap<>();
        JsonNode topology = json(VECTORS.resolve("topologies").resolve(network + ".json"));
        for (JsonNode each : topology.path("ports")) {
            ids.put(each.path("alias").asString(""), each.path("id").asString(""));
        }
        List<Question> all = new ArrayList<>();
        for (JsonNode vector : json(VECTORS.resolve("vectors.json")).path("vectors")) {
            if (!vector.path("topology").asString("").equals(network)) {
                continue;
            }
            SortedMap<String, String> fields = new TreeMap<>();
            for (Map.Entry<String, JsonNode> each : vector.path("packet").properties()) {
                fields.put(each.getKey(), each.getValue().asString(""));
            }
            String inport = ids.get(fields.getOrDefault("inport", ""));
            if (inport != null) {
                String states = vector.path("ct_state").asString("new");
                all.add(new Question(inport, new Packet(fields), states));
            }
        }
        return all;
    }

    private static String answer(Tracer tracer, Question question) {
        try {
            return tracer.trace(question.inport, question.packet, question.states, 1).toString();
        } catch (IllegalArgumentException none) {
            return String.valueOf(none.getMessage());
        }
    }

    @Test
    void answersAsARecomputationAfterEachOfManyRandomChanges() throws IOException {
        int changed = 0;
        for (int number = 7000; number < 7012; number++) {
            String network = "random-" + number;
            String text = Files.readString(VECTORS.resolve("nb").resolve(network + ".json"));
            RandomRows rows = new RandomRows(number, NorthboundReader.read(text));
            List<Question> questions = questions(network);
            Tracer kept = new Tracer(rows.rows(), List.of());
            String before = "";
            for (int step = 0; step < STEPS; step++) {
                String what = rows.step();
                kept.update(rows.rows(), List.of());
                Tracer fresh = new Tracer(rows.rows(), List.of());
                StringBuilder all = new StringBuilder();
                for (Question each : questions) {
                    String wanted = answer(fresh, each);
                    assertThat(answer(kept, each))
                            .as("%s, step %d (%s): %s", network, step, what, each)
                            .isEqualTo(wanted);
                    all.append(wanted);
                }
                changed += all.toString().equals(before) ? 0 : 1;
                before = all.toString();
            }
        }

        assertThat(changed).as("steps that changed an answer").isGreaterThan(100);
    }

    @Test
    void makesAgainLessThanEverything() throws IOException {
        String text = Files.readString(VECTORS.resolve("nb/random-7000.json"));
        Northbound first = NorthboundReader.read(text);
        RandomRows rows = new RandomRows(3, first);
        Tracer kept = new Tracer(first, List.of());
        int all = kept.madeCount();

        for (int step = 0; step < STEPS; step++) {
            rows.step();
            kept.update(rows.rows(), List.of());
        }

        assertThat(kept.madeCount() - all).isLessThan(all * STEPS);
    }
}
