package org.maquete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings of real programs as a person replays them. */
final class ConformCommandTest {

    private static final String VECTORS = "../sim-core/src/test/resources/vectors/openstack/";

    private static final String CEPH = "../sim-core/src/test/resources/golden/ceph";

    /** Each new recording adds to the number. */
    private static final String ALL_EQUAL = "([1-9][0-9]{2,}) of \\1 equal\n";

    @TempDir Path folder = Path.of("");

    private static Ended run(String... words) {
        return Ended.of(List.of(words));
    }

    @Test
    void countsEqualDecisionsOfAPackedFile() {
        Ended ended = run("conform", "scheduler", VECTORS + "scheduler_vectors.jsonl.gz");

        assertThat(ended).isEqualTo(new Ended(0, "329 of 329 equal\n", ""));
    }

    @Test
    void countsEqualStepsOfAPackedFile() {
        Ended ended = run("conform", "placement", VECTORS + "placement_vectors.jsonl.gz");

        assertThat(ended).isEqualTo(new Ended(0, "4372 of 4372 equal\n", ""));
    }

    @Test
    void countsEqualAnswersOfCrushtoolBelowAFolder() {
        Ended ended = run("conform", "crush", CEPH);

        assertThat(ended.out()).matches(ALL_EQUAL);
        assertThat(ended.exit()).isZero();
    }

    @Test
    void countsEqualGroupsAndObjectsBelowAFolder() {
        Ended ended = run("conform", "osdmap", CEPH);

        assertThat(ended.out()).matches(ALL_EQUAL);
        assertThat(ended.exit()).isZero();
    }

    @Test
    void countsEqualVerdictsOfOvnTraceInAFolder() {
        Ended ended = run("conform", "ovn", "../sim-core/src/test/resources/vectors/ovn");

        assertThat(ended).isEqualTo(new Ended(0, "32 of 32 equal\n", ""));
    }

    @Test
    void namesARecordingWithoutACase() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.jsonl"));

        Ended ended = run("conform", "scheduler", empty.toString());

        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err()).contains("empty.jsonl").contains("no case");
    }

    @Test
    void printsEveryAnswerOfCrushtoolThatDiffers() throws IOException {
        Path golden = Path.of(CEPH, "crush-lab3");
        Files.copy(golden.resolve("dump.json"), folder.resolve("lab3.dump.json"));
        Files.writeString(
                folder.resolve("lab3.exp"),
                "@ rule=0 num_rep=3 min_x=0 max_x=1 pool_id=-1 weight=-\n0 9,9,9\n1 9,9,9\n");

        Ended ended = run("conform", "crush", folder.toString());

        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.out())
                .contains("lab3.exp line 2 (x 0): expected 9,9,9, found ")
                .endsWith("0 of 2 equal\n");
    }

    @Test
    void saysWhatIsMissingBesideAnswers() throws IOException {
        Files.writeString(folder.resolve("one.exp"), "@ rule=0 num_rep=3\n0 1\n");

        Ended ended = run("conform", "crush", folder.toString());

        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err()).contains("one.dump.json", "no such file");
        assertThat(run("conform", "osdmap", folder.toString()).err()).contains("no NAME.pgs");
        assertThat(run("conform", "osdmap", "nowhere").exit()).isEqualTo(2);
    }

    @Test
    void printsTheFirstDifferencesOfAPlainFile() throws IOException {
        Path file = folder.resolve("one.jsonl");
        Files.writeString(
                file,
                """
                {"id":"one","steps":[{"method":"GET","path":"/traits/NOPE","status":204}]}
                """);

        Ended ended = run("conform", "placement", file.toString());

        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.out())
                .startsWith("one step 1, GET /traits/NOPE: expected status 204, found 404")
                .endsWith("0 of 1 equal\n");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(run("conform", "schedular").err()).contains("Maybe \"scheduler\" is meant.");
        assertThat(run("conform", "scheduler").err()).contains("expected a file of recorded");
        assertThat(run("conform", "scheduler", "nowhere.gz").exit()).isEqualTo(2);
    }
}
