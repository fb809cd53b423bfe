package org.maquete.cli;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maquete.kernel.SimTime;

/** Lengths of time as people type them: {@code 90s}, {@code 30m}, {@code 2h}, {@code 1h30m}. */
final class Duration {

    /** Longer than this is refused: GUESS, days. */
    static final long DAY_COUNT_MAX = 365;

    private static final Pattern FORM =
            Pattern.compile(
                    "(?:([0-9]{1,6})d)?(?:([0-9]{1,6})h)?(?:([0-9]{1,7})m)?(?:([0-9]{1,9})s)?");

    private static final long[] UNITS = {
        24 * SimTime.HOUR, SimTime.HOUR, SimTime.MINUTE, SimTime.SECOND
    };

    private Duration() {}

    /** The length in nanoseconds, or empty when it is not one or too long. */
    static OptionalLong parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (text.isEmpty() || !matcher.matches()) {
            return OptionalLong.empty();
        }
        double sum = 0; // only to see whether it is too long
        long sumNs = 0;
        for (int i = 0; i < UNITS.length; i++) {
            String digits = matcher.group(i + 1);
            long count = digits == null ? 0 : Long.parseLong(digits);
            sum += (double) count * UNITS[i];
            sumNs += count * UNITS[i];
        }
        return sum > DAY_COUNT_MAX * 24.0 * SimTime.HOUR
                ? OptionalLong.empty()
                : OptionalLong.of(sumNs);
    }
}
