package org.maquete.juju.client;

import java.util.List;
import java.util.Optional;

/** The word of a list that needs the fewest changes of one character. */
final class Nearest {

    private Nearest() {}

    /** The nearest word within {@code distanceMax} changes; of several the first in order. */
    static Optional<String> of(String word, List<String> words, int distanceMax) {
        String best = "";
        int bestDistance = distanceMax + 1;
        for (String each : words.stream().sorted().toList()) {
            int distance = distance(word, each);
            if (distance < bestDistance) {
                best = each;
                bestDistance = distance;
            }
        }
        return bestDistance <= distanceMax ? Optional.of(best) : Optional.empty();
    }

    /** Levenshtein's distance: insertions, deletions and replacements. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(diagonal + change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
