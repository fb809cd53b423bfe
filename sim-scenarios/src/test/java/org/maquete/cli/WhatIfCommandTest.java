package org.maquete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WhatIfCommandTest {

    @Test
    void printsServicesBeforeDuringAndAfterAndWhoIsNeeded() {
        String out = run("--at", "3h", "--power-off", "server4", "--power-on", "server4@4h").out();

        assertThat(out)
                .startsWith("Service ")
                .containsPattern("\nrabbitmq-server +up +down +up\n")
                .containsPattern("\nvault +up +down +down +vault/0: Unit is sealed\n")
                .contains(" services not touched\n")
                .containsPattern("Came back by itself: [^!]*rabbitmq-server")
                .contains("vault/0: Unit is sealed. Unseal it with three of the five keys.\n")
                .contains("        vault operator unseal <unseal-key-1>\n");
    }

    @Test
    void takesManyFaultsEachWithItsTime() {
        String out =
                run(
                                "--at",
                                "3h",
                                "--pull-cable",
                                "server3",
                                "--plug-cable=server3@+20m",
                                "--skew-clock",
                                "server5=90s",
                                "--fill-disk",
                                "server4",
                                "--stop-container",
                                "2/lxd/1",
                                "--stop-service",
                                "keystone/0:apache2")
                        .out();

        assertThat(out)
                .contains("3:00:00  3:20:00 ")
                .contains("server4: No space left on device. Make room")
                .contains("server5: its clock is off by 90 s. Step the clock;")
                .containsPattern("juju-......-2-lxd-1: it is stopped. Start it on server4\\.")
                .contains("Services not running that should be: apache2")
                .contains("sudo systemctl start apache2");
    }

    @Test
    void cutsAllPowerAndGivesItBackInAnOrder() {
        String out =
                run("--at", "3h", "--outage", "--power-on", "server1,server3@+1h", "--gap", "2m")
                        .out();

        assertThat(out)
                .contains("server4: its socket has no power.")
                .contains("server5: its socket has no power.")
                .doesNotContain("server3: its socket");
    }

    @Test
    void saysThatNobodyCanAskJujuWithoutItsController() {
        assertThat(run("--at", "3h", "--power-off", "server1").out())
                .contains("No juju command is answered: the controller is away.\n");
    }

    @Test
    void switchesByMaasAndStaysOffUntilSomebodySwitchesOn() {
        assertThat(run("--at", "3h", "--maas-power-off", "server3").out())
                .contains("server3: it is off. Switch it on.\n");
        assertThat(
                        run(
                                        "--at",
                                        "3h",
                                        "--maas-power-off",
                                        "server3",
                                        "--maas-power-on",
                                        "server3@+1h")
                                .out())
                .contains("Nothing waits for an operator.\n");
    }

    @Test
    void namesTheNearestOfWhatItDoesNotKnow() {
        assertThat(run("--at", "3h", "--fill-disk", "serv3").err())
                .startsWith("--fill-disk: expected a machine of the lab (server1, server2,")
                .endsWith("Maybe \"server3\" is meant.\n");
        assertThat(run("--at", "3h", "--kill-container", "valt/0").err())
                .endsWith("found \"valt/0\"\nMaybe \"vault/0\" is meant.\n");
        assertThat(run("--at", "3h", "--kill-service", "vault/0:valt").err())
                .contains("expected a service of juju-")
                .endsWith("Maybe \"vault\" is meant.\n");
        assertThat(run("--at", "3h", "--stop-service", "valt/0:vault").err())
                .endsWith("Maybe \"vault/0\" is meant.\n");
        assertThat(run("--at", "3h", "--cut-link", "server3:enp1s1").err())
                .contains("expected a port of server3, found \"enp1s1\"");
    }

    @Test
    void saysWhatIsWrongWithATimeOrAValue() {
        assertThat(run("--at", "3h", "--power-off", "server3@soon").err())
                .contains("--power-off: expected a time behind @ such as 2h", "found \"soon\"");
        assertThat(run("--at", "3h", "--skew-clock", "server3").err())
                .contains("--skew-clock: expected MACHINE=TIME, found \"server3\"");
        assertThat(run("--at", "3h", "--kill-service", "vault/0").err())
                .contains("--kill-service: expected HOST:SERVICE, found \"vault/0\"");
        assertThat(run("--power-off", "server3@+1h").err())
                .contains("--at: expected the time of the disturbance, found none");
        assertThat(run("--power-off", "server3@3h").exit()).isZero();
    }

    private static Ended run(String... options) {
        List<String> words = new ArrayList<>(List.of("whatif"));
        words.addAll(List.of(options));
        return Ended.of(words);
    }
}
