package org.maquete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maquete.kernel.Span;

/** The commands as a person meets them: what they print and how they end. */
final class MainTest {

    @TempDir Path folder = Path.of("");

    @Test
    void printsItsCommandsWithoutArguments() {
        Ended ended = run();

        assertThat(ended.exit()).isZero();
        assertThat(ended.out()).contains("check", "run", "whatif", "explain", "gui");
    }

    @Test
    void printsTheOptionsOfACommand() {
        assertThat(run("help", "whatif").out())
                .contains("--power-off MACHINE,...[@TIME]", "(may be repeated)");
        assertThat(run("check", "--help").out()).contains("--format text|json");
    }

    @Test
    void namesTheNearestCommand() {
        Ended ended = run("chek");

        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err())
                .isEqualTo(
                        "maquete: expected a command, found \"chek\"\nMaybe \"check\" is meant.\n");
    }

    @Test
    void tellsTheVersionOfThePom() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));

        assertThat(pom).contains("<artifactId>maquete</artifactId><version>" + Main.VERSION + "<");
    }

    @Test
    void reportsTheProblemsOfAllInputsAtOnce() throws IOException {
        Files.writeString(folder.resolve("runbook.md"), "# A\n");
        Path lab = folder.resolve("lab.yaml");
        Files.writeString(lab, "format: lab-inventory/1\nmachinez: []\n");

        Ended ended =
                run(
                        "check",
                        folder.resolve("runbok.md").toString(),
                        "--lab",
                        lab.toString(),
                        "--seed",
                        "x");

        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .contains(
                        "expected a runbook, found no such file", "Maybe \"runbook.md\" is meant.")
                .contains(lab + ":2:1: expected", "machinez")
                .contains("--seed: expected a whole number from 0, found \"x\"")
                .doesNotContain("Exception", "\tat ");
    }

    @Test
    void refusesFoldersAndFilesThatAreNoText() throws IOException {
        Path binary = folder.resolve("a.md");
        Files.write(binary, new byte[] {(byte) 0xc3, 0x28});

        Ended ended = run("run", folder.toString(), binary.toString());

        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err())
                .contains("expected a runbook, found a folder\nMaybe name a file in it: a.md.")
                .contains(
                        "expected a runbook in UTF-8, found other bytes\nMaybe convert it: iconv");
    }

    @Test
    void checksTheFirstNightAndNamesTheCorrectedRunbook() {
        Ended ended = run("check");

        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.out().lines().toList().getLast())
                .isEqualTo("    ./maquete check " + Bundled.RUNBOOKS + "openstack.en.md");
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void printsFindingsInTheShapeOfTheSchema() {
        Ended ended = run("check", "--format", "json", "--lang", "pt");

        assertThat(FindingsJsonTest.problems(ended.out())).isEmpty();
    }

    @Test
    void printsOnlyWhatTheToolsSay() throws IOException {
        Path script = folder.resolve("a.sh");
        Files.writeString(script, "true\n");

        Ended ended =
                run("run", script.toString(), "--print", "echo one", "--print", "echo two | cat");

        assertThat(ended.out()).isEqualTo("one\ntwo\n");
        assertThat(ended.exit()).isZero();
    }

    @Test
    void readsAnOptionFileBesideTheRunbook() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "here: yes\n");
        Path script = folder.resolve("a.sh");
        Files.writeString(script, "cat a.yaml\n");

        assertThat(run("run", script.toString(), "--print", "cat a.yaml").out())
                .isEqualTo("here: yes\n");
    }

    @Test
    void knowsTheCloudsThatTheLabSaysAreRegistered() throws IOException {
        Path lab = folder.resolve("lab.yaml");
        Files.writeString(lab, Bundled.lab().text().replace("clouds: []", "clouds: [maas-one]"));
        Path script = folder.resolve("a.sh");
        Files.writeString(script, "true\n");

        Ended ended =
                run(
                        "run",
                        script.toString(),
                        "--lab",
                        lab.toString(),
                        "--print",
                        "juju bootstrap --constraints tags=juju maas-one c",
                        "--print",
                        "juju bootstrap maas-two c");

        assertThat(ended.err())
                .contains("ERROR unknown cloud \"maas-two\"")
                .doesNotContain("unknown cloud \"maas-one\"");
    }

    @Test
    void comparesTwoBranchesOfARun() throws IOException {
        Path script = folder.resolve("a.sh");
        Files.writeString(script, "true\n");

        Ended ended =
                run(
                        "whatif",
                        script.toString(),
                        "--at",
                        "1h",
                        "--power-off",
                        "server5",
                        "--for",
                        "10m");

        assertThat(ended.exit()).isZero();
        assertThat(ended.out())
                .contains("\nforked at 1:00:00, compared at 1:10:00\nrack     server5 ")
                .contains("hardware.machine: 1 changed\n");
    }

    @Test
    void mirrorsItsOwnRunWithoutDrift() throws IOException {
        Path script = folder.resolve("a.md");
        Files.writeString(script, Bundled.corrected("en").text());
        Path status = folder.resolve("status.json");
        Ended run = run("run", script.toString(), "--print", "juju status --format json");
        Files.writeString(status, run.out());

        Ended ended = run("mirror", "--juju", status.toString(), "--plan", script.toString());

        assertThat(ended.out()).startsWith("Model ").endsWith("\nNo drift from the plan.\n");
        assertThat(ended.exit()).isZero();
    }

    @Test
    void mirrorsInTheLayoutAndWithTheClockOfTheDocument() throws IOException {
        Path script = folder.resolve("a.md");
        Files.writeString(script, Bundled.corrected("en").text());
        Path status = folder.resolve("status.json");
        String json = run("run", script.toString(), "--print", "juju status --format json").out();
        Files.writeString(status, json);
        String table = run("run", script.toString(), "--print", "juju status").out();

        assertThat(run("mirror", "--juju", status.toString()).out()).isEqualTo(table);

        Files.writeString(status, json.replace("\"version\":\"3.6.26\"", "\"version\":\"2.9.49\""));
        String old = run("mirror", "--juju", status.toString()).out();
        assertThat(old).contains("Machine  State", "Series").doesNotContain("08:00:00Z", "Base");
    }

    @Test
    void refusesADocumentThatIsNoStatus() throws IOException {
        Path status = folder.resolve("status.json");
        Files.writeString(status, "Model  Controller\n");

        Ended ended = run("mirror", "--juju", status.toString());

        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err()).contains("Maybe --format json was left out.");
    }

    @Test
    void namesTheMachinesOfTheLabForAWrongOne() {
        Ended ended = run("whatif", "--at", "1h", "--power-off", "server7");

        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err())
                .startsWith("--power-off: expected a machine of the lab (server1, server2,")
                .contains("found \"server7\"");
    }

    @Test
    void asksForATimeAndADisturbance() {
        Ended ended = run("whatif");

        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err()).contains("--at: expected", "whatif: expected a disturbance");
    }

    @Test
    void listsGuessesWithTheirReason() {
        Ended ended = run("explain", "guesses");

        assertThat(ended.exit()).isZero();
        assertThat(ended.out()).contains("GUESS").endsWith(" guesses\n");
        assertThat(run("explain", "gueses").err()).contains("Maybe \"guesses\" is meant.");
    }

    @Test
    void tellsWhatDependsOnAGuessAndWhereItIsReplaced() {
        String out = run("explain", "guesses").out();

        assertThat(out)
                .contains(
                        """
                        juju.hook.relation
                            5 to 20 s, uniform; GUESS
                            used by juju; lab file: durations: juju.hook.relation
                            charms: 40 of 41, not ubuntu
                        """,
                        "after openstack server create\n")
                .doesNotContain("maas.node-timeout");
        assertThat(run("explain", "durations").out())
                .contains("maas.node-timeout\n    1800 s, constant; MAAS 3.5");
    }

    @Test
    void listsEveryGuessOfTheModelByName() {
        List<String> guesses =
                PlanReader.model().spans().stream()
                        .filter(Span::isGuess)
                        .map(Span::name)
                        .sorted()
                        .toList();

        List<String> listed =
                run("explain", "guesses").out().lines().filter(l -> l.matches("[^ ]+")).toList();

        assertThat(listed).isEqualTo(guesses);
    }

    @Test
    void printsTheSameForReplicationsOnAnyNumberOfThreads() throws IOException {
        Files.writeString(folder.resolve("tiny.yaml"), Bundled.bundle("tiny").text());
        String tiny = folder.resolve("tiny.yaml").toString();

        Ended one = run("run", tiny, "--replications", "6", "--threads", "1", "--seed", "5");
        Ended two = run("run", tiny, "--replications", "6", "--threads", "2", "--seed", "5");

        assertThat(two).isEqualTo(one);
        assertThat(one.exit()).isZero();
        assertThat(one.err()).isEmpty();
        assertThat(one.out())
                .startsWith("6 replications of ")
                .contains("seed 5\nall units active in the end: 6 of 6\n", "  p50 ", "  p95 ");
    }

    @Test
    void tellsWhatKeepsReplicationsFromBecomingActive() throws IOException {
        Files.writeString(folder.resolve("bundle.yaml"), Bundled.bundle("openstack").text());

        Ended ended = run("run", folder.resolve("bundle.yaml").toString(), "--replications", "2");

        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.out())
                .contains(
                        "all units active in the end: 0 of 2\n",
                        "       2  bundle vault/0: blocked")
                .doesNotContain("p50");
    }

    @Test
    void refusesReplicationsThatCannotBe() {
        Ended ended = run("run", "--replications", "0", "--threads", "many", "--print", "x");

        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err())
                .contains(
                        "--replications: expected a whole number from 1 to 1000000, found \"0\"",
                        "--threads: expected a whole number from 1 to 1024, found \"many\"",
                        "--print: expected a single run, found --replications");
        assertThat(run("run", "--threads", "2").err())
                .contains("--threads: expected --replications beside it, found none");
    }

    private static Ended run(String... args) {
        return Ended.of(List.of(args));
    }
}
