package org.maquete.juju.catalog;

import java.math.BigDecimal;
import java.util.Locale;

/** Values as Go's fmt prints them with %q, %v and %#v: the form of every message of Juju. */
public final class GoSyntax {

    private GoSyntax() {}

    /** %q of a string: strconv.Quote. */
    public static String quote(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(code -> append(out, code));
        return out.append('"').toString();
    }

    private static void append(StringBuilder out, int code) {
        switch (code) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case 7 -> out.append("\\a");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case 11 -> out.append("\\v");
            default -> {
                if (code < ' ' || code == 0x7f) {
                    out.append(String.format(Locale.ROOT, "\\x%02x", code));
                } else if (Character.isISOControl(code)
                        || (Character.isSpaceChar(code) && code > ' ')) {
                    out.append(String.format(Locale.ROOT, "\\u%04x", code));
                } else {
                    out.appendCodePoint(code);
                }
            }
        }
    }

    /** %#v of an option value. */
    static String value(OptionValue value) {
        return value instanceof OptionValue.Text(String text) ? quote(text) : value.text();
    }

    /** %v of a float64: the shortest digits, an exponent below -4 and from 6. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        if (value == (int) value && Math.abs(value) < 1_000_000) {
            return Integer.toString((int) value); // BigDecimal costs a start 15 ms
        }
        String shortest = Double.toString(value);
        if (Math.abs(value) >= 1e-3 && Math.abs(value) < 1e6) {
            return shortest; // from 1e-3 to 1e7 Java prints no exponent
        }
        BigDecimal decimal = new BigDecimal(shortest).stripTrailingZeros();
        int exponent = value == 0 ? 0 : decimal.precision() - decimal.scale() - 1;
        // -4 and 6, decimal exponent: Go strconv ftoa.go, %g with the shortest digits
        if (exponent >= -4 && exponent < 6) {
            return value == 0 ? "0" : decimal.toPlainString();
        }
        String digits = decimal.unscaledValue().abs().toString();
        String mantissa =
                digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return (value < 0 ? "-" : "")
                + mantissa
                + String.format(
                        Locale.ROOT, "e%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
    }
}
