package org.maquete.juju.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.finding.Cure;
import org.maquete.finding.Remedy;
import org.maquete.finding.TypedLine;
import org.maquete.operator.Pace;
import org.maquete.operator.TypeScript;
import org.maquete.runbook.SourceText;

/** Where machines may be asked for, and what is said about a place that is not there. */
class AddMachineTest {

    private static TypedLine last(String line) {
        return ClientBench.withCloud().last(ClientBench.BEGIN + line + "\n");
    }

    @Test
    void looksForTheZoneInMaasBeforeAnythingElse() {
        TypedLine line = last("juju add-machine zone=foo");

        assertThat(line.answer().stderr())
                .isEqualTo(
                        "failed to create 1 machine\n"
                                + "ERROR cannot add a new machine: availability zone \"foo\" not"
                                + " valid\n");
        assertThat(line.answer().exit()).isEqualTo(1);
        assertThat(last("juju add-machine zone=default").answer().stderr())
                .isEqualTo("created machine 0\n");
        assertThat(last("juju deploy ubuntu --to zone=foo").answer().stderr())
                .isEqualTo(
                        "ERROR cannot add application \"ubuntu\": availability zone \"foo\" not"
                                + " valid\n"
                                + "ERROR failed to deploy charm \"ubuntu\"\n");
    }

    @Test
    void takesAnyMachineNameUntilMaasIsAsked() {
        assertThat(last("juju add-machine server9").answer().stderr())
                .isEqualTo("created machine 0\n");
        assertThat(last("juju add-machine system-id=abc123").answer().stderr())
                .isEqualTo("created machine 0\n");
        assertThat(last("juju add-machine rack=4").answer().stderr())
                .endsWith("ERROR cannot add a new machine: unknown placement directive: rack=4\n");
    }

    @Test
    void refusesContainersOnMachinesThatAreNotThere() {
        assertThat(last("juju add-machine lxd:99").answer().stderr())
                .isEqualTo(
                        "failed to create 1 machine\n"
                                + "ERROR cannot add a new machine: machine 99 not found\n");
        assertThat(last("juju add-machine 3").answer().stderr())
                .isEqualTo("ERROR machine-id cannot be specified when adding machines\n");
        TypedLine several = last("juju add-machine -n 2 lxd:0");
        assertThat(several.answer().stderr())
                .isEqualTo("ERROR cannot use -n when specifying a placement\n");
        assertThat(several.answer().exit()).isEqualTo(2);
    }

    @Test
    void saysWhichFileOfABundleIsMissing() {
        ClientBench bench = ClientBench.withCloud();
        Remedy.Diagnosis bundle =
                bench.diagnose(bench.last(ClientBench.BEGIN + "juju deploy ./none.yaml\n"));
        assertThat(bundle.cures()).extracting(Cure::kind).containsExactly(Cure.Kind.ADVICE);

        Remedy.Diagnosis overlay =
                bench.diagnose(
                        bench.last(
                                """
                                cat > b.yaml <<END
                                applications: {ubuntu: {charm: ubuntu, num_units: 1}}
                                END
                                juju deploy ./b.yaml --overlay ./o.yaml
                                """));
        assertThat(overlay.cures().getFirst().lines()).containsExactly("applications: {}");
    }

    @Test
    void blamesTheLineThatDeployedAndNoneThatOnlyTried() {
        ClientBench bench = ClientBench.withCloud();
        String script =
                ClientBench.BEGIN
                        + """
                        cat > b.yaml <<END
                        applications:
                          ubuntu: {charm: ubuntu, num_units: 1, constraints: tags=none}
                        END
                        juju deploy ./b.yaml --dry-run
                        juju deploy ./b.yaml
                        """;
        bench.simulation.submit(
                new TypeScript(List.of(new SourceText("plan.sh", script)), Pace.HASTY),
                ClientBench.ORIGIN);
        bench.simulation.runToEnd();

        assertThat(bench.findings("juju.provisioning-failed"))
                .extracting(finding -> finding.place().line())
                .containsExactly(9);
    }
}
