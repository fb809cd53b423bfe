package org.maquete.juju.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maquete.InfraBench;
import org.maquete.finding.TypedLine;
import org.maquete.hardware.CutPower;
import org.maquete.hardware.RestorePower;
import org.maquete.juju.JujuView;
import org.maquete.juju.Machine;
import org.maquete.kernel.SimTime;
import org.maquete.lxd.client.LxdClient;

/** The lxc command on a host, reached by juju ssh and by ssh. */
class LxcTest {

    private static final String MODEL = "maas-controller:openstack";

    private final ClientBench bench = ClientBench.withCloud(List.of(new LxdClient()));

    @BeforeEach
    void aMachineHasTwoContainers() {
        bench.type(
                ClientBench.BEGIN
                        + "juju add-machine\njuju wait-for machine 0 --timeout=60m\n"
                        + "juju deploy rabbitmq-server --to lxd:0\njuju deploy vault --to lxd:0\n"
                        + "juju wait-for unit vault/0 --timeout=2h");
        bench.simulation.runUntil(bench.simulation.now() + SimTime.HOUR);
    }

    @Test
    void listsContainersAsATable() {
        String first = name("0/lxd/0");
        String second = name("0/lxd/1");

        String printed = type("juju ssh 0 -- sudo lxc list");

        String rule = "+---------------------+---------+-------------------+------+-----------+";
        assertThat(printed.lines())
                .containsExactly(
                        rule + "-----------+",
                        "|        NAME         |  STATE  |       IPV4        | IPV6 |   TYPE    |"
                                + " SNAPSHOTS |",
                        rule + "-----------+",
                        "| "
                                + first
                                + " | RUNNING | 172.16.0.5 (eth0) |      | CONTAINER | 0"
                                + "         |",
                        rule + "-----------+",
                        "| "
                                + second
                                + " | RUNNING | 172.16.0.6 (eth0) |      | CONTAINER | 0"
                                + "         |",
                        rule + "-----------+");
    }

    @Test
    void listsThemAsCsvWithTheirMemory() {
        assertThat(type("ssh ubuntu@" + address("0") + " lxc list -c nsm --format csv").lines())
                .hasSize(2)
                .allMatch(line -> line.matches("juju-.*-0-lxd-[01],RUNNING,[0-9.]+[MG]iB"));
    }

    @Test
    void listsThemAsJsonAndAsYaml() {
        assertThat(type("juju ssh 0 lxc list --format json"))
                .startsWith(
                        "[{\"architecture\":\"x86_64\",\"config\":{\"boot.autostart\":\"true\"},")
                .contains("\"status\":\"Running\",\"status_code\":103")
                .contains("\"nictype\":\"bridged\",\"parent\":\"br-");
        assertThat(type("juju ssh 0 lxc config show " + name("0/lxd/0")))
                .startsWith(
                        "architecture: x86_64\nconfig:\n  boot.autostart: \"true\"\ndevices:\n"
                                + "  eth0:\n    name: eth0\n    nictype: bridged\n");
    }

    @Test
    void tellsWhatAContainerUses() {
        assertThat(type("juju ssh 0 lxc info " + name("0/lxd/1")))
                .startsWith("Name: " + name("0/lxd/1") + "\nStatus: RUNNING\nType: container\n")
                .contains("  Memory usage:\n    Memory (current): ")
                .contains("        inet:  " + address("0/lxd/1") + "/20 (global)");
    }

    @Test
    void stopsAndStartsAContainer() {
        String name = name("0/lxd/1");

        assertThat(type("juju ssh 0 lxc stop " + name)).isEmpty();
        assertThat(type("juju ssh 0 lxc list -c ns -f csv")).contains(name + ",STOPPED");
        assertThat(type("juju ssh 0 lxc stop " + name))
                .isEqualTo(
                        "Error: The instance is already stopped\nTry `lxc info --show-log "
                                + name
                                + "` for more info");
        assertThat(type("juju ssh 0 lxc start " + name)).isEmpty();
        bench.simulation.runUntil(bench.simulation.now() + SimTime.HOUR);
        assertThat(type("juju ssh 0 lxc list -c ns -f csv")).contains(name + ",RUNNING");
    }

    @Test
    void containersAreGoneWithTheirHostAndRestartWithIt() {
        String host = machine("0").hostname();
        InfraBench rack = InfraBench.of(bench.simulation);
        rack.ask(new CutPower(host));

        assertThat(type("juju ssh 0 lxc list"))
                .isEqualTo("ERROR cannot connect to any address: [" + address("0") + ":22]");
        assertThat(type("ssh " + address("0") + " lxc list"))
                .isEqualTo("ssh: connect to host " + address("0") + " port 22: No route to host");
        rack.ask(new RestorePower(host));
        bench.simulation.runUntil(bench.simulation.now() + SimTime.HOUR);
        assertThat(type("juju ssh 0 lxc list -c s -f csv")).isEqualTo("RUNNING\nRUNNING");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "juju ssh | ERROR no target name specified",
                "juju ssh 9 lxc list | ERROR machine 9 not found",
                "juju ssh vault/9 lxc list | ERROR unit \"vault/9\" not found",
                "juju ssh 0 lxc stop nothing | Error: Instance not found",
                "juju ssh 0 lxc list -f xml | Error: Invalid format \"xml\"",
                "juju ssh 0 lxc list -c nq | Error: Unknown column shorthand char 'q' in 'nq'"
            })
    void refusesWordForWord(String line, String message) {
        assertThat(type(line)).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource({
        "juju ssh 0 lxc exec c0 bash,lxc exec",
        "juju ssh 0 uptime,juju ssh with uptime",
        "juju ssh 0,juju ssh with a shell",
        "ssh nowhere lxc list,ssh to nowhere"
    })
    void saysWhatIsNotModelled(String line, String feature) {
        assertThat(bench.last(line).notModelled()).isEqualTo(feature);
    }

    private Machine machine(String name) {
        return JujuView.machine(bench.world(), MODEL, name).orElseThrow();
    }

    private String name(String machine) {
        return machine(machine).hostname();
    }

    private String address(String machine) {
        return machine(machine).addresses().getFirst();
    }

    private String type(String line) {
        TypedLine typed = bench.last(line);
        return typed.answer().text();
    }
}
