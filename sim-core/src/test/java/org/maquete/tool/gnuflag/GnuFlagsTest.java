package org.maquete.tool.gnuflag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class GnuFlagsTest {

    private static final GnuFlags DEPLOY =
            GnuFlags.of(
                    Flag.whole("n", "num-units"),
                    Flag.text("to"),
                    Flag.text("channel"),
                    Flag.text("config"),
                    Flag.bool("trust"),
                    Flag.bool("q", "quiet"),
                    Flag.duration("timeout"));

    @Test
    void takesFlagsAmongTheWords() {
        FlagResult.Parsed parsed =
                parsed("-n", "3", "--to", "lxd:0", "ceph-mon", "--channel=quincy/stable", "mon");

        assertThat(parsed.whole("n")).contains(3L);
        assertThat(parsed.text("to")).contains("lxd:0");
        assertThat(parsed.text("channel")).contains("quincy/stable");
        assertThat(parsed.words()).containsExactly("ceph-mon", "mon");
    }

    @Test
    void takesValuesGluedToOneLetterFlags() {
        assertThat(parsed("-n3").whole("n")).contains(3L);
        assertThat(parsed("-qn", "0x10").whole("num-units")).isEmpty();
        assertThat(parsed("-qn", "0x10").whole("n")).contains(16L);
        assertThat(parsed("-qn", "0x10").flag("q")).isTrue();
    }

    @Test
    void takesBoolsWithAndWithoutValue() {
        assertThat(parsed("--trust").flag("trust")).isTrue();
        assertThat(parsed("--trust=false").flag("trust")).isFalse();
        assertThat(parsed("--trust", "false").words()).containsExactly("false");
    }

    @Test
    void stopsAtTwoDashes() {
        assertThat(parsed("--trust", "--", "--to").words()).containsExactly("--to");
    }

    @Test
    void keepsRepeatedValuesInOrder() {
        FlagResult.Parsed parsed = parsed("--config", "a.yaml", "--config", "b=1");

        assertThat(parsed.all("config")).containsExactly("a.yaml", "b=1");
        assertThat(parsed.text("config")).contains("b=1");
    }

    @Test
    void refusesUnknownFlags() {
        assertThat(stderr("--foo")).isEqualTo("ERROR option provided but not defined: --foo\n");
        assertThat(stderr("-x")).isEqualTo("ERROR option provided but not defined: -x\n");
        assertThat(stderr("-to", "0")).isEqualTo("ERROR option provided but not defined: -t\n");
    }

    @Test
    void refusesMissingAndWrongValues() {
        assertThat(stderr("--to")).isEqualTo("ERROR option needs an argument: --to\n");
        assertThat(stderr("-n")).isEqualTo("ERROR option needs an argument: -n\n");
        assertThat(stderr("-n=3"))
                .isEqualTo(
                        "ERROR invalid value \"=3\" for option -n: strconv.ParseInt: parsing"
                                + " \"=3\": invalid syntax\n");
        assertThat(stderr("--num-units", "99999999999999999999"))
                .endsWith("parsing \"99999999999999999999\": value out of range\n");
        assertThat(stderr("--timeout", "5"))
                .isEqualTo(
                        "ERROR invalid value \"5\" for option --timeout: time: missing unit in"
                                + " duration \"5\"\n");
        assertThat(stderr("--=x")).isEqualTo("ERROR empty option in argument \"--=x\"\n");
    }

    @Test
    void asksForHelp() {
        assertThat(DEPLOY.parse(List.of("--help"))).isEqualTo(new FlagResult.HelpAsked());
        assertThat(DEPLOY.parse(List.of("-h"))).isEqualTo(new FlagResult.HelpAsked());
    }

    @Test
    void readsDurations() {
        assertThat(parsed("--timeout", "1h30m").durationNs("timeout")).contains(5_400_000_000_000L);
        assertThat(parsed("--timeout", "-1.5s").durationNs("timeout")).contains(-1_500_000_000L);
    }

    private static FlagResult.Parsed parsed(String... words) {
        return switch (DEPLOY.parse(List.of(words))) {
            case FlagResult.Parsed parsed -> parsed;
            case FlagResult other -> throw new AssertionError(other.toString());
        };
    }

    private static String stderr(String... words) {
        return switch (DEPLOY.parse(List.of(words))) {
            case FlagResult.Refused(String stderr, int exit) when exit == 2 -> stderr;
            case FlagResult other -> throw new AssertionError(other.toString());
        };
    }
}
