package org.maquete.ceph.crush;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Every broken input is told with its place, what was expected, what was found, what to try. */
final class CrushBrokenInputTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/ceph/crush-lab3");

    private static String dump() throws IOException {
        return Files.readString(GOLDEN.resolve("dump.json"));
    }

    private static String text() throws IOException {
        return Files.readString(GOLDEN.resolve("in.txt"));
    }

    private static List<String> flaws(String input) {
        return CrushReader.read(input).flaws().stream().map(Flaw::text).toList();
    }

    @Test
    void tellsWhereJsonWasCutOff() throws IOException {
        List<String> flaws = flaws(dump().substring(0, 1000));

        assertThat(flaws).hasSize(1);
        assertThat(flaws.getFirst())
                .startsWith(
                        "line 1, column 1001: expected the JSON of \"ceph osd crush dump\", found")
                .endsWith("Maybe the text was cut off: write it to a file again.");
    }

    @Test
    void namesTheBucketsOfACircle() throws IOException {
        String circle =
                dump().replace(
                                "\"items\":[{\"id\":2,\"weight\":30474,\"pos\":0}]",
                                "\"items\":[{\"id\":-4,\"weight\":30474,\"pos\":0}]");

        assertThat(flaws(circle)).hasSize(1);
        assertThat(flaws(circle).getFirst())
                .contains("expected a tree of buckets, found a circle: ")
                .contains("host2 in root");
    }

    @Test
    void tellsUnknownStepsAlgorithmsAndTypesAtOnce() throws IOException {
        String broken =
                dump().replace("chooseleaf_indep", "chooseleaf_indeep")
                        .replaceFirst("\"straw2\"", "\"straw3\"")
                        .replaceFirst("\"type\":\"osd\"", "\"type\":\"ost\"");

        assertThat(flaws(broken))
                .hasSize(3)
                .anyMatch(f -> f.startsWith("buckets[0].alg: ") && f.contains("\"straw\" is meant"))
                .anyMatch(f -> f.startsWith("rules[1].steps[1].type: ") && f.contains("\"ost\""))
                .anyMatch(f -> f.startsWith("rules[2].steps[3].op: ") && f.contains("indeep"));
    }

    @Test
    void refusesWeightsThatOverflow() throws IOException {
        String heavy =
                dump().replaceFirst("\"weight\":30474,\"pos\"", "\"weight\":3047400000,\"pos\"");
        String sum = dump().replaceAll("\"weight\":30474,\"pos\"", "\"weight\":2000000000,\"pos\"");

        assertThat(flaws(heavy)).anyMatch(f -> f.startsWith("buckets[0].items[0].weight: "));
        assertThat(flaws(sum)).anyMatch(f -> f.contains("weights with a sum below 65536"));
    }

    @Test
    void refusesItemsAndTakesThatAreMissing() throws IOException {
        String broken =
                dump().replace("{\"id\":2,\"weight\"", "{\"id\":9,\"weight\"")
                        .replaceFirst("\"item\":-4", "\"item\":-77");

        assertThat(flaws(broken))
                .anyMatch(f -> f.contains("(host2)") && f.contains("item 9"))
                .anyMatch(f -> f.startsWith("rules[0] (rep) step 1") && f.contains("-77"));
    }

    @Test
    void tellsAllMistakesOfATextWithLineAndColumn() throws IOException {
        String broken =
                text().replace("tunable choose_total_tries 50", "tunable choose_total_trys 50")
                        .replace("item osd.1 weight", "item osd.7 weight")
                        .replace("step chooseleaf indep", "step chooseleaf indp");

        assertThat(flaws(broken))
                .anyMatch(f -> f.startsWith("line 4, column 9: ") && f.contains("total_tries"))
                .anyMatch(f -> f.contains("found \"osd.7\"") && f.contains("\"osd."))
                .anyMatch(f -> f.contains("one of firstn, indep, found \"indp\""));
    }

    @Test
    void tellsThatTextWasCutOff() throws IOException {
        String whole = text();

        List<String> flaws = flaws(whole.substring(0, whole.indexOf("step emit")));

        assertThat(flaws).anyMatch(f -> f.startsWith("the end of the text: "));
    }

    @Test
    void refusesDevicesAsHeavyAsCrushtoolRefuses() throws IOException {
        String heavy = text().replaceFirst("item osd.0 weight 0.465", "item osd.0 weight 101");

        assertThat(flaws(heavy)).anyMatch(f -> f.contains("expected a weight from 0 to 100"));
    }

    @Test
    void warnsThatTextRounds() throws IOException {
        assertThat(CrushReader.read(text()).warnings())
                .singleElement()
                .asString()
                .contains("3 decimals");
        assertThat(CrushReader.read(dump()).warnings()).isEmpty();
    }

    /**
     * Bytes are changed, cut and doubled at random: a flaw or a map that maps, never an exception.
     */
    @Test
    void survivesWhatChanceMakesOfAnInput() throws IOException {
        List<String> inputs = List.of(dump(), text());
        Random random = new Random(7);
        int broken = 0;
        for (int i = 0; i < 3000; i++) {
            CrushReading reading = CrushReader.read(changed(inputs.get(i % 2), random));
            broken += reading.map().isEmpty() ? 1 : 0;
            reading.map().ifPresent(CrushBrokenInputTest::mapSome);
            assertThat(reading.flaws()).allMatch(f -> f.advice().startsWith("Maybe"));
        }
        assertThat(broken).isBetween(1000, 2999);
    }

    /** Well-formed, but wrong: what a careless script makes of a map. */
    @Test
    void survivesWrongDocumentsOfBothForms() throws IOException {
        String dump = dump();
        String text = text();
        Random random = new Random(13);
        int broken = 0;
        for (int i = 0; i < 2000; i++) {
            String input =
                    i % 2 == 0 ? Mutations.ofJson(dump, random) : Mutations.ofText(text, random);
            CrushReading reading = CrushReader.read(input);
            broken += reading.map().isEmpty() ? 1 : 0;
            reading.map().ifPresent(CrushBrokenInputTest::mapSome);
            reading.map().ifPresent(CrushTextWriter::write);
            assertThat(reading.flaws()).allMatch(f -> f.advice().startsWith("Maybe"));
        }
        assertThat(broken).isBetween(500, 1999);
    }

    @Test
    void refusesTriesThatWouldTakeMinutes() throws IOException {
        String steps = "step set_choose_tries 99999\n step set_chooseleaf_tries 9999\n";
        String tries = text().replace("step emit", steps + " step emit");

        assertThat(flaws(tries)).anyMatch(f -> f.contains("multiply to at most 10000000, found"));
    }

    @Test
    void refusesATreeWithoutEnd() {
        StringBuilder deep =
                new StringBuilder("device 0 osd.0 class ssd\ntype 0 osd\ntype 1 box\n");
        for (int i = 0; i < 20_000; i++) {
            String item = i == 0 ? "osd.0" : "b" + (i - 1);
            deep.append("box b" + i + " {\n alg straw2\n hash 0\n item " + item + " weight 1\n}\n");
        }

        assertThat(flaws(deep.toString())).anyMatch(f -> f.contains("at most 100 levels"));
    }

    @Test
    void namesTheFirstBucketsOfALargeCircle() {
        StringBuilder buckets = new StringBuilder();
        for (int i = 1; i <= 20_000; i++) {
            int item = i == 20_000 ? 1 : i + 1;
            buckets.append(i == 1 ? "" : ",");
            buckets.append("{\"id\":-" + i + ",\"name\":\"b" + i + "\",\"type_id\":1,");
            buckets.append("\"alg\":\"straw2\",\"hash\":\"rjenkins1\",");
            buckets.append("\"items\":[{\"id\":-" + item + ",\"weight\":65536}]}");
        }
        String dump =
                "{\"devices\":[],\"types\":[{\"type_id\":1,\"name\":\"box\"}],\"rules\":[],"
                        + "\"tunables\":{\"choose_local_tries\":0,\"choose_local_fallback_tries\":0,"
                        + "\"choose_total_tries\":50,\"chooseleaf_descend_once\":1,"
                        + "\"chooseleaf_vary_r\":1,\"chooseleaf_stable\":1,\"straw_calc_version\":1,"
                        + "\"allowed_bucket_algs\":54},\"choose_args\":{},\"buckets\":["
                        + buckets
                        + "]}";

        assertThat(flaws(dump))
                .singleElement()
                .asString()
                .contains("found a circle: ")
                .contains("... (20000)");
    }

    private static String changed(String input, Random random) {
        StringBuilder text = new StringBuilder(input);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(5)) {
                case 0 -> text.setLength(Math.max(1, at));
                case 1 -> text.setCharAt(at, "0123456789-{}[],\"ab\n".charAt(random.nextInt(20)));
                case 2 -> text.insert(at, random.nextInt(-20, 100_000));
                case 3 -> text.delete(at, Math.min(text.length(), at + random.nextInt(40)));
                default -> text.insert(at, text, at, Math.min(text.length(), at + 60));
            }
        }
        return text.toString();
    }

    private static void mapSome(CrushMap map) {
        int[] reweights = CrushTest.reweights(map);
        CompiledCrush compiled = CompiledCrush.forPool(map, 0);
        for (CrushRule rule : map.rules()) {
            CrushTest test =
                    new CrushTest(compiled, reweights, new CrushTest.Call(rule.id(), 3, -1));
            for (int x = 0; x < 4; x++) {
                assertThat(test.map(x)).hasSizeLessThanOrEqualTo(3);
            }
        }
    }
}
