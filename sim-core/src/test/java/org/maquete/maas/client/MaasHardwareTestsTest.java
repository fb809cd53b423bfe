package org.maquete.maas.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.maquete.hardware.BreakPart;
import org.maquete.hardware.MendPart;
import org.maquete.hardware.Part;
import org.maquete.maas.MaasView;

/** Hardware tests that fail by themselves, because a part of the machine is broken. */
class MaasHardwareTestsTest {

    private final MaasDesk desk = new MaasDesk();

    MaasHardwareTestsTest() {
        desk.rack().machine("server1", 4, 16384);
    }

    private String status() {
        return MaasView.machine(desk.world(), "server1").orElseThrow().status().text();
    }

    private String machine(String action) {
        return "maas admin machine " + action.replace("ID", desk.id("server1"));
    }

    @Test
    void findsABrokenDiskWhenItCommissions() {
        desk.rack().ask(new BreakPart("server1", Part.STORAGE));

        desk.type(machine("commission ID"));

        assertThat(status()).isEqualTo("Failed testing");
        assertThat(desk.refused("maas admin machines allocate")).isEqualTo("No machine available.");
        desk.type(machine("override-failed-testing ID"));
        assertThat(status()).isEqualTo("Ready");
    }

    @Test
    void findsBrokenMemoryOnlyWithATestOfMemory() {
        desk.rack().ask(new BreakPart("server1", Part.MEMORY));

        desk.type(machine("test ID"));
        assertThat(status()).isEqualTo("Ready");
        desk.type(machine("test ID testing_scripts=memtester,7z"));
        assertThat(status()).isEqualTo("Failed testing");

        desk.rack().ask(new MendPart("server1", Part.MEMORY));
        desk.type(machine("test ID testing_scripts=memory"));
        assertThat(status()).isEqualTo("Ready");
    }

    @Test
    void refusesATestThatMaasDoesNotHave() {
        assertThat(desk.refused(machine("test ID testing_scripts=memtest86")))
                .isEqualTo(
                        "{\"testing_scripts\": [\"Select a valid choice. memtest86 is not one of"
                                + " the available choices.\"]}");
    }

    @Test
    void commissionsWithoutTestsWhateverIsBroken() {
        desk.rack().ask(new BreakPart("server1", Part.STORAGE));

        desk.type(machine("commission ID testing_scripts=none"));

        assertThat(status()).isEqualTo("Ready");
    }
}
