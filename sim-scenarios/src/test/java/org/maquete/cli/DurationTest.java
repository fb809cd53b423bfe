package org.maquete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.kernel.SimTime;

final class DurationTest {

    @Test
    void readsLengthsAsPeopleTypeThem() {
        assertThat(Duration.parse("90s")).hasValue(90 * SimTime.SECOND);
        assertThat(Duration.parse("30m")).hasValue(30 * SimTime.MINUTE);
        assertThat(Duration.parse("2h")).hasValue(2 * SimTime.HOUR);
        assertThat(Duration.parse("1d")).hasValue(24 * SimTime.HOUR);
        assertThat(Duration.parse("1h30m")).hasValue(90 * SimTime.MINUTE);
    }

    @Test
    void refusesWhatIsNoLength() {
        for (String text : List.of("", "2", "h", "2 h", "-2h", "1.5h", "30m1h", "2hours")) {
            assertThat(Duration.parse(text)).as(text).isEmpty();
        }
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(Duration.parse("365d")).isPresent();
        assertThat(Duration.parse("366d")).isEmpty();
        assertThat(Duration.parse("999999d")).isEmpty();
    }
}
