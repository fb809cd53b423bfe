package org.maquete.ceph.crush;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares with what crushtool 16.2.15 answered about random maps: every mapping, and both readers
 * and writers. {@code -Dmaquete.live.crush=FOLDER} takes what the recorder {@code crushtool.py} has
 * just written there instead.
 */
final class CrushGoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/ceph");
    private static final String DUMP = "dump.json";
    private static final String ANSWERS = "answers.txt";
    private static final String TEXT = "in.txt";
    private static final String DECOMPILED = "dec.txt";
    private static final String RUNS = "runs.txt";

    /** What was recorded about a map. */
    private record Recorded(
            String name, String dump, String answers, String text, String decompiled, String runs) {

        CrushMap map() {
            return CrushJsonReader.read(dump).map().orElseThrow();
        }
    }

    private static List<Recorded> recorded() throws IOException {
        String live = System.getProperty(LIVE);
        List<Recorded> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(live == null ? GOLDEN : Path.of(live, "crush"))) {
            for (Path path : files.sorted().toList()) {
                String name = String.valueOf(path.getFileName());
                if (live == null && Files.exists(path.resolve(DUMP))) {
                    all.add(
                            of(
                                    name,
                                    path.toString() + "/",
                                    List.of(DUMP, ANSWERS, TEXT, DECOMPILED, RUNS)));
                } else if (live != null && name.endsWith(".exp")) {
                    String begin = path.toString().replace(".exp", "");
                    List<String> endings =
                            List.of(".dump.json", ".exp", ".in.txt", ".dec.txt", ".runs");
                    all.add(of(name, begin, endings));
                }
            }
        }
        assertThat(all).isNotEmpty();
        return all;
    }

    private static Recorded of(String name, String begin, List<String> ends) throws IOException {
        List<String> texts = new ArrayList<>();
        for (String end : ends) {
            Path path = Path.of(begin + end);
            texts.add(Files.exists(path) ? Files.readString(path) : "");
        }
        return new Recorded(
                name, texts.get(0), texts.get(1), texts.get(2), texts.get(3), texts.get(4));
    }

    @Test
    void mapsEveryInputAsCrushtoolDoes() throws IOException {
        Agreement all = Agreement.NONE;

        for (Recorded each : recorded()) {
            all = all.and(CrushReplay.of(each.name(), each.map(), each.answers()));
        }

        assertThat(all.flaws()).isEmpty();
        assertThat(all.differences()).isEmpty();
        assertThat(all.equal()).isEqualTo(all.cases()).isGreaterThan(1000);
    }

    @Test
    void printsOfAWholeRunWhatCrushtoolPrints() throws IOException {
        int runs = 0;

        for (Recorded each : recorded()) {
            for (String run : each.runs().split("(?m)^\\$ ", -1)) {
                int end = run.indexOf('\n');
                if (end > 0) {
                    String options = run.substring(0, end);
                    String found = CrushRuns.answer(each.map(), options);
                    assertThat(difference(run.substring(end + 1), found))
                            .as(each.name() + " " + options)
                            .isEmpty();
                    runs++;
                }
            }
        }

        assertThat(runs).isPositive();
    }

    /** The first line that is not equal: an answer may have thousands. */
    private static String difference(String expected, String found) {
        List<String> lines = found.lines().toList();
        List<String> wanted = expected.lines().toList();
        for (int i = 0; i < Math.max(lines.size(), wanted.size()); i++) {
            String line = i < lines.size() ? lines.get(i) : "the end";
            String want = i < wanted.size() ? wanted.get(i) : "the end";
            if (!line.equals(want)) {
                return "line " + (i + 1) + ": expected " + want + ", found " + line;
            }
        }
        return "";
    }

    @Test
    void writesTheJsonThatItRead() throws IOException {
        for (Recorded each : recorded()) {
            JsonNode written = json(CrushJsonWriter.write(each.map()));

            assertThat(written).as(each.name()).isEqualTo(json(each.dump()));
        }
    }

    /** Without what only describes the tunables in other words. */
    private static JsonNode json(String text) {
        ObjectNode root = (ObjectNode) JsonMapper.builder().build().readTree(text);
        ((ObjectNode) root.get("tunables")).retain(TunableNames.ALL);
        return root;
    }

    @Test
    void compilesTextToTheMapThatCrushtoolMakes() throws IOException {
        for (Recorded each : recorded()) {
            if (!each.text().isEmpty()) {
                CrushReading reading = CrushTextReader.read(each.text());

                assertThat(reading.flaws()).as(each.name()).isEmpty();
                assertThat(reading.map()).as(each.name()).contains(each.map());
            }
        }
    }

    @Test
    void decompilesAsCrushtoolDoes() throws IOException {
        for (Recorded each : recorded()) {
            if (!each.decompiled().isEmpty()) {
                assertThat(CrushTextWriter.write(each.map()))
                        .as(each.name())
                        .isEqualTo(each.decompiled());
            }
        }
    }

    @Test
    void sweepsToWhatTheMapperGives() throws IOException {
        int fast = 0;
        for (Recorded each : recorded()) {
            CrushMap map = each.map();
            CompiledCrush compiled = CompiledCrush.of(map);
            int[] reweights = CrushTest.reweights(map);
            for (int i = 0; i < reweights.length; i += 5) {
                reweights[i] /= 1 + i % 3;
            }
            for (CrushRule rule : map.rules()) {
                CrushSweep sweep = new CrushSweep(compiled, reweights, rule.id(), 4);
                fast += sweep.isFast() ? 1 : 0;
                assertThat(swept(sweep))
                        .as(each.name())
                        .isEqualTo(mapped(compiled, reweights, rule));
            }
        }
        if (System.getProperty(LIVE) == null) { // fresh maps may have no such rule
            assertThat(fast).as("rules that are swept").isPositive();
        }
    }

    private static final String LIVE = "maquete.live.crush";
    private static final int INPUTS = 300;

    private static String swept(CrushSweep sweep) {
        int[] inputs = new int[INPUTS];
        for (int i = 0; i < INPUTS; i++) {
            inputs[i] = i * 7;
        }
        int[] results = new int[INPUTS * 4];
        int[] counts = new int[INPUTS];
        sweep.map(inputs, results, counts);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < INPUTS; i++) {
            for (int place = 0; place < counts[i]; place++) {
                out.append(results[i * 4 + place]).append(' ');
            }
            out.append('\n');
        }
        return out.toString();
    }

    private static String mapped(CompiledCrush compiled, int[] reweights, CrushRule rule) {
        CrushMapper mapper = new CrushMapper(compiled, reweights);
        int[] result = new int[4];
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < INPUTS; i++) {
            int count = mapper.map(rule.id(), i * 7, result);
            for (int place = 0; place < count; place++) {
                out.append(result[place]).append(' ');
            }
            out.append('\n');
        }
        return out.toString();
    }
}
