package org.maquete.tool.gnuflag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class GoFlagsTest {

    private static final GoFlags INIT =
            GoFlags.of(
                    Flag.whole("key-shares", "n"),
                    Flag.whole("key-threshold", "t"),
                    Flag.bool("status"));

    @Test
    void takesOneDashOrTwo() {
        FlagResult.Parsed parsed = parsed("-key-shares=5", "--key-threshold", "3", "-status");

        assertThat(parsed.whole("key-shares")).contains(5L);
        assertThat(parsed.whole("key-threshold")).contains(3L);
        assertThat(parsed.flag("status")).isTrue();
        assertThat(parsed("-n", "7").whole("key-shares")).contains(7L);
    }

    @Test
    void endsAtTheFirstOtherWord() {
        assertThat(parsed("-n", "5", "x", "-t", "3").words()).containsExactly("x", "-t", "3");
        assertThat(parsed("--", "-t").words()).containsExactly("-t");
        assertThat(parsed("-").words()).containsExactly("-");
    }

    @Test
    void refusesInTheWordsOfGo() {
        assertThat(refused("-foo")).isEqualTo("flag provided but not defined: -foo\n");
        assertThat(refused("--foo=1")).isEqualTo("flag provided but not defined: -foo\n");
        assertThat(refused("-key-shares")).isEqualTo("flag needs an argument: -key-shares\n");
        assertThat(refused("---n")).isEqualTo("bad flag syntax: ---n\n");
        assertThat(refused("-n=five"))
                .isEqualTo(
                        "invalid value \"five\" for flag -n: strconv.ParseInt: parsing \"five\":"
                                + " invalid syntax\n");
        assertThat(refused("-status=maybe"))
                .isEqualTo(
                        "invalid boolean value \"maybe\" for -status: strconv.ParseBool: parsing"
                                + " \"maybe\": invalid syntax\n");
    }

    private static FlagResult.Parsed parsed(String... words) {
        return switch (INIT.parse(List.of(words))) {
            case FlagResult.Parsed parsed -> parsed;
            case FlagResult other -> throw new AssertionError(other.toString());
        };
    }

    private static String refused(String... words) {
        return switch (INIT.parse(List.of(words))) {
            case FlagResult.Refused(String stderr, int exit) when exit == 1 -> stderr;
            case FlagResult other -> throw new AssertionError(other.toString());
        };
    }
}
