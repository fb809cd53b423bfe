package org.maquete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What-ifs as a person types them. */
final class CephWhatIfCommandTest {

    private static final Path GOLDEN = Path.of("../sim-core/src/test/resources/golden/ceph");

    private record Ended(int exit, String out, String err) {}

    @TempDir Path folder = Path.of("");

    private static Ended typed(List<String> words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Screen screen =
                new Screen(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false);
        int exit = Main.run(words, screen);
        screen.flush();
        return new Ended(
                exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static Ended whatIf(String cluster, String... options) {
        Path dumps = GOLDEN.resolve(cluster);
        List<String> words = new ArrayList<>(List.of("ceph", "whatif"));
        words.addAll(List.of("--crush", dumps.resolve("crush.json").toString()));
        words.addAll(List.of("--osdmap", dumps.resolve("osdmap.json").toString()));
        words.addAll(List.of(options));
        return typed(words);
    }

    private static String pgs() {
        return GOLDEN.resolve("whatif-healthy/pgs.json").toString();
    }

    private static List<String> schemaProblems(String json) {
        Schema schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Bundled.text("labs/ceph-whatif.schema.json"), InputFormat.JSON);
        return schema.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
    }

    @Test
    void tellsWhatMovesWhenAHostIsAdded() {
        Ended ended = whatIf("whatif-healthy", "--pgs", pgs(), "--add-osds", "nuc6:1:0.00098");

        assertThat(ended.exit()).isZero();
        assertThat(ended.out())
                .contains("POOL", "MAX AVAIL", "objects affected", "bytes to move", "fullest");
    }

    @Test
    void appliesChangesInTheOrderTyped() {
        Ended outThenIn = whatIf("upmap-racks", "--out", "r1", "--in", "r1");
        Ended inThenOut = whatIf("upmap-racks", "--in", "r1", "--out", "r1");

        assertThat(outThenIn.out()).contains("0/864 (0.00%) pg shards to move");
        assertThat(inThenOut.out()).doesNotContain("0/864 (0.00%) pg shards to move");
    }

    @Test
    void printsUpmapsThatEvenItOut() {
        Ended ended = whatIf("upmap-racks", "--balance", "--max", "5");

        assertThat(ended.exit()).isZero();
        assertThat(ended.out().lines().filter(l -> l.startsWith("ceph osd pg-upmap-items 1.")))
                .hasSize(5);
        assertThat(ended.out()).contains("# pool rbd: max 10.00 -> ");
    }

    @Test
    void printsJsonInTheShapeOfItsSchema() {
        Ended plain = whatIf("whatif-healthy", "--pgs", pgs(), "--out", "nuc4", "--format", "json");
        Ended balanced = whatIf("upmap-racks", "--out", "r1", "--balance", "--format", "json");

        assertThat(schemaProblems(plain.out())).isEmpty();
        assertThat(schemaProblems(balanced.out())).isEmpty();
        assertThat(schemaProblems(plain.out().replace("\"pgsBroken\"", "\"broken\""))).isNotEmpty();
    }

    @Test
    void comparesTwoStatesFromFiles() throws IOException {
        Path before = GOLDEN.resolve("upmap-racks/crush.json");
        Path after = folder.resolve("after.json");
        String text = Files.readString(before);
        Files.writeString(after, text.replaceFirst("\"weight\":65536", "\"weight\":0"));

        Ended ended = whatIf("upmap-racks", "--crush-after", after.toString());

        assertThat(ended.exit()).isZero();
        assertThat(ended.out()).contains("pgs affected");
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        Ended ended =
                whatIf(
                        "upmap-racks",
                        "--out",
                        "h9-9",
                        "--reweight",
                        "osd.1=2",
                        "--rule-of-pool",
                        "rdb:r",
                        "--pgs",
                        "no-such-file.json");
        Ended bare = typed(List.of("ceph", "whatif", "--outt", "x"));

        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err())
                .contains(
                        "found \"h9-9\"", "such as osd.3:0.5", "\"rbd\" is meant", "no such file");
        assertThat(bare.err())
                .contains("\"--out\" is meant", "ceph osd crush dump", "ceph osd dump");
    }

    @Test
    void helpsWithItsOptions() {
        assertThat(typed(List.of("help", "ceph", "whatif")).out()).contains("--add-osds");
        assertThat(typed(List.of("ceph", "whatif", "--help")).out()).contains("--upmap-clear");
        assertThat(typed(List.of("help")).out()).contains("ceph whatif");
        assertThat(typed(List.of("ceph", "--crush", "x")).err()).contains("ceph whatif");
    }
}
