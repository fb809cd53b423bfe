package org.maquete.kernel;

/**
 * How long something takes: a named distribution with its source. A subsystem declares its spans
 * with {@link Registry#spans}, so that all of them can be listed, and a lab description can replace
 * them by name with what was measured there.
 *
 * @param name {@code subsystem.what}
 * @param lowNs the shortest, in nanoseconds
 * @param highNs the longest, in nanoseconds; draws are uniform between both
 * @param source program and version, document or measurement; begins with GUESS when there is none
 */
public record Span(String name, long lowNs, long highNs, String source) {

    public Span {
        if (lowNs < 0 || highNs < lowNs) {
            throw new IllegalArgumentException(
                    "expected 0 <= low <= high for " + name + ", found " + lowNs + ".." + highNs);
        }
    }

    /** A span in whole seconds. */
    public static Span seconds(String name, long low, long high, String source) {
        return new Span(name, SimTime.seconds(low), SimTime.seconds(high), source);
    }

    /** Whether nothing is known about it. */
    public boolean isGuess() {
        return source.startsWith("GUESS");
    }
}
