package org.maquete.tool.gnuflag;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How Go reads bools, integers and durations, refuses them, and quotes text. */
final class GoText {

    private static final List<String> TRUE = List.of("1", "t", "T", "TRUE", "true", "True");
    private static final List<String> FALSE = List.of("0", "f", "F", "FALSE", "false", "False");
    private static final Pattern WHOLE =
            Pattern.compile(
                    "([+-]?)(0[xX](_?[0-9a-fA-F])+|0[bB](_?[01])+"
                            + "|0[oO]?(_?[0-7])+|0|[1-9](_?[0-9])*)");
    private static final Pattern DURATION_PART =
            Pattern.compile("(\\d+(?:\\.\\d*)?|\\.\\d+)([^0-9.]*)");
    private static final BigInteger WHOLE_MIN = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger WHOLE_MAX = BigInteger.valueOf(Long.MAX_VALUE);

    private GoText() {}

    static Optional<Boolean> bool(String text) {
        return TRUE.contains(text)
                ? Optional.of(true)
                : FALSE.contains(text) ? Optional.of(false) : Optional.empty();
    }

    static Optional<String> boolRefusal(String text) {
        return bool(text).isPresent()
                ? Optional.empty()
                : Optional.of("strconv.ParseBool: parsing " + quote(text) + ": invalid syntax");
    }

    static Optional<Long> whole(String text) {
        return big(text).filter(GoText::fits).map(BigInteger::longValueExact);
    }

    static Optional<String> wholeRefusal(String text) {
        Optional<BigInteger> number = big(text);
        if (number.isPresent() && fits(number.get())) {
            return Optional.empty();
        }
        String why = number.isPresent() ? "value out of range" : "invalid syntax";
        return Optional.of("strconv.ParseInt: parsing " + quote(text) + ": " + why);
    }

    private static boolean fits(BigInteger number) {
        return number.compareTo(WHOLE_MIN) >= 0 && number.compareTo(WHOLE_MAX) <= 0;
    }

    private static Optional<BigInteger> big(String text) {
        Matcher matcher = WHOLE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String sign = matcher.group(1).replace("+", "");
        String digits = matcher.group(2).replace("_", "").toLowerCase(Locale.ROOT);
        int base = base(digits);
        String plain = base == 10 ? digits : digits.replaceFirst("^0[xbo]?", "");
        return Optional.of(new BigInteger(sign + (plain.isEmpty() ? "0" : plain), base));
    }

    private static int base(String digits) {
        if (digits.length() == 1 || !digits.startsWith("0")) {
            return 10;
        }
        return switch (digits.charAt(1)) {
            case 'x' -> 16;
            case 'b' -> 2;
            default -> 8;
        };
    }

    static Optional<Long> durationNs(String text) {
        if (durationRefusal(text).isPresent()) {
            return Optional.empty();
        }
        BigDecimal total = BigDecimal.ZERO;
        Matcher part = DURATION_PART.matcher(unsigned(text));
        while (part.find()) {
            total = total.add(new BigDecimal(part.group(1)).multiply(unitNs(part.group(2))));
        }
        long ns = total.longValue();
        return Optional.of(text.startsWith("-") ? -ns : ns);
    }

    private static String unsigned(String text) {
        return text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
    }

    static Optional<String> durationRefusal(String text) {
        String rest = unsigned(text);
        if (rest.equals("0")) {
            return Optional.empty();
        }
        String invalid = "time: invalid duration " + quote(text);
        if (rest.isEmpty()) {
            return Optional.of(invalid);
        }
        Matcher part = DURATION_PART.matcher(rest);
        BigDecimal total = BigDecimal.ZERO;
        int at = 0;
        while (at < rest.length()) {
            if (!part.region(at, rest.length()).lookingAt()) {
                return Optional.of(invalid);
            }
            String unit = part.group(2);
            if (unit.isEmpty()) {
                return Optional.of("time: missing unit in duration " + quote(text));
            }
            if (unitNs(unit).signum() == 0) {
                return Optional.of(
                        "time: unknown unit " + quote(unit) + " in duration " + quote(text));
            }
            total = total.add(new BigDecimal(part.group(1)).multiply(unitNs(unit)));
            at = part.end();
        }
        return total.toBigInteger().compareTo(WHOLE_MAX) > 0
                ? Optional.of(invalid)
                : Optional.empty();
    }

    private static BigDecimal unitNs(String unit) {
        return switch (unit) {
            case "ns" -> BigDecimal.ONE;
            case "us", "µs", "μs" -> BigDecimal.valueOf(1_000);
            case "ms" -> BigDecimal.valueOf(1_000_000);
            case "s" -> BigDecimal.valueOf(1_000_000_000L);
            case "m" -> BigDecimal.valueOf(60_000_000_000L);
            case "h" -> BigDecimal.valueOf(3_600_000_000_000L);
            default -> BigDecimal.ZERO;
        };
    }

    /** Go's {@code %q}. */
    static String quote(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints()
                .forEach(point -> {
                    int plain = "\"\\\u0007\b\f\n\r\t\u000b".indexOf(point);
                    if (plain >= 0) {
                        out.append('\\').append("\"\\abfnrtv".charAt(plain));
                    } else if (point < ' ' || point == 0x7f) {
                        out.append(String.format(Locale.ROOT, "\\x%02x", point));
                    } else {
                        out.appendCodePoint(point);
                    }
                });
        return out.append('"').toString();
    }
}
