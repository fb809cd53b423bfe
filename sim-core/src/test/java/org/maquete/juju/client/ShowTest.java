package org.maquete.juju.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maquete.finding.TypedLine;
import org.maquete.kernel.Answer;
import org.maquete.tool.Recall;

/** {@code show-unit}, {@code show-application}, {@code show-status-log}, {@code debug-log}. */
class ShowTest {

    private static ClientBench bench;

    @BeforeAll
    static void deploy() {
        bench = ClientBench.withCloud();
        bench.type(
                ClientBench.BEGIN
                        + """
                        juju deploy --constraints "mem=8G tags=compute" keystone
                        juju deploy --channel 8.0/stable mysql-router keystone-mysql-router
                        juju integrate keystone-mysql-router:shared-db keystone:shared-db
                        juju expose keystone
                        juju wait-for application keystone --query='status=="blocked"' --timeout=2h
                        """);
    }

    private static Answer typed(String line) {
        List<TypedLine> lines = bench.type(line + "\n");
        return lines.getLast().answer();
    }

    private static Answer recalled(String line) {
        List<String> words = List.of(line.split(" ", -1));
        Recall recall =
                bench.simulation.model().contributions(Recall.class).stream()
                        .filter(each -> each.knows(words))
                        .findFirst()
                        .orElseThrow();
        return recall.recall(
                words, bench.world(), bench.simulation.journal().entries(), bench.simulation.now());
    }

    @Test
    void showsAnApplication() {
        String shown = typed("juju show-application keystone keystone-mysql-router").stdout();

        assertThat(shown)
                .startsWith(
                        """
                        keystone:
                          charm: keystone
                          base: ubuntu@22.04
                          channel: yoga/stable
                          constraints:
                            arch: amd64
                            mem: 8192
                            tags:
                            - compute
                          principal: true
                          exposed: true
                          exposed-endpoints:
                            "":
                              expose-to-cidrs:
                              - 0.0.0.0/0
                              - ::/0
                          remote: false
                          endpoint-bindings:
                            "": alpha
                            admin: alpha
                        """)
                .contains(
                        """
                        keystone-mysql-router:
                          charm: mysql-router
                          base: ubuntu@22.04
                          channel: 8.0/stable
                          principal: false
                        """);
    }

    @Test
    void showsAUnit() {
        String shown = typed("juju show-unit keystone/0").stdout();

        assertThat(shown)
                .startsWith("keystone/0:\n")
                .contains("  machine: \"0\"\n", "  opened-ports:", "  public-address: 172.16.0.")
                .contains("  charm: ch:amd64/keystone-568\n  leader: true\n  relation-info:\n")
                .contains("  - endpoint: shared-db\n    related-endpoint: shared-db\n");
        assertThat(typed("juju show-unit keystone/0 --endpoint cluster --format json").stdout())
                .contains("\"relation-info\":[{\"endpoint\":\"cluster\",")
                .doesNotContain("shared-db");
    }

    @Test
    void refusesNamesThatAreNoneOrNotThere() {
        assertThat(typed("juju show-unit"))
                .isEqualTo(Answer.failed(2, "ERROR an unit name must be supplied\n"));
        assertThat(typed("juju show-unit a/1 so-42-far-not-good oo"))
                .isEqualTo(Answer.failed(2, "ERROR unit names so-42-far-not-good, oo not valid\n"));
        assertThat(typed("juju show-unit --related-unit so a/0"))
                .isEqualTo(Answer.failed(2, "ERROR related unit name so not valid\n"));
        assertThat(typed("juju show-unit keystone/7"))
                .isEqualTo(Answer.failed(1, "ERROR unit \"keystone/7\" not found\n"));
        assertThat(typed("juju show-application"))
                .isEqualTo(Answer.failed(2, "ERROR an application name must be supplied\n"));
        assertThat(typed("juju show-application so-42-far-not-good"))
                .isEqualTo(
                        Answer.failed(2, "ERROR application name so-42-far-not-good not valid\n"));
        assertThat(typed("juju show-application x y"))
                .isEqualTo(
                        Answer.failed(
                                1,
                                "ERROR application \"x\" not found\n"
                                        + "application \"y\" not found\n"));
    }

    @Test
    void tellsTheStatusesOfAUnitFromTheFirst() {
        String told = recalled("juju show-status-log keystone/0 -n 500").stdout();
        List<String> lines = told.lines().toList();

        assertThat(lines.getFirst()).startsWith("Time                   Type       Status");
        assertThat(lines.stream().map(line -> line.replaceAll("^.{20,21}Z? +", "")))
                .containsSubsequence(
                        "workload   waiting      waiting for machine",
                        "juju-unit  allocating",
                        "workload   maintenance  installing charm software",
                        "juju-unit  executing    running install hook");
        assertThat(recalled("juju show-status-log keystone/0 -n 3").stdout().lines()).hasSize(4);
    }

    @Test
    void tellsTheStatusesOfAMachineAndAModel() {
        assertThat(recalled("juju show-status-log --type machine 0 -n 50").stdout())
                .contains("machine  pending", "machine  running     Deployed\n");
        assertThat(recalled("juju show-status-log --type model --format json").stdout())
                .matches(
                        "\\[\\{\"status\":\"available\",\"since\":\"2026-01-05T08:[0-9:.]+Z\","
                                + "\"type\":\"model\"}]\n");
    }

    @Test
    void refusesToTellInJujusWords() {
        assertThat(recalled("juju show-status-log"))
                .isEqualTo(Answer.failed(2, "ERROR entity name is missing.\n"));
        assertThat(recalled("juju show-status-log a b"))
                .isEqualTo(Answer.failed(2, "ERROR unexpected arguments after entity name.\n"));
        assertThat(recalled("juju show-status-log keystone/0 -n 3 --days 2"))
                .isEqualTo(
                        Answer.failed(
                                2,
                                "ERROR backlog size, backlog date and backlog days back cannot be"
                                        + " specified together\n"));
        assertThat(recalled("juju show-status-log --type x keystone/0"))
                .isEqualTo(Answer.failed(2, "ERROR unexpected status type \"x\"\n"));
        assertThat(recalled("juju show-status-log 0"))
                .isEqualTo(Answer.failed(1, "ERROR \"0\" is not a valid name for a unit\n"));
        assertThat(recalled("juju show-status-log --type saas keystone"))
                .isEqualTo(Answer.failed(1, "ERROR no status history available\n"));
        assertThat(bench.last("juju show-status-log keystone/0\n").notModelled())
                .isEqualTo("juju show-status-log inside a run");
    }

    @Test
    void showsTheLinesOfAUnitInItsLog() {
        List<String> lines =
                recalled("juju debug-log --replay --include keystone/0 --no-tail")
                        .stdout()
                        .lines()
                        .map(line -> line.replaceAll("[0-9]{2}:[0-9]{2}:[0-9]{2}", "T"))
                        .toList();

        assertThat(lines)
                .startsWith(
                        "unit-keystone-0: T INFO juju.worker.uniter hooks are retried true",
                        "unit-keystone-0: T INFO juju.worker.uniter found queued \"install\" hook",
                        "unit-keystone-0: T INFO juju.worker.uniter.operation ran \"install\" hook"
                                + " (via explicit, bespoke hook script)")
                .contains(
                        "unit-keystone-0: T INFO juju.worker.uniter.operation ran"
                                + " \"shared-db-relation-joined\" hook (via explicit, bespoke hook"
                                + " script)");
    }

    @Test
    void showsTheLinesOfMachinesByWildcardModuleAndDate() {
        String started =
                recalled("juju debug-log --replay --include-module juju.worker.provisioner --date")
                        .stdout();

        assertThat(started)
                .startsWith("controller-0: 2026-01-05 08:")
                .contains(" found machine pending provisioning id:0, details:0\n")
                .contains(" started machine 0 as instance server");
        assertThat(recalled("juju debug-log --replay -i machine-* --ms").stdout())
                .matches(
                        "machine-0: [0-9:]{8}\\.[0-9]{3} INFO juju.worker.apicaller \\[[0-9a-f]{6}]"
                                + " \"machine-0\" successfully connected to \"[0-9.]+:17070\"\n");
    }

    @Test
    void showsTheLastLinesAndTheGravestOnly() {
        assertThat(recalled("juju debug-log").stdout().lines()).hasSize(10);
        assertThat(recalled("juju debug-log -n 3").stdout().lines()).hasSize(3);
        assertThat(recalled("juju debug-log --limit 4 --replay").stdout().lines()).hasSize(4);
        assertThat(recalled("juju debug-log --replay --level WARNING").stdout()).isEmpty();
        assertThat(recalled("juju debug-log --replay -x unit-* -x machine-* -x controller-0"))
                .isEqualTo(Answer.SILENT);
    }

    @Test
    void refusesToShowTheLogInJujusWords() {
        assertThat(recalled("juju debug-log --level LOUD"))
                .isEqualTo(
                        Answer.failed(
                                2,
                                "ERROR level value \"LOUD\" is not one of \"TRACE\", \"DEBUG\","
                                        + " \"INFO\", \"WARNING\", \"ERROR\"\n"));
        assertThat(recalled("juju debug-log --tail --no-tail"))
                .isEqualTo(Answer.failed(2, "ERROR setting --tail and --no-tail not valid\n"));
        assertThat(recalled("juju debug-log keystone/0").stderr())
                .isEqualTo("ERROR unrecognized args: [\"keystone/0\"]\n");
        assertThat(bench.last("juju debug-log\n").notModelled())
                .isEqualTo("juju debug-log inside a run");
    }
}
