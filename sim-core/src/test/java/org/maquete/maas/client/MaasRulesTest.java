package org.maquete.maas.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.InfraBench;
import org.maquete.finding.Finding;
import org.maquete.finding.Rule;
import org.maquete.finding.Run;
import org.maquete.hardware.DisconnectController;
import org.maquete.hardware.PullCable;
import org.maquete.hardware.SetControllerPassword;
import org.maquete.hardware.WriteDisk;
import org.maquete.kernel.Command;
import org.maquete.kernel.Origin;
import org.maquete.kernel.Settings;
import org.maquete.kernel.Simulation;
import org.maquete.maas.DefineSubnet;
import org.maquete.maas.ImportImage;
import org.maquete.maas.MaasView;
import org.maquete.operator.OperatorView;
import org.maquete.operator.Pace;
import org.maquete.operator.TypeScript;
import org.maquete.runbook.SourceText;

/** Each rule with a plan that keeps it and one that breaks it. */
class MaasRulesTest {

    private static final String S = "server1";

    private final Simulation simulation = new Simulation(MaasDesk.model(), Settings.DEFAULT);
    private final InfraBench rack = InfraBench.of(simulation);

    MaasRulesTest() {
        rack.ask(
                new DefineSubnet(
                        "172.16.0.0/20",
                        "172.16.0.1",
                        "",
                        "172.16.0.3",
                        "172.16.0.100",
                        "172.16.0.200",
                        List.of()));
        rack.ask(new ImportImage("ubuntu/jammy/amd64"));
        rack.machine(S, 4, 16384, "juju");
        type("maas login admin http://172.16.0.3:5240/MAAS a:b:c\n");
    }

    @Test
    void findsNothingWhenAllGoesWell() {
        type("maas admin machine commission ID\nsleep 20m\nmaas admin machine deploy ID\n");

        assertThat(findings()).isEmpty();
    }

    @Test
    void findsAMachineThatMaasCannotSwitch() {
        rack.ask(new SetControllerPassword(S, "other"));

        type("maas admin machine deploy ID\n");

        Finding found = only("maas.power-control");
        assertThat(found.cause().en()).contains("another password than MAAS has");
        assertThat(found.answer())
                .isEqualTo(
                        "Failed to query node's BMC - (admin) - Aborting DEPLOYING and reverting to"
                                + " ALLOCATED. Unable to power control the node. Please check"
                                + " power credentials.");
        assertThat(found.place().line()).isEqualTo(1);
    }

    @Test
    void saysWhenTheControllerDoesNotAnswerAtAll() {
        rack.ask(new DisconnectController(S));

        type("maas admin machine commission ID\n");

        assertThat(only("maas.power-control").cause().en()).endsWith("does not answer.");
    }

    @Test
    void findsACommissioningThatFailed() {
        rack.ask(new PullCable(S, "enp1s0"));

        type("maas admin machine commission ID\n");

        Finding found = only("maas.operation-failed");
        assertThat(found.answer())
                .isEqualTo(
                        "Failed commissioning: Marking node failed - Node operation"
                                + " 'Commissioning' timed out after 30 minutes.");
        assertThat(found.cause().en()).contains("has no cable");
    }

    @Test
    void findsADiskThatWasGivenBackWithData() {
        deployAndWrite();

        type("maas admin machine release ID\n");

        Finding found = only("maas.released-without-erase");
        assertThat(found.subject().name()).isEqualTo("server1 /dev/sdb");
    }

    @Test
    void isContentWithAnErasedDisk() {
        deployAndWrite();

        type("maas admin machine release ID erase=true quick_erase=true\n");

        assertThat(findings()).isEmpty();
    }

    private void deployAndWrite() {
        type("maas admin machine deploy ID\nsleep 20m\n");
        Command write = new WriteDisk(S, "/dev/sdb");
        rack.ask(write);
    }

    private void type(String script) {
        simulation.submit(
                new TypeScript(
                        List.of(new SourceText("plan.sh", script.replace("ID", systemId()))),
                        Pace.HASTY),
                new Origin.Person("test"));
        simulation.runToEnd();
    }

    private String systemId() {
        return MaasView.machine(simulation.world(), S).orElseThrow().systemId();
    }

    private Finding only(String rule) {
        assertThat(findings()).extracting(Finding::rule).containsExactly(rule);
        return findings().getFirst();
    }

    private List<Finding> findings() {
        Run run =
                new Run(
                        OperatorView.lines(simulation.world()),
                        simulation.journal(),
                        simulation.world(),
                        simulation.model());
        List<Finding> found = new ArrayList<>();
        for (Rule rule : simulation.model().contributions(Rule.class)) {
            found.addAll(rule.check(run));
        }
        return found;
    }
}
