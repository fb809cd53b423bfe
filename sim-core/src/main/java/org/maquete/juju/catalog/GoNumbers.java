package org.maquete.juju.catalog;

import java.util.Optional;
import java.util.regex.Pattern;

/** Texts to numbers as Go's strconv does it. */
final class GoNumbers {

    private static final Pattern DECIMAL =
            Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?");
    private static final Pattern HEXADECIMAL =
            Pattern.compile(
                    "[-+]?0[xX]([0-9a-fA-F]+\\.?[0-9a-fA-F]*|\\.[0-9a-fA-F]+)[pP][-+]?[0-9]+");
    private static final Pattern NAMED =
            Pattern.compile("nan|[-+]?(inf|infinity)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DIGITS = Pattern.compile("[-+]?[0-9a-zA-Z]+");

    private GoNumbers() {}

    /** ParseInt(text, 10, 64). */
    static Optional<Long> whole(String text) {
        return whole(text, 10);
    }

    /** ParseInt(text, 0, 64) of a text without underscores: 0x, 0o, 0b and a leading 0. */
    static Optional<Long> wholeOfAnyRadix(String text) {
        boolean signed = text.startsWith("-") || text.startsWith("+");
        String sign = signed ? text.substring(0, 1) : "";
        String digits = text.substring(sign.length());
        if (digits.length() < 2 || digits.charAt(0) != '0') {
            return whole(text, 10);
        }
        return switch (digits.charAt(1)) {
            case 'x', 'X' -> whole(sign + unsigned(digits.substring(2)), 16);
            case 'o', 'O' -> whole(sign + unsigned(digits.substring(2)), 8);
            case 'b', 'B' -> whole(sign + unsigned(digits.substring(2)), 2);
            default -> whole(sign + unsigned(digits.substring(1)), 8);
        };
    }

    /** Keeps a second sign from being read as one. */
    private static String unsigned(String digits) {
        return digits.startsWith("-") || digits.startsWith("+") ? "?" : digits;
    }

    private static Optional<Long> whole(String text, int radix) {
        if (!DIGITS.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.parseLong(text, radix));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** ParseFloat(text, 64); a number too large for it is refused, as there. */
    static Optional<Double> fraction(String text) {
        if (NAMED.matcher(text).matches()) {
            return Optional.of(named(text));
        }
        if (!DECIMAL.matcher(text).matches() && !HEXADECIMAL.matcher(text).matches()) {
            return Optional.empty();
        }
        double value = Double.parseDouble(text);
        return Double.isInfinite(value) ? Optional.empty() : Optional.of(value);
    }

    private static double named(String text) {
        if (text.equalsIgnoreCase("nan")) {
            return Double.NaN;
        }
        return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
}
