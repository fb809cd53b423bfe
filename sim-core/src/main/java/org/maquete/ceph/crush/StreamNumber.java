package org.maquete.ceph.crush;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** A number as a C++ stream writes it: no zeros at the end, an exponent when small or large. */
public final class StreamNumber {

    private static final int DIGIT_COUNT = 6; // <6>: std::ostream's precision
    private static final int PLAIN_EXPONENT_MIN = -4; // <-4>: below it as 1.5e-05

    private StreamNumber() {}

    /** With the digits of a stream that nobody told otherwise: six. */
    public static String of(double value) {
        return of(value, DIGIT_COUNT);
    }

    /** With so many digits; of 0 / 0 the text that x86-64 gives, where its sign bit is set. */
    public static String of(double value, int digitCount) {
        if (Double.isNaN(value)) {
            return "-nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return 1 / value > 0 ? "0" : "-0";
        }
        MathContext context = new MathContext(digitCount, RoundingMode.HALF_EVEN);
        BigDecimal rounded = new BigDecimal(value).round(context).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= PLAIN_EXPONENT_MIN && exponent < digitCount) {
            return rounded.toPlainString();
        }
        String power = (exponent < 0 ? "e-" : "e+") + (Math.abs(exponent) < 10 ? "0" : "");
        return rounded.movePointLeft(exponent).toPlainString() + power + Math.abs(exponent);
    }
}
