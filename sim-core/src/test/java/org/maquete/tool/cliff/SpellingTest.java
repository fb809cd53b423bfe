package org.maquete.tool.cliff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.tool.argparse.Grammar;
import org.maquete.tool.argparse.Spelling;

final class SpellingTest {

    private static final Grammar NETWORK_CREATE =
            OpenstackGrammar.bundled().command("network create").orElseThrow();

    @Test
    void correctsTheOptionsOfTheRunbook() {
        List<String> typed =
                List.of(
                        "--external",
                        "--share-",
                        "--provider-network-type",
                        "flat",
                        "-provider-physical-network",
                        "physnet1",
                        "ext_net");

        assertThat(Spelling.correct(NETWORK_CREATE, typed))
                .contains(
                        List.of(
                                "--external",
                                "--share",
                                "--provider-network-type",
                                "flat",
                                "--provider-physical-network",
                                "physnet1",
                                "ext_net"));
    }

    @Test
    void keepsTheValueOfACorrectedOption() {
        assertThat(Spelling.correct(NETWORK_CREATE, List.of("--descripton=x", "n")))
                .contains(List.of("--description=x", "n"));
    }

    @Test
    void proposesNothingForALineThatIsRight() {
        assertThat(Spelling.correct(NETWORK_CREATE, List.of("--share", "n"))).isEmpty();
    }

    @Test
    void proposesNothingThatWouldNotParse() {
        assertThat(Spelling.correct(NETWORK_CREATE, List.of("--share-"))).isEmpty();
        assertThat(Spelling.correct(NETWORK_CREATE, List.of("--shared-by-all", "n"))).isEmpty();
    }

    @Test
    void proposesNothingBetweenTwoEquallyNear() {
        assertThat(Spelling.correct(NETWORK_CREATE, List.of("--enternal", "n"))).isEmpty();
    }
}
