package org.maquete.tool.argparse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Proposes how a refused line was meant.
 *
 * <p>Every word that looks like an option and is none is replaced by the nearest option of the
 * grammar, at most {@value #DISTANCE_MAX} edits away (a missing dash is one); of several at the
 * same distance none is taken. The proposal is made only if the line then parses, so that a cure
 * never trades one refusal for another. Words after {@code --} stay.
 */
public final class Spelling {

    // 2, edits: one slip of the hand, or two letters swapped
    private static final int DISTANCE_MAX = 2;

    private Spelling() {}

    /** The corrected words; empty when nothing was misspelt or no correction parses. */
    public static Optional<List<String>> correct(Grammar grammar, List<String> words) {
        List<String> corrected = new ArrayList<>();
        boolean isOpen = true;
        for (String word : words) {
            isOpen &= !word.equals("--");
            corrected.add(isOpen ? correct(grammar, word) : word);
        }
        boolean parses =
                !corrected.equals(words)
                        && ArgumentParser.parse(grammar, corrected) instanceof ParseResult.Parsed;
        return parses ? Optional.of(List.copyOf(corrected)) : Optional.empty();
    }

    private static String correct(Grammar grammar, String word) {
        if (isKnown(grammar, word)) {
            return word;
        }
        int equal = word.indexOf('=');
        String name = equal < 0 ? word : word.substring(0, equal);
        String value = equal < 0 ? "" : word.substring(equal);
        List<String> nearest = new ArrayList<>();
        int best = DISTANCE_MAX;
        for (String option : grammar.options()) {
            int distance = option.length() < 4 ? DISTANCE_MAX + 1 : distance(name, option);
            if (distance < best) {
                nearest.clear();
                best = distance;
            }
            if (distance == best) {
                nearest.add(option);
            }
        }
        return nearest.size() == 1 ? nearest.getFirst() + value : word;
    }

    /** Whether the parser takes the word for an option it has, or for no option at all. */
    private static boolean isKnown(Grammar grammar, String word) {
        try {
            return new OptionReader(grammar)
                    .read(word)
                    .map(read -> read.argument().isPresent() && isWhole(read, word))
                    .orElse(true);
        } catch (Stop _) {
            return false;
        }
    }

    /** A one-letter option with a tail, as -provider..., is more often a long one with one dash. */
    private static boolean isWhole(OptionReader.Read read, String word) {
        return read.option().startsWith("--") || word.length() <= 3;
    }

    /** Edits (a letter more, less, other, or two swapped) from one text to the other. */
    static int distance(String from, String to) {
        int[][] edits = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : step(edits, from, to, i, j);
            }
        }
        return edits[from.length()][to.length()];
    }

    private static int step(int[][] edits, String from, String to, int i, int j) {
        int same = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        int best = Math.min(edits[i - 1][j - 1] + same, edits[i][j - 1] + 1);
        best = Math.min(best, edits[i - 1][j] + 1);
        boolean swapped =
                i > 1
                        && j > 1
                        && from.charAt(i - 2) == to.charAt(j - 1)
                        && from.charAt(i - 1) == to.charAt(j - 2);
        return swapped ? Math.min(best, edits[i - 2][j - 2] + 1) : best;
    }
}
