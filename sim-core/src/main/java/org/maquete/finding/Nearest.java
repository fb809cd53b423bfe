package org.maquete.finding;

import java.util.List;
import java.util.Optional;

/** Guesses which of some words a person meant: the one that needs the fewest changes. */
public final class Nearest {

    private Nearest() {}

    /** The nearest word within {@code distanceMax} changes; of several the first in order. */
    public static Optional<String> of(String word, List<String> words, int distanceMax) {
        return nearest(word, words.stream().sorted().toList(), distanceMax);
    }

    /** Advice that names the word meant, or all words when none is near. */
    public static String advice(String written, List<String> words) {
        Optional<String> near = nearest(written, words, Math.max(2, written.length() / 3));
        if (near.isPresent()) {
            return "Maybe \"" + near.get() + "\" is meant.";
        }
        return words.isEmpty()
                ? "Maybe leave it out."
                : "Maybe one of " + String.join(", ", words) + ".";
    }

    private static Optional<String> nearest(String word, List<String> words, int distanceMax) {
        Optional<String> best = Optional.empty();
        int least = distanceMax + 1;
        for (String each : words) {
            int distance = distance(word, each);
            if (distance < least) {
                best = Optional.of(each);
                least = distance;
            }
        }
        return best;
    }

    /** Levenshtein's distance: insertions, deletions and replacements of one character. */
    public static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
