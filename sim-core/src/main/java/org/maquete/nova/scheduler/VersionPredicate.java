package org.maquete.nova.scheduler;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code >=2.0, <5.1} against a packed version, as distutils compares strict versions. */
final class VersionPredicate {

    private static final Pattern PART = Pattern.compile("\\s*(<=|>=|<|>|!=|==)\\s*([^\\s,]+)\\s*");

    private static final Pattern STRICT =
            Pattern.compile("([0-9]+)\\.([0-9]+)(?:\\.([0-9]+))?(?:([ab])([0-9]+))?");

    private VersionPredicate() {}

    /** Whether a version satisfies all parts of a predicate. */
    static boolean satisfied(String predicate, int packed) {
        if (predicate.isBlank()) {
            throw new SchedulingError("ValueError", "empty parenthesized list in " + predicate);
        }
        long[] version = strict(text(packed));
        for (String part : predicate.split(",", -1)) {
            Matcher matcher = PART.matcher(part);
            if (!matcher.matches()) {
                throw new SchedulingError("ValueError", "bad package restriction syntax: " + part);
            }
            int order = Arrays.compare(version, strict(matcher.group(2)));
            if (!holds(matcher.group(1), order)) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(String comparison, int order) {
        return switch (comparison) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            case "==" -> order == 0;
            default -> order != 0;
        };
    }

    /** {@code 6002000} is 6.2.0. */
    static String text(int packed) {
        String text = "";
        for (int rest = packed; rest != 0; rest /= 1000) {
            text = rest % 1000 + (text.isEmpty() ? "" : "." + text);
        }
        return text;
    }

    private static long[] strict(String text) {
        Matcher matcher = STRICT.matcher(text);
        if (!matcher.matches()) {
            throw new SchedulingError("ValueError", "invalid version number '" + text + "'");
        }
        String patch = matcher.group(3);
        String stage = matcher.group(4);
        return new long[] {
            Long.parseLong(matcher.group(1)),
            Long.parseLong(matcher.group(2)),
            patch == null ? 0 : Long.parseLong(patch),
            stage == null ? 2 : stage.charAt(0) - 'a',
            stage == null ? 0 : Long.parseLong(matcher.group(5))
        };
    }
}
