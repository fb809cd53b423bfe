package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.finding.TypedLine;

/** The application whose options a {@code deploy} or {@code config} line sets. */
final class ConfiguredName {

    // flags without a value; all others take the next word
    private static final List<String> BOOLS =
            List.of(
                    "--dry-run",
                    "--force",
                    "--trust",
                    "--debug",
                    "--verbose",
                    "--quiet",
                    "-v",
                    "-q",
                    "-B",
                    "--no-color",
                    "--color");

    private ConfiguredName() {}

    /** The application's name, or empty when the line is another command. */
    static String of(TypedLine line) {
        List<String> names = names(line);
        boolean isDeploy = line.startsWith("juju deploy");
        if (names.isEmpty() || (!isDeploy && !line.startsWith("juju config"))) {
            return "";
        }
        return isDeploy && names.size() > 1 ? names.get(1) : names.getFirst();
    }

    /** The charm of a {@code deploy}. */
    static Optional<String> charm(TypedLine line) {
        List<String> names = names(line);
        return line.startsWith("juju deploy") && !names.isEmpty()
                ? Optional.of(names.getFirst())
                : Optional.empty();
    }

    /** The words that are neither flags nor their values. */
    private static List<String> names(TypedLine line) {
        List<String> names = new ArrayList<>();
        List<String> words = line.words();
        for (int i = 2; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("-")) {
                names.add(word);
            } else if (!word.contains("=") && !BOOLS.contains(word)) {
                i++;
            }
        }
        return names;
    }
}
