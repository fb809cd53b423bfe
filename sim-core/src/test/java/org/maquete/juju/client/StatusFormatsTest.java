package org.maquete.juju.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.maquete.finding.TypedLine;
import org.maquete.juju.Application;
import org.maquete.juju.Machine;
import org.maquete.juju.StatusInfo;
import org.maquete.juju.Unit;
import org.maquete.kernel.Answer;
import org.maquete.world.World;

/** The shorter formats, the words that select, and the flags of {@code juju status}. */
class StatusFormatsTest {

    private static final StatusInfo ACTIVE = JujuRows.status("active");
    private static final StatusInfo IDLE = JujuRows.status("idle");

    /** The model of TestFormatSummary in cmd/juju/status/status_internal_test.go of juju. */
    private static JujuRows wordpress() {
        JujuRows rows = new JujuRows().model("3.6.26");
        for (String name : List.of("mysql", "wordpress")) {
            rows.application(name, name);
        }
        rows.application(
                new JujuRows.App(
                        JujuRows.MODEL, "logging", "", "logging", "", 1, true, StatusInfo.NONE));
        StatusInfo error = JujuRows.status("error");
        List<String> none = List.of();
        rows.machine("0", JujuRows.status("started"), ACTIVE, "c-0", "127.0.0.1");
        rows.machine("1", JujuRows.status("started"), ACTIVE, "c-1", "10.0.2.1");
        rows.machine("2", JujuRows.status("started"), ACTIVE, "c-2", "10.0.2.2");
        rows.unit("wordpress/0", "1", "", ACTIVE, IDLE, true, "10.0.2.1", none);
        rows.unit("logging/0", "1", "wordpress/0", ACTIVE, IDLE, true, "10.0.2.1", none);
        rows.unit("mysql/0", "2", "", ACTIVE, IDLE, true, "10.0.2.2", none);
        rows.unit("logging/1", "2", "mysql/0", error, IDLE, false, "10.0.2.2", none);
        rows.relation("mysql:server", "wordpress:db", "mysql", "regular");
        rows.relation("wordpress:info", "logging:info", "juju-info", "subordinate");
        rows.relation("mysql:info", "logging:info", "juju-info", "subordinate");
        return rows;
    }

    private static StatusDocument document(World world, String... words) {
        return Statuses.relations(Statuses.of(world, words), "");
    }

    @Test
    void countsMachinesUnitsAndApplicationsInASummary() {
        assertThat(StatusSummary.print(document(wordpress().world)).replace(" \n", "|\n"))
                .isEqualTo(
                        """
                        Running on subnets:  127.0.0.1/8, 10.0.2.1/8 |
                         Utilizing ports:                            |
                              # Machines:  (3)
                                 started:   3|
                                        |
                                 # Units:  (4)
                                  active:   3|
                                   error:   1|
                                        |
                          # Applications:  (3)
                                  logging  0/1  exposed
                                    mysql  0/1  exposed
                                wordpress  0/1  exposed
                                        |
                                # Remote:  (0)
                        """);
    }

    @Test
    void hasALineForEachUnit() {
        JujuRows rows = wordpress();
        rows.application("web", "web");
        List<String> ports = List.of("80/tcp", "443/tcp", "53/udp");
        rows.unit("web/0", "2", "", ACTIVE, IDLE, true, "10.0.2.3", ports);

        assertThat(StatusLines.print(document(rows.world)))
                .isEqualTo(
                        """
                        - mysql/0: 10.0.2.2 (agent:idle, workload:active)
                          - logging/1: 10.0.2.2 (agent:idle, workload:error)
                        - web/0: 10.0.2.3 (agent:idle, workload:active) 80,443/tcp 53/udp
                        - wordpress/0: 10.0.2.1 (agent:idle, workload:active)
                          - logging/0: 10.0.2.1 (agent:idle, workload:active)
                        """);
    }

    @Test
    void groupsPortsByProtocolAndNeighbours() {
        assertThat(StatusPorts.grouped(List.of("80/tcp", "443/tcp"))).isEqualTo("80,443/tcp");
        assertThat(StatusPorts.grouped(List.of("6642/tcp", "6641/tcp"))).isEqualTo("6641-6642/tcp");
        assertThat(StatusPorts.grouped(List.of("9/tcp", "10/tcp", "11/tcp", "123/udp", "icmp")))
                .isEqualTo("9,10-11/tcp 123/udp icmp");
    }

    private static Stream<String> shown(String... words) {
        Selection shown = Statuses.of(wordpress().world, words);
        return Stream.of(
                        shown.machines().stream().map(Machine::name),
                        shown.applications().stream().map(Application::name),
                        shown.principals().stream().map(Unit::name))
                .flatMap(s -> s);
    }

    @Test
    void selectsByMachineUnitAndApplication() {
        assertThat(shown("1")).containsExactly("1", "logging", "wordpress", "wordpress/0");
        assertThat(shown("mysql/0")).containsExactly("2", "logging", "mysql", "mysql/0");
        assertThat(shown("wordpress/leader"))
                .containsExactly("1", "logging", "wordpress", "wordpress/0");
        assertThat(shown("word*")).containsExactly("1", "logging", "wordpress", "wordpress/0");
        assertThat(shown("*/0"))
                .containsExactly(
                        "1", "2", "logging", "mysql", "wordpress", "mysql/0", "wordpress/0");
        assertThat(shown("10.0.2.0/24")).contains("1", "2").doesNotContain("0");
        assertThat(shown("127.0.0.1")).containsExactly("0");
        assertThat(shown("nothing")).isEmpty();
    }

    @Test
    void selectsByStatusOfUnitsAndNotOfMachines() {
        assertThat(shown("error")).containsExactly("2", "logging", "mysql", "mysql/0");
        assertThat(shown("started")).isEmpty();
        assertThat(shown("idle")).contains("mysql/0", "wordpress/0");
        assertThat(shown("exposed")).isEmpty();
        assertThat(shown("not", "exposed")).contains("mysql/0", "wordpress/0");
    }

    @Test
    void keepsTheRelationsOfWhatMatchesAWordOnly() {
        assertThat(document(wordpress().world, "wordpress").relations())
                .extracting(StatusDocument.RelationLine::provider)
                .containsExactly("mysql:server", "wordpress:info", "mysql:info");
        assertThat(document(wordpress().world, "1").relations()).isEmpty();
        assertThat(Statuses.tree(Statuses.of(wordpress().world, "1"), "json", false))
                .contains("\"wordpress\"")
                .doesNotContain("\"relations\"", "\"subordinate-to\"");
    }

    @Test
    void saysThatARelationIsStillJoining() {
        JujuRows rows = wordpress();
        rows.application("web", "web");
        rows.unit("web/0", "", "", ACTIVE, JujuRows.status("allocating"), false, "", List.of());
        rows.relation("mysql:server", "web:db", "mysql", "regular");

        String printed = Statuses.tabular(Statuses.of(rows.world), true);

        assertThat(printed.lines())
                .contains(
                        "mysql:server          web:db        mysql      regular      joining",
                        "mysql:server          wordpress:db  mysql      regular");
    }

    private final ClientBench bench = ClientBench.withCloud();

    private Answer typed(String line) {
        List<TypedLine> lines =
                bench.type(
                        (bench.lines().isEmpty() ? ClientBench.BEGIN + "juju deploy ubuntu\n" : "")
                                + line
                                + "\n");
        return lines.getLast().answer();
    }

    @Test
    void takesTheFlagsOfTheRealOne() {
        assertThat(typed("juju status --no-color --utc --storage").ok()).isTrue();
        assertThat(typed("juju status --format json --relations --storage").stderr())
                .isEqualTo(
                        "provided relations, storage options are always enabled in non tabular"
                                + " formats\n");
        assertThat(typed("juju status --color --no-color"))
                .isEqualTo(Answer.failed(2, "ERROR cannot mix --no-color and --color\n"));
        assertThat(typed("juju status --format xml").stderr())
                .startsWith("ERROR invalid value \"xml\" for option --format: unknown format");
        assertThat(bench.last("juju status --color\n").notModelled())
                .isEqualTo("juju status --color");
    }

    @Test
    void printsTimesInIsoFormWhenAsked() {
        assertThat(typed("juju status --format yaml").stdout()).contains("since: 05 Jan 2026 08:");
        assertThat(typed("juju status --format yaml --utc").stdout())
                .contains("since: 2026-01-05 08:");
        assertThat(typed("JUJU_STATUS_ISO_TIME=true juju status --format yaml").stdout())
                .contains("since: 2026-01-05 08:");
    }

    @Test
    void showsTheMachinesThatAreNamed() {
        assertThat(typed("juju machines").stdout())
                .startsWith("Machine  State    Address  Inst id  Base          AZ       Message\n")
                .contains("0        pending           server");
        assertThat(typed("juju show-machine 0").stdout())
                .startsWith("model: openstack\nmachines:\n  \"0\":\n    juju-status:\n");
        assertThat(typed("juju show-machine 7").stdout())
                .isEqualTo("model: openstack\nmachines: {}\n");
        assertThat(typed("juju show-machine 0 --format json").stdout())
                .startsWith("{\"model\":\"openstack\",\"machines\":{\"0\":{\"juju-status\":");
        assertThat(typed("juju machines 0"))
                .isEqualTo(Answer.failed(2, "ERROR unrecognized args: [\"0\"]\n"));
    }
}
