package org.maquete.juju.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BasesTest {

    @Test
    void takesASeriesForItsBase() {
        OsRelease jammy = Bases.ofSeries("jammy").orElseThrow();

        assertThat(jammy).hasToString("ubuntu@22.04/stable");
        assertThat(jammy.display()).isEqualTo("ubuntu@22.04");
        assertThat(Bases.parse("ubuntu@22.04").orElseThrow()).isEqualTo(jammy);
        assertThat(Bases.seriesOf(jammy)).contains("jammy");
    }

    @Test
    void refusesWhatIsNoBase() {
        assertThat(Bases.parse("jammy"))
                .isEqualTo(
                        new Parsed.Refused<>(
                                "expected base string to contain os and channel separated by '@'"));
        assertThat(Bases.ofSeries("jamy"))
                .isEqualTo(new Parsed.Refused<>("unknown version for series: \"jamy\""));
    }

    @Test
    void ignoresTheRiskWhenItComparesBases() {
        assertThat(Bases.parse("ubuntu@22.04/edge").orElseThrow().isCompatible(TestModel.JAMMY))
                .isTrue();
        assertThat(Bases.parse("ubuntu@20.04").orElseThrow().isCompatible(TestModel.JAMMY))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "yoga/stable, yoga/stable",
        "yoga, yoga/stable",
        "edge, edge",
        "22.03/candidate/fix, 22.03/candidate/fix",
        "stable/fix, stable/fix",
        "latest/stable, latest/stable"
    })
    void readsChannels(String word, String channel) {
        assertThat(Channel.parse(word).orElseThrow()).hasToString(channel);
    }

    @ParameterizedTest
    @CsvSource({
        "'', empty channel not valid",
        "3.5/Stable, 'risk in channel \"3.5/Stable\" not valid'",
        "/stable, 'track in channel \"/stable\" not valid'",
        "a/stable/, 'branch in channel \"a/stable/\" not valid'",
        "a/b/c/d, 'channel is malformed and has too many components \"a/b/c/d\"'"
    })
    void refusesMalformedChannels(String word, String message) {
        assertThat(Channel.parse(word)).isEqualTo(new Parsed.Refused<>(message));
    }

    @ParameterizedTest
    @CsvSource({
        "vault, CHARMHUB, vault, -1",
        "ch:vault, CHARMHUB, vault, -1",
        "ch:amd64/jammy/vault-68, CHARMHUB, vault, 68",
        "cs:~openstack-charmers/vault-3, CHARM_STORE, vault, 3",
        "./vault, LOCAL, ./vault, -1",
        "vault_amd64.charm, LOCAL, vault_amd64.charm, -1",
        "local:vault, LOCAL, local:vault, -1"
    })
    void readsCharmReferences(String word, CharmReference.Kind kind, String name, int revision) {
        assertThat(CharmReference.parse(word).orElseThrow())
                .isEqualTo(
                        new CharmReference(
                                kind,
                                name,
                                revision < 0 ? OptionalInt.empty() : OptionalInt.of(revision)));
    }

    @ParameterizedTest
    @CsvSource({"Vault", "ch:", "http://x", "''"})
    void refusesWhatIsNoCharm(String word) {
        assertThat(CharmReference.parse(word)).isInstanceOf(Parsed.Refused.class);
    }
}
