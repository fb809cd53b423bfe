package org.maquete.juju;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.maquete.maas.AllocationConstraints;

/**
 * Constraints as typed ({@code tags=compute,^ssd mem=8G}) and what MAAS is asked for them. {@code
 * cpu-cores} is another word for {@code cores}, which exported bundles use.
 */
final class ConstraintWords {

    private ConstraintWords() {}

    /** What MAAS is asked for: the constraints, in this zone. */
    static AllocationConstraints allocation(String constraints, String zone, String machine) {
        List<String> tags = new ArrayList<>();
        List<String> notTags = new ArrayList<>();
        for (String tag : items(value(constraints, "tags"))) {
            if (tag.startsWith("^")) {
                notTags.add(tag.substring(1));
            } else {
                tags.add(tag);
            }
        }
        return new AllocationConstraints(
                tags,
                notTags,
                number(value(constraints, "cores") + value(constraints, "cpu-cores")),
                mebibytes(value(constraints, "mem")),
                value(constraints, "arch"),
                zone,
                machine);
    }

    /** Whether hardware as status prints it meets the constraints. */
    static boolean areMetBy(String constraints, String hardware) {
        AllocationConstraints wanted = allocation(constraints, "", "");
        List<String> tags = items(value(hardware, "tags"));
        return tags.containsAll(wanted.tags())
                && wanted.notTags().stream().noneMatch(tags::contains)
                && number(value(hardware, "cores")) >= wanted.cpuCount()
                && mebibytes(value(hardware, "mem")) >= wanted.memMib()
                && (wanted.arch().isEmpty() || wanted.arch().equals(value(hardware, "arch")));
    }

    /** The value of a word {@code name=value}, or the empty text. */
    static String value(String words, String name) {
        for (String word : words.split(" ", -1)) {
            if (word.startsWith(name + "=")) {
                return word.substring(name.length() + 1);
            }
        }
        return "";
    }

    private static List<String> items(String list) {
        return list.isEmpty() ? List.of() : List.of(list.split(",", -1));
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }

    /** {@code 8G} or {@code 3584M} or {@code 1.5G} in MiB; MiB without a letter. */
    private static int mebibytes(String text) {
        if (!text.matches("[0-9]{1,6}([.][0-9]{1,3})?[MGTmgt]?")) {
            return 0;
        }
        String upper = text.toUpperCase(Locale.ROOT);
        char last = upper.charAt(upper.length() - 1);
        long factor = last == 'T' ? 1 << 20 : last == 'G' ? 1 << 10 : 1;
        String digits = Character.isDigit(last) ? upper : upper.substring(0, upper.length() - 1);
        int point = digits.indexOf('.');
        String whole = point < 0 ? digits : digits.substring(0, point);
        String fraction = point < 0 ? "" : digits.substring(point + 1);
        long thousandths = Long.parseLong((fraction + "000").substring(0, 3));
        long mebibytes = Long.parseLong(whole) * factor + thousandths * factor / 1000;
        return (int) Math.min(mebibytes, Integer.MAX_VALUE);
    }
}
