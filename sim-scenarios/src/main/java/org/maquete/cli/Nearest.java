package org.maquete.cli;

import java.util.List;

/** Guesses which of some words a person meant. */
final class Nearest {

    private Nearest() {}

    /** Advice that names the word meant, or all words when none is near. */
    static String advice(String written, List<String> words) {
        String best = "";
        int least = Math.max(2, written.length() / 3) + 1;
        for (String word : words) {
            int distance = distance(written, word);
            if (distance < least) {
                best = word;
                least = distance;
            }
        }
        if (!best.isEmpty()) {
            return "Maybe \"" + best + "\" is meant.";
        }
        return words.isEmpty()
                ? "Maybe leave it out."
                : "Maybe one of " + String.join(", ", words) + ".";
    }

    /** Letters to put in, take out or replace to get from one word to the other. */
    private static int distance(String a, String b) {
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
