package org.maquete.nova.scheduler;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The operators of extra specs: {@code >= 3}, {@code <in> avx}, {@code <or> a <or> b}. */
final class ExtraSpecOps {

    private static final Set<String> NUMBERS =
            new java.util.LinkedHashSet<>(List.of("=", "==", "!=", ">=", "<="));

    private static final Set<String> TEXTS =
            new java.util.LinkedHashSet<>(List.of("s==", "s!=", "s<", "s<=", "s>", "s>="));

    private ExtraSpecOps() {}

    /** Whether what a host has matches what is required of it. */
    static boolean matches(String value, String required) {
        List<String> words = new ArrayList<>();
        for (String word : required.strip().split("\\s+", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        String op = words.isEmpty() ? "" : words.removeFirst();
        if (op.equals("<or>")) {
            return anyOf(value, words);
        }
        boolean known =
                NUMBERS.contains(op)
                        || TEXTS.contains(op)
                        || op.equals("<in>")
                        || op.equals("<all-in>");
        if (!known) {
            return value.equals(required);
        }
        if (words.isEmpty()) {
            return false;
        }
        String first = words.getFirst();
        if (op.equals("<in>")) {
            return value.contains(first);
        }
        if (op.equals("<all-in>")) {
            return words.stream().allMatch(value::contains);
        }
        return NUMBERS.contains(op) ? number(op, value, first) : text(op, value, first);
    }

    /** Every second word is {@code <or>}, whatever it says. */
    private static boolean anyOf(String value, List<String> words) {
        if (words.isEmpty()) {
            throw new SchedulingError("IndexError", "pop from empty list");
        }
        for (int i = 0; i < words.size(); i += 2) {
            if (words.get(i).equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean number(String op, String value, String required) {
        double x = PythonValues.toFloat(value);
        double y = PythonValues.toFloat(required);
        return switch (op) {
            case "=", ">=" -> x >= y;
            case "<=" -> x <= y;
            case "==" -> x == y;
            default -> x != y;
        };
    }

    private static boolean text(String op, String value, String required) {
        int order = value.compareTo(required);
        return switch (op) {
            case "s==" -> order == 0;
            case "s!=" -> order != 0;
            case "s<" -> order < 0;
            case "s<=" -> order <= 0;
            case "s>" -> order > 0;
            default -> order >= 0;
        };
    }
}
