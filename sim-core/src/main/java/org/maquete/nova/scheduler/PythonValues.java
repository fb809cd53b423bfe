package org.maquete.nova.scheduler;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.StringJoiner;
import org.maquete.tool.argparse.PythonText;

/**
 * Aggregates' metadata and extra specs are texts, which Nova hands to {@code float()} and {@code
 * int()}; what it compares them with goes through {@code str()}.
 */
final class PythonValues {

    private static final int LONG_BITS = 63;

    private PythonValues() {}

    /** {@code float(text)}; fails as it does. */
    static double toFloat(String text) {
        Optional<Double> real = PythonText.real(text);
        if (real.isEmpty()) {
            throw new SchedulingError(
                    "ValueError", "could not convert string to float: " + PythonText.repr(text));
        }
        return real.get();
    }

    /** {@code int(text)}; empty where that fails, or gives more than a long holds. */
    static OptionalLong toInt(String text) {
        Optional<BigInteger> whole = PythonText.whole(text);
        return whole.isPresent() && whole.get().bitLength() <= LONG_BITS
                ? OptionalLong.of(whole.get().longValue())
                : OptionalLong.empty();
    }

    /** {@code str(value)}. */
    static String str(Object value) {
        return value instanceof String text ? text : repr(value);
    }

    private static String repr(Object value) {
        return switch (value) {
            case String text -> PythonText.repr(text);
            case Boolean truth -> truth ? "True" : "False";
            case Double number -> PythonText.repr((double) number);
            case List<?> list -> {
                StringJoiner joined = new StringJoiner(", ", "[", "]");
                list.forEach(each -> joined.add(repr(each)));
                yield joined.toString();
            }
            case Map<?, ?> map -> {
                StringJoiner joined = new StringJoiner(", ", "{", "}");
                map.forEach((key, each) -> joined.add(repr(key) + ": " + repr(each)));
                yield joined.toString();
            }
            default -> value.toString();
        };
    }
}
