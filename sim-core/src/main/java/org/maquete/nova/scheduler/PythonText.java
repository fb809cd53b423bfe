package org.maquete.nova.scheduler;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Texts to numbers and values to texts as Python does it: aggregates' metadata and extra specs are
 * texts that Nova hands to {@code float()}, {@code int()} and {@code str()}.
 */
final class PythonText {

    private PythonText() {}

    /** {@code float(text)}; fails as it does. */
    static double toFloat(String text) {
        String t = text.strip().replaceAll("(?<=[0-9])_(?=[0-9])", "");
        String bare = t.startsWith("+") || t.startsWith("-") ? t.substring(1) : t;
        double sign = t.startsWith("-") ? -1 : 1;
        if (bare.equalsIgnoreCase("inf") || bare.equalsIgnoreCase("infinity")) {
            return sign * Double.POSITIVE_INFINITY;
        }
        if (bare.equalsIgnoreCase("nan")) {
            return Double.NaN;
        }
        if (!bare.matches("([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?")) {
            throw new SchedulingError(
                    "ValueError", "could not convert string to float: " + quoted(text));
        }
        return sign * Double.parseDouble(bare);
    }

    /** {@code int(text)}; empty where that fails. */
    static OptionalLong toInt(String text) {
        String t = text.strip();
        if (!t.matches("[+-]?[0-9]+(_[0-9]+)*") || t.length() > 18) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(t.replace("_", "").replace("+", "")));
    }

    /** {@code str(value)}. */
    static String str(Object value) {
        return value instanceof String text ? text : repr(value);
    }

    private static String repr(Object value) {
        return switch (value) {
            case String text -> quoted(text);
            case Boolean truth -> truth ? "True" : "False";
            case Double number -> number(number);
            case List<?> list -> list(list);
            case Map<?, ?> map -> map(map);
            default -> value.toString();
        };
    }

    private static String list(List<?> list) {
        StringBuilder out = new StringBuilder("[");
        for (Object each : list) {
            out.append(out.length() == 1 ? "" : ", ").append(repr(each));
        }
        return out.append(']').toString();
    }

    private static String map(Map<?, ?> map) {
        StringBuilder out = new StringBuilder("{");
        for (Map.Entry<?, ?> each : map.entrySet()) {
            out.append(out.length() == 1 ? "" : ", ");
            out.append(repr(each.getKey())).append(": ").append(repr(each.getValue()));
        }
        return out.append('}').toString();
    }

    /** {@code repr(float)}: shortest digits, an exponent from 1e16 on and below 1e-4. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        double size = Math.abs(value);
        if (size == 0 || size >= 1e-4 && size < 1e16) {
            String plain = new java.math.BigDecimal(Double.toString(value)).toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
        String text = Double.toString(value).toLowerCase(java.util.Locale.ROOT);
        int e = text.indexOf('e');
        String digits = text.substring(0, e);
        String power = text.substring(e + 1);
        boolean down = power.startsWith("-");
        String bare = down ? power.substring(1) : power;
        return (digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits)
                + (down ? "e-" : "e+")
                + (bare.length() < 2 ? "0" : "")
                + bare;
    }

    private static String quoted(String text) {
        char mark = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        StringBuilder out = new StringBuilder().append(mark);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(c == mark ? "\\" : "").append(c);
            }
        }
        return out.append(mark).toString();
    }
}
