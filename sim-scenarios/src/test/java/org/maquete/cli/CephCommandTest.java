package org.maquete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dumps of a cluster as a person asks about them. */
final class CephCommandTest {

    private static final Path DUMPS =
            Path.of("../sim-core/src/test/resources/golden/ceph/osdmap-clean");
    private static final String CRUSH = DUMPS.resolve("crush.json").toString();
    private static final String OSD_MAP = DUMPS.resolve("osdmap.json").toString();

    @TempDir Path folder = Path.of("");

    private static Ended map(String... options) {
        List<String> words = new ArrayList<>(List.of("ceph", "map"));
        words.addAll(List.of(options));
        return Ended.of(words);
    }

    @Test
    void printsGroupsOfAPoolAsOsdmaptoolDoes() {
        Ended ended = map("--crush", CRUSH, "--osdmap", OSD_MAP, "--pool", "1", "--all");

        assertThat(ended.exit()).isZero();
        assertThat(ended.out())
                .contains("1.0 raw ([9,4,2], p9) up ([9,4,2], p9) acting ([9,4,2], p9)\n");
    }

    @Test
    void printsWhereAnObjectIs() {
        Ended ended = map("--crush", CRUSH, "--osdmap", OSD_MAP, "--pool", "2", "--object", "foo");

        assertThat(ended.exit()).isZero();
        assertThat(ended.out()).contains("'foo' -> 2.6 -> [6,4,9]");
    }

    @Test
    void printsALineForEachInputAsCrushtoolDoes() {
        Ended ended =
                map(
                        "--crush",
                        CRUSH,
                        "--rule",
                        "0",
                        "--num-rep",
                        "2",
                        "--min-x",
                        "0",
                        "--max-x",
                        "9");

        assertThat(ended.exit()).isZero();
        assertThat(ended.out().lines())
                .hasSize(10)
                .allMatch(line -> line.matches("CRUSH rule 0 x [0-9] \\[[0-9]+,[0-9]+\\]"));
    }

    @Test
    void saysWhatIsWrongWithOptions() {
        assertThat(map().err()).contains("--crush: expected a CRUSH map, found none");
        assertThat(map("--crush", CRUSH, "--num-rep", "many").err()).contains("32 bits");
        assertThat(map("--crush", CRUSH, "--weight", "5=0.5").err()).contains("such as 5:0.5");
        assertThat(map("--crush", CRUSH, "--osdmap", OSD_MAP, "--pool", "77").err())
                .contains("a pool of the map");
    }

    @Test
    void saysWhatCrushtoolPassesOverInSilence() {
        Ended ended = map("--crush", CRUSH, "--rule", "77", "--max-x", "5", "--weight", "99:0.5");

        assertThat(ended.exit()).isZero();
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .contains("no rule 77")
                .contains("--min-x and --max-x need each other")
                .contains("--weight 99:0.5: no such OSD");
    }

    @Test
    void printsWhatCrushtoolShowsOfAWholeRun() {
        Ended ended = map("--crush", CRUSH, "--rule", "0", "--num-rep", "2", "--show-statistics");

        assertThat(ended.out())
                .isEqualTo(
                        """
                        rule 0 (replicated_rule), x = 0..1023, numrep = 2..2
                        rule 0 (replicated_rule) num_rep 2 result size == 2:\t1024/1024
                        """);
    }

    @Test
    void takesPoolOneForAnObjectAsOsdmaptoolDoes() {
        Ended ended = map("--crush", CRUSH, "--osdmap", OSD_MAP, "--object", "foo");

        assertThat(ended.out())
                .startsWith("osdmaptool: assuming pool 1 (use --pool to override)\n object 'foo'");
    }

    @Test
    void tellsTheFlawsOfADumpWithTheirPlaces() throws IOException {
        Path broken = folder.resolve("crush.json");
        String text = Files.readString(Path.of(CRUSH));
        Files.writeString(broken, text.replace("\"straw2\"", "\"straw9\""));

        Ended ended = map("--crush", broken.toString());

        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err()).contains("crush.json: ", "straw9", "straw2");
    }
}
