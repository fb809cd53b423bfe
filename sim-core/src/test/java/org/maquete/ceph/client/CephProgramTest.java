package org.maquete.ceph.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.hardware.SetPower;
import org.maquete.kernel.Answer;

/** Types lines of the ceph client on a simulated cluster. */
final class CephProgramTest {

    private static final Path ANSWERS =
            Path.of("src/test/resources/golden/ceph-client/verbs/answers.txt");

    private final ClientBench bench = new ClientBench();

    @Test
    void saysWhatTheRealMonitorsSaid() throws IOException {
        List<String> differences = new ArrayList<>();

        for (String each : ("\n" + Files.readString(ANSWERS)).split("\n\\$ ", -1)) {
            if (each.isBlank()) {
                continue;
            }
            String line = each.lines().findFirst().orElseThrow();
            String expected = each.substring(line.length() + 1).strip();
            // The real cluster had other numbers of pools.
            String wanted = expected.replace("set pool 3 ", "set pool 1 ");
            String found = shown(bench.type("nuc3", line)).strip();
            if (!found.equals(wanted)) {
                differences.add(line + "\n  expected " + wanted + "\n  found    " + found);
            }
        }

        assertThat(differences).isEmpty();
    }

    private static String shown(Answer answer) {
        StringBuilder text = new StringBuilder();
        answer.stdout().lines().forEach(line -> text.append("1|").append(line).append('\n'));
        answer.stderr().lines().forEach(line -> text.append("2|").append(line).append('\n'));
        return text + "= " + answer.exit();
    }

    @Test
    void printsTheStateOfASimulatedCluster() {
        bench.type("nuc3", "ceph osd pool create glance 4 --pg-num-min 4");
        bench.infra().settle();

        assertThat(bench.type("nuc3", "ceph -s").stdout())
                .contains("    health: HEALTH_OK\n")
                .contains("    mon: 1 daemons, quorum a (age ")
                .contains("    osd: 3 osds: 3 up (since ")
                .contains("    pools:   1 pools, 4 pgs\n")
                .contains("    pgs:     4 active+clean\n");
        assertThat(bench.type("nuc3", "ceph osd tree").stdout())
                .startsWith(
                        """
                        ID  CLASS  WEIGHT   TYPE NAME      STATUS  REWEIGHT  PRI-AFF
                        -1         0.00298  root default                           \s
                        """);
        assertThat(bench.type("nuc3", "ceph osd pool ls").stdout()).isEqualTo("glance\n");
    }

    @Test
    void marksSeveralOsdsOutAtOnce() {
        Answer first = bench.type("nuc3", "ceph osd out 0 osd.1 99");
        Answer second = bench.type("nuc3", "ceph osd out 0");
        Answer all = bench.type("nuc3", "ceph osd in all");

        assertThat(first.stderr())
                .isEqualTo("marked out osd.0. marked out osd.1. osd.99 does not exist. \n");
        assertThat(second.stderr()).isEqualTo("osd.0 is already out. \n");
        assertThat(all.stderr()).isEqualTo("marked in osd.0. marked in osd.1. \n");
    }

    @Test
    void refusesMoreGroupsThanTheMonitorsAllow() {
        Answer answer = bench.type("nuc3", "ceph osd pool create big 4096");

        assertThat(answer.exit()).isEqualTo(34);
        assertThat(answer.stderr())
                .isEqualTo(
                        "Error ERANGE:  pg_num 4096 size 3 would mean 12288 total pgs, which"
                                + " exceeds max 750 (mon_max_pg_per_osd 250 * num_in_osds 3)\n");
    }

    @Test
    void doesNotDeleteAPoolUnlessTheMonitorsAllowIt() {
        bench.type("nuc3", "ceph osd pool create p1 4");

        assertThat(bench.type("nuc3", "ceph osd pool rm p1").exit()).isEqualTo(1);
        assertThat(
                        bench.type("nuc3", "ceph osd pool rm p1 p1 --yes-i-really-really-mean-it")
                                .stderr())
                .startsWith("Error EPERM: pool deletion is disabled; you must first set");
        assertThat(bench.type("nuc3", "ceph osd pool rm p2").stderr())
                .isEqualTo("pool 'p2' does not exist\n");
    }

    @Test
    void givesUpWithoutAQuorum() {
        bench.infra().ask(new SetPower("nuc3", false));
        bench.infra().settle();

        assertThat(bench.type("nuc3", "ceph -s").stderr())
                .isEqualTo("[errno 110] RADOS timed out (error connecting to the cluster)\n");
    }

    @Test
    void hasNoConfigurationOnOtherMachines() {
        assertThat(bench.type("nuc4", "ceph -s"))
                .isEqualTo(
                        Answer.failed(
                                1,
                                "Error initializing cluster client: ObjectNotFound('RADOS object"
                                        + " not found (error calling conf_read_file)')"));
    }

    @Test
    void saysWhatIsNotModelled() {
        assertThat(bench.type("nuc3", "ceph tell osd.0 version").stderr())
                .isEqualTo("not modelled: ceph tell\n");
        assertThat(bench.type("nuc3", "ceph auth ls").stderr())
                .isEqualTo("not modelled: ceph auth ls\n");
    }
}
