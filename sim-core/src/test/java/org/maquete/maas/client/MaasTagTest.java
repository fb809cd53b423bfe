package org.maquete.maas.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maquete.maas.MaasView;

/** Tags that MAAS gives by itself, by an expression over what commissioning found. */
class MaasTagTest {

    private final MaasDesk desk = new MaasDesk();

    MaasTagTest() {
        desk.rack().machine("small", 4, 16384).machine("large", 16, 65536);
    }

    private String tagged(String tag) {
        StringBuilder names = new StringBuilder();
        MaasView.machines(desk.world()).stream()
                .filter(machine -> machine.tags().contains(tag))
                .forEach(machine -> names.append(machine.hostname()).append(' '));
        return names.toString().strip();
    }

    @Test
    void tagsTheMachinesThatADefinitionFits() {
        desk.type(
                "maas admin tags create name=big"
                        + " definition='//node[@id=\"memory\"]/size[@units=\"bytes\"]"
                        + " > 32000000000'");
        assertThat(tagged("big")).isEqualTo("large");

        desk.type(
                "maas admin tag update big"
                        + " definition='//node[@class=\"processor\"]/configuration/setting"
                        + "[@id=\"threads\"]/@value < 8'");
        assertThat(tagged("big")).isEqualTo("small");
        assertThat(desk.type("maas admin machines allocate tags=big").answer().stdout())
                .contains("\"hostname\": \"small\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//node[@id=\"cpu\"]/capabilities/capability[@id=\"vmx\"]",
                "count(//node[@class=\"disk\"]) = 2",
                "string(//logicalname[.=\"enp1s0\"])",
                "boolean(//node[@id=\"disk:1\"]/size > 200000000000)"
            })
    void takesNodesNumbersTextsAndTruth(String definition) {
        desk.type("maas admin tags create name=t definition='" + definition + "'");

        assertThat(tagged("t")).isEqualTo("small large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//node[@id=\"display\"]", "0", "\"\"", "number(\"x\")", "nosuch(1)"})
    void tagsNothingForWhatIsNotThere(String definition) {
        desk.type("maas admin tags create name=t definition='" + definition + "'");

        assertThat(tagged("t")).isEmpty();
    }

    @Test
    void refusesWhatIsNoExpression() {
        assertThat(desk.refused("maas admin tags create name=bad definition='//node['"))
                .isEqualTo("{\"definition\": [\"Invalid xpath expression: Invalid expression\"]}");
    }

    @Test
    void looksAgainWhenAMachineIsCommissionedOrATagRebuilt() {
        desk.type("maas admin tags create name=cpu definition='//node[@class=\"processor\"]'");
        desk.type("maas admin tag update-nodes cpu remove=" + desk.id("small"));
        assertThat(tagged("cpu")).isEqualTo("large");

        desk.type("maas admin machine commission " + desk.id("small"));
        assertThat(tagged("cpu")).isEqualTo("small large");
        desk.type("maas admin tag update-nodes cpu remove=" + desk.id("small"));
        desk.type("maas admin tag rebuild cpu");
        assertThat(tagged("cpu")).isEqualTo("small large");
    }
}
