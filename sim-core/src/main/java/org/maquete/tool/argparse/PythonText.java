package org.maquete.tool.argparse;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** How CPython writes values, and how it reads numbers. */
public final class PythonText {

    private static final Pattern WHOLE = Pattern.compile("[+-]?\\p{Nd}+(_\\p{Nd}+)*");
    private static final String DIGITS = "\\d+(_\\d+)*";
    private static final Pattern REAL =
            Pattern.compile(
                    "[+-]?("
                            + DIGITS
                            + "\\.?|("
                            + DIGITS
                            + ")?\\."
                            + DIGITS
                            + "|"
                            + DIGITS
                            + "\\.)([eE][+-]?"
                            + DIGITS
                            + ")?");
    private static final Pattern NOT_A_NUMBER =
            Pattern.compile("([+-]?)(inf|infinity|nan)", Pattern.CASE_INSENSITIVE);

    private PythonText() {}

    /** {@code repr(value)}. */
    public static String repr(Value value) {
        return switch (value) {
            case Value.None _ -> "None";
            case Value.Flag(boolean set) -> set ? "True" : "False";
            case Value.Whole(BigInteger number) -> number.toString();
            case Value.Real(double number) -> repr(number);
            case Value.Text(String text) -> repr(text);
            case Value.Many(List<Value> values) -> {
                StringJoiner joined = new StringJoiner(", ", "[", "]");
                values.forEach(each -> joined.add(repr(each)));
                yield joined.toString();
            }
            case Value.Fields(Map<String, Value> fields) -> {
                StringJoiner joined = new StringJoiner(", ", "{", "}");
                fields.forEach((key, each) -> joined.add(repr(key) + ": " + repr(each)));
                yield joined.toString();
            }
        };
    }

    /** {@code repr(text)}: single quotes, unless the text has those and no double ones. */
    public static String repr(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        StringBuilder out = new StringBuilder().append(quote);
        text.codePoints().forEach(point -> appendEscaped(out, point, quote));
        return out.append(quote).toString();
    }

    private static void appendEscaped(StringBuilder out, int point, char quote) {
        switch (point) {
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (point == quote) {
                    out.append('\\').append(quote);
                } else if (isPrintable(point)) {
                    out.appendCodePoint(point);
                } else {
                    String form = point > 0xffff ? "\\U%08x" : point > 0xff ? "\\u%04x" : "\\x%02x";
                    out.append(String.format(Locale.ROOT, form, point));
                }
            }
        }
    }

    private static boolean isPrintable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            case Character.SPACE_SEPARATOR -> point == ' ';
            default -> true;
        };
    }

    /** {@code repr(number)}: shortest digits that read back, exponent from 1e16 and below 1e-4. */
    public static String repr(double number) {
        if (Double.isNaN(number)) {
            return "nan";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "inf" : "-inf";
        }
        if (number == 0) {
            return 1 / number > 0 ? "0.0" : "-0.0";
        }
        BigDecimal digits = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        int exponent = digits.precision() - digits.scale() - 1;
        if (exponent >= -4 && exponent < 16) {
            String plain = digits.toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
        String unscaled = digits.unscaledValue().abs().toString();
        String mantissa =
                unscaled.length() == 1
                        ? unscaled
                        : unscaled.charAt(0) + "." + unscaled.substring(1);
        return (number < 0 ? "-" : "")
                + mantissa
                + "e"
                + (exponent < 0 ? "-" : "+")
                + String.format(Locale.ROOT, "%02d", Math.abs(exponent));
    }

    /** {@code int(text)}, or empty where Python raises ValueError. */
    public static Optional<BigInteger> whole(String text) {
        String trimmed = text.strip();
        if (!WHOLE.matcher(trimmed).matches()) {
            return Optional.empty();
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < trimmed.length(); i++) {
            char c = trimmed.charAt(i);
            if (Character.isDigit(c)) {
                plain.append(Character.digit(c, 10));
            } else if (c == '-') {
                plain.append(c);
            }
        }
        return Optional.of(new BigInteger(plain.toString()));
    }

    /** {@code float(text)}, or empty where Python raises ValueError. */
    public static Optional<Double> real(String text) {
        String trimmed = text.strip();
        if (REAL.matcher(trimmed).matches()) {
            return Optional.of(Double.valueOf(trimmed.replace("_", "")));
        }
        if (!NOT_A_NUMBER.matcher(trimmed).matches()) {
            return Optional.empty();
        }
        if (trimmed.toLowerCase(Locale.ROOT).endsWith("nan")) {
            return Optional.of(Double.NaN);
        }
        boolean negative = trimmed.startsWith("-");
        return Optional.of(negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    }
}
