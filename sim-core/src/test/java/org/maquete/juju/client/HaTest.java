package org.maquete.juju.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maquete.InfraBench;
import org.maquete.hardware.CutPower;
import org.maquete.hardware.HardwareView;
import org.maquete.hardware.PlugCable;
import org.maquete.hardware.PullCable;
import org.maquete.hardware.RestorePower;
import org.maquete.juju.JujuView;
import org.maquete.kernel.SimTime;

/** A controller of three machines: what dies with which of them. */
class HaTest {

    private static final String CONTROLLER = "maas-controller:controller";
    private static final String MODEL = "maas-controller:openstack";

    private final ClientBench bench = ClientBench.withCloud();

    @BeforeEach
    void aControllerHasThreeMachinesAndAModelAUnit() {
        bench.type(
                ClientBench.BEGIN
                        + "juju enable-ha --constraints tags=compute\nsleep 3600\n"
                        + "juju deploy ubuntu --constraints tags=compute\n"
                        + "juju wait-for unit ubuntu/0 --timeout=2h");
        pass();
    }

    @Test
    void oneOfThreeIsMissedByTheOthersAndTheApiAnswers() {
        cut("2");

        assertThat(type("juju controllers")).containsPattern("\\b3 +2/3 +3\\.6\\.26");
        assertThat(type("juju show-controller"))
                .contains("    \"0\":\n")
                .contains("      ha-status: ha-enabled\n")
                .contains("      ha-status: down, lost connection\n");
        assertThat(agent(CONTROLLER, "2")).isEqualTo("down");
        assertThat(agent(MODEL, "0")).isEqualTo("started");
        restore("2");
        assertThat(type("juju controllers")).containsPattern("\\b3 +3 +3\\.6\\.26");
    }

    @Test
    void theMachineOfBootstrapIsNotMoreThanTheOthers() {
        cut("0");

        assertThat(type("juju status")).contains("ubuntu/0").doesNotContain("ERROR");
        assertThat(agent(CONTROLLER, "0")).isEqualTo("down");
        assertThat(agent(MODEL, "0")).isEqualTo("started");
    }

    @Test
    void withoutAMajorityNobodyAnswersUntilOneIsBack() {
        cut("0", "2");

        assertThat(type("juju status")).startsWith("ERROR unable to connect to API: dial tcp ");
        restore("2");
        assertThat(type("juju status")).contains("ubuntu/0").doesNotContain("ERROR");
        assertThat(agent(CONTROLLER, "0")).isEqualTo("down");
        restore("0");
        assertThat(type("juju controllers")).containsPattern("\\b3 +3 +3\\.6\\.26");
    }

    @Test
    void aControllerBehindAPulledCableDoesNotServeTheOthers() {
        String host = host(CONTROLLER, "1");
        String port = HardwareView.nics(bench.world(), host).getFirst().name();
        InfraBench.of(bench.simulation).ask(new PullCable(host, port));
        pass();

        assertThat(type("juju controllers")).containsPattern("\\b3 +2/3 +3\\.6\\.26");
        InfraBench.of(bench.simulation).ask(new PlugCable(host, port));
        pass();
        assertThat(type("juju controllers")).containsPattern("\\b3 +3 +3\\.6\\.26");
    }

    private void cut(String... machines) {
        List<String> hosts = new ArrayList<>();
        for (String machine : machines) {
            hosts.add(host(CONTROLLER, machine));
        }
        hosts.forEach(host -> InfraBench.of(bench.simulation).ask(new CutPower(host)));
        pass();
    }

    private void restore(String machine) {
        InfraBench.of(bench.simulation).ask(new RestorePower(host(CONTROLLER, machine)));
        pass();
    }

    private void pass() {
        bench.simulation.runUntil(bench.simulation.now() + SimTime.HOUR);
    }

    private String host(String model, String machine) {
        return JujuView.machine(bench.world(), model, machine).orElseThrow().hostname();
    }

    private String agent(String model, String machine) {
        return JujuView.machine(bench.world(), model, machine).orElseThrow().agent().current();
    }

    private String type(String line) {
        return bench.last(line).answer().text();
    }
}
