package org.maquete.kernel;

/** Simulated time: whole nanoseconds since the start of the run. */
public final class SimTime {

    /** One millisecond in nanoseconds. */
    public static final long MILLISECOND = 1_000_000L;

    /** One second in nanoseconds. */
    public static final long SECOND = 1000 * MILLISECOND;

    /** One minute in nanoseconds. */
    public static final long MINUTE = 60 * SECOND;

    /** One hour in nanoseconds. */
    public static final long HOUR = 60 * MINUTE;

    private SimTime() {}

    /** Whole seconds as nanoseconds. */
    public static long seconds(long count) {
        return Math.multiplyExact(count, SECOND);
    }

    /** {@code h:mm:ss}, fractions cut off. */
    public static String clock(long timeNs) {
        long s = timeNs / SECOND;
        return s / 3600 + ":" + two(s / 60 % 60) + ":" + two(s % 60);
    }

    /** {@code 1 h 05 min}, {@code 7 min 03 s} or {@code 12 s}: for people. */
    public static String spoken(long spanNs) {
        long s = spanNs / SECOND;
        if (s >= 3600) {
            return s / 3600 + " h " + two(s / 60 % 60) + " min";
        }
        return s >= 60 ? s / 60 + " min " + two(s % 60) + " s" : s + " s";
    }

    private static String two(long value) {
        return value < 10 ? "0" + value : Long.toString(value);
    }
}
