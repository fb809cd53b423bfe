package org.maquete.kernel;

/**
 * How long something takes: a named distribution with its source. A subsystem declares its spans
 * with {@link Registry#spans}, so that all of them can be listed, and a lab description can replace
 * them by name with what was measured there. A span that was not declared cannot be drawn.
 *
 * @param name {@code subsystem.what}
 * @param distribution how it is spread
 * @param source program and version, document or measurement; begins with GUESS when there is none
 */
public record Span(String name, Distribution distribution, String source) {

    public Span {
        if (name.isEmpty() || source.isEmpty()) {
            throw new IllegalArgumentException(
                    "expected a name and a source, found \"" + name + "\" and \"" + source + "\"");
        }
    }

    /** Uniform between two lengths in whole seconds, or constant when they are equal. */
    public static Span seconds(String name, long low, long high, String source) {
        long lowNs = SimTime.seconds(low);
        return new Span(
                name,
                low == high
                        ? new Distribution.Constant(lowNs)
                        : new Distribution.Uniform(lowNs, SimTime.seconds(high)),
                source);
    }

    /** The shortest that can be drawn, in nanoseconds. */
    public long lowNs() {
        return distribution.lowNs();
    }

    /** The longest that can be drawn, in nanoseconds. */
    public long highNs() {
        return distribution.highNs();
    }

    /** Whether nothing is known about it. */
    public boolean isGuess() {
        return source.startsWith("GUESS");
    }
}
