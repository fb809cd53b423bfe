package org.maquete.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of several measurements counts for a thing. */
class SettingsTest {

    private static final Span INSTALL = Span.seconds("juju.hook.install", 60, 240, "GUESS");

    private final Settings settings =
            new Settings(
                    1,
                    JournalMode.FULL,
                    List.of(
                            measured("juju.hook.install vault/1", 3),
                            measured("juju.hook.install vault", 2),
                            measured("juju.hook.install", 1),
                            measured("juju.hook.install server3", 4),
                            measured("juju.hook.install.other", 9)));

    private static Span measured(String name, int seconds) {
        return Span.seconds(name, seconds, seconds, "measured");
    }

    @ParameterizedTest
    @CsvSource({
        "maas-controller:openstack vault/1, 3",
        "maas-controller:openstack vault/0, 2",
        "maas-controller:openstack vault/12, 2",
        "maas-controller:openstack keystone/0, 1",
        "maas-controller:openstack vault-spare/0, 1",
        "server3, 4",
        "server33, 1"
    })
    void theMeasurementOfAThingCountsBeforeThatOfAll(String thing, int seconds) {
        assertThat(settings.span(INSTALL, thing).highNs()).isEqualTo(SimTime.seconds(seconds));
    }

    @Test
    void whatNobodyMeasuredIsAsItWasBuiltIn() {
        assertThat(Settings.DEFAULT.span(INSTALL, "server3")).isEqualTo(INSTALL);
        Settings one =
                new Settings(
                        1, JournalMode.FULL, List.of(measured("juju.hook.install server3", 4)));

        assertThat(one.span(INSTALL, "server4")).isEqualTo(INSTALL);
    }
}
