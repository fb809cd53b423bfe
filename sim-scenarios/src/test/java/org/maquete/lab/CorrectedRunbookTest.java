package org.maquete.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maquete.cli.Bundled;
import org.maquete.finding.TypedLine;
import org.maquete.hardware.CutPower;
import org.maquete.juju.JujuTables;
import org.maquete.juju.Unit;
import org.maquete.kernel.Journal;
import org.maquete.kernel.Origin;
import org.maquete.kernel.SimTime;
import org.maquete.kernel.Simulation;
import org.maquete.operator.OperatorView;

/**
 * Our own corrected runbook deploys to all-active, and its final {@code juju status} is the one
 * that the deployment guide prints, but for the differences listed here.
 */
class CorrectedRunbookTest {

    private static final Path GUIDE =
            Path.of("../sim-core/src/test/resources/golden/juju/guide-final-status/expected.txt");

    private static Simulation run;
    private static String status;

    @BeforeAll
    static void runIt() {
        run = Labs.deployed();
        status = Labs.ask(run, "juju status");
    }

    @Test
    void everyLineIsAnsweredWithoutARefusal() {
        assertThat(OperatorView.lines(run.world()))
                .filteredOn(line -> !line.answer().ok())
                .extracting(
                        line -> line.place() + " " + line.source() + ": " + line.answer().text())
                .isEmpty();
    }

    @Test
    void everyUnitIsActiveAndIdle() {
        List<String> others = new ArrayList<>();
        for (Unit unit : run.world().table(JujuTables.UNITS)) {
            boolean inController = unit.model().endsWith(":controller");
            boolean ready =
                    unit.agent().current().equals("idle")
                            && unit.workload().current().equals("active");
            if (!ready && !inController) {
                others.add(unit.name() + " " + unit.workload() + " " + unit.agent());
            }
        }

        assertThat(others).isEmpty();
        assertThat(run.violations()).isEmpty();
    }

    @Test
    void takesAboutAnHourAndAHalf() {
        // Whole openstack-base on MAAS: 30 to 90 minutes (charm guide, getting started).
        assertThat(run.now()).isBetween(45 * SimTime.MINUTE, 120 * SimTime.MINUTE);
    }

    /**
     * Allowed: version numbers, revisions, vault's channel (the lab deploys 1.8), one disk a
     * machine, three machines, and which member of the database is R/W.
     */
    @Test
    void showsTheGuidesApplications() throws IOException {
        Map<String, String> guide = applications(Files.readString(GUIDE));
        Map<String, String> ours = applications(status);

        assertThat(ours.keySet()).isEqualTo(guide.keySet());
        guide.forEach((name, line) ->
                assertThat(comparable(ours.getOrDefault(name, "")))
                        .as(name)
                        .isEqualTo(comparable(line)));
    }

    /** Allowed: addresses, machines, leaders, and what {@link #comparable} takes out. */
    @Test
    void showsTheGuidesUnitMessages() throws IOException {
        Map<String, List<String>> guide = unitMessages(Files.readString(GUIDE));
        Map<String, List<String>> ours = unitMessages(status);
        // Four machines there, three here.
        guide.computeIfPresent("ceph-osd", (name, list) -> list.subList(1, list.size()));

        assertThat(ours).isEqualTo(guide);
    }

    /** Juju 3.6 says Address and Base where Juju 2.9 said DNS and Series. */
    @Test
    void hasTheGuidesColumns() throws IOException {
        List<String> guide = headers(Files.readString(GUIDE));
        List<String> ours = headers(status);

        assertThat(ours.get(0)).isEqualTo(guide.get(0));
        assertThat(ours.get(1)).isEqualTo(guide.get(1));
        assertThat(ours.get(2)).isEqualTo("Machine State Address Inst id Base AZ Message");
        assertThat(guide.get(2)).isEqualTo("Machine State DNS Inst id Series AZ Message");
    }

    @Test
    void bothLanguagesGiveTheSameRun() {
        Simulation portuguese = Labs.run(Labs.plan(Bundled.corrected("pt")));

        assertThat(Labs.ask(portuguese, "juju status")).isEqualTo(status);
    }

    @Test
    void aForkThatIsDisturbedAndDiscardedLeavesTheRunAsItWas() {
        Simulation parent = Labs.plan(Bundled.corrected("en")).start();
        parent.runUntil(40 * SimTime.MINUTE);
        long digest = parent.journal().digest();
        long world = parent.world().digest();
        Simulation branch = parent.fork();
        branch.submit(new CutPower("server5"), new Origin.Fault("test"));
        branch.runUntil(60 * SimTime.MINUTE);

        assertThat(parent.journal().digest()).isEqualTo(digest);
        assertThat(parent.world().digest()).isEqualTo(world);
        parent.runToEnd();
        assertThat(parent.journal().digest()).isEqualTo(run.journal().digest());
        assertThat(branch.journal().digest()).isNotEqualTo(digest);
    }

    @Test
    void replayingTheInputLogGivesTheSameRun() {
        Simulation again = Simulation.replay(run.model(), run.settings(), run.inputs());
        again.runToEnd();

        assertThat(Journal.firstDivergence(run.journal(), again.journal())).isEmpty();
    }

    private static final List<String> NOT_OURS =
            List.of("snap", "wget", "chmod", "mkdir", "sha256sum", "ping");

    @Test
    void namesEveryCommandThatIsNotModelled() {
        assertThat(OperatorView.lines(run.world()))
                .extracting(TypedLine::notModelled)
                .filteredOn(feature -> !feature.isEmpty())
                .allMatch(feature -> feature.startsWith("ssh to ") || NOT_OURS.contains(feature));
    }

    private static String comparable(String line) {
        return line.replaceFirst("^\\S+ +[0-9.]* +", "")
                .replaceFirst(" {2,}\\d+ {2,}no ", " ")
                .replaceFirst("1\\.[78]/stable", "1.x/stable")
                .replaceFirst("\\d OSD", "n OSD")
                .replaceFirst("Mode: R/[OW]", "Mode: R/x")
                .replaceFirst("^(active +)\\d+", "$1n")
                .replaceAll(" {2,}", " ")
                .trim();
    }

    private static Map<String, String> applications(String text) {
        Map<String, String> lines = new TreeMap<>();
        section(text, "App ").forEach(line -> lines.put(line.split(" ", 2)[0], line));
        return lines;
    }

    private static Map<String, List<String>> unitMessages(String text) {
        Map<String, List<String>> messages = new TreeMap<>();
        for (String line : section(text, "Unit ")) {
            String application = line.trim().replaceFirst("/.*", "");
            String message = line.replaceFirst("^ *\\S+ +\\S+ +\\S+ .*?(?=Unit is ready)", "");
            String plain = message.replaceFirst("\\d OSD", "n OSD").replaceFirst("^ +", "").trim();
            messages.computeIfAbsent(application, a -> new ArrayList<>()).add(plain);
        }
        messages.values().forEach(list -> list.sort(null));
        return messages;
    }

    private static List<String> headers(String text) {
        return text.lines()
                .filter(l ->
                        l.startsWith("App ") || l.startsWith("Unit ") || l.startsWith("Machine "))
                .map(l -> l.trim().replaceAll(" +", " "))
                .toList();
    }

    private static List<String> section(String text, String header) {
        List<String> lines = new ArrayList<>();
        boolean inside = false;
        for (String line : text.split("\n", -1)) {
            if (line.isEmpty()) {
                inside = false;
            } else if (inside) {
                lines.add(line);
            } else {
                inside = line.startsWith(header);
            }
        }
        return lines;
    }
}
