package org.maquete.tool.cliff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How cliff finds a command among the words of a line, and what it offers when it finds none.
 *
 * <p>Reference: cliff 4.0, commandmanager.py ({@code find_command}) and app.py ({@code
 * get_fuzzy_matches}).
 */
final class CommandNames {

    private final List<String> sorted;

    CommandNames(List<String> sorted) {
        this.sorted = List.copyOf(sorted);
    }

    /**
     * A command found.
     *
     * @param name its full name
     * @param typed the words that stood for it
     * @param rest the words after it
     */
    record Found(String name, String typed, List<String> rest) {}

    /** The longest run of first words that is a command, or the abbreviation of exactly one. */
    Optional<Found> find(List<String> words) {
        for (int count = countBeforeOptions(words); count > 0; count--) {
            String typed = String.join(" ", words.subList(0, count));
            List<String> rest = words.subList(count, words.size());
            if (Collections.binarySearch(sorted, typed) >= 0) {
                return Optional.of(new Found(typed, typed, rest));
            }
            List<String> candidates = abbreviated(words.subList(0, count));
            if (candidates.size() == 1) {
                return Optional.of(new Found(candidates.getFirst(), typed, rest));
            }
        }
        return Optional.empty();
    }

    private static int countBeforeOptions(List<String> words) {
        int count = 0;
        while (count < words.size() && !words.get(count).startsWith("-")) {
            count++;
        }
        return count;
    }

    private List<String> abbreviated(List<String> words) {
        List<String> candidates = new ArrayList<>();
        String first = words.getFirst();
        int found = Collections.binarySearch(sorted, first);
        int at = found < 0 ? -found - 1 : found;
        while (at < sorted.size() && sorted.get(at).startsWith(first)) {
            if (fits(words, sorted.get(at))) {
                candidates.add(sorted.get(at));
            }
            at++;
        }
        return candidates;
    }

    /** Whether the words of a name begin, one by one, with these words. */
    private static boolean fits(List<String> words, String name) {
        int at = 0;
        for (String word : words) {
            if (at > name.length() || !name.startsWith(word, at)) {
                return false;
            }
            int end = name.indexOf(' ', at);
            at = end < 0 ? name.length() + 1 : end + 1;
        }
        return at > name.length();
    }

    /** All commands that begin with the word, and all at the smallest distance of the others. */
    List<String> similar(String word) {
        TreeMap<Integer, List<String>> byDistance = new TreeMap<>();
        for (String name : sorted) {
            int distance = name.startsWith(word) ? 0 : distance(word, name.split(" ", -1)[0]) + 1;
            byDistance.computeIfAbsent(distance, _ -> new ArrayList<>()).add(name);
        }
        List<String> matches = new ArrayList<>(byDistance.getOrDefault(0, List.of()));
        byDistance.remove(0);
        if (!byDistance.isEmpty()) {
            matches.addAll(byDistance.firstEntry().getValue());
        }
        return matches;
    }

    // 0, 2, 1, 3: costs of a swap, a substitution, an addition, a deletion (cliff 4.0, utils.py)
    private static final int SWAP = 0;
    private static final int SUBSTITUTION = 2;
    private static final int ADDITION = 1;
    private static final int DELETION = 3;

    /** The weighted Damerau-Levenshtein distance with which cliff (and git) rank commands. */
    static int distance(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] =
                        i == 0 ? j * ADDITION : j == 0 ? i * DELETION : step(cost, from, to, i, j);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int step(int[][] cost, String from, String to, int i, int j) {
        boolean same = from.charAt(i - 1) == to.charAt(j - 1);
        int best = cost[i - 1][j - 1] + (same ? 0 : SUBSTITUTION);
        best = Math.min(best, cost[i][j - 1] + ADDITION);
        best = Math.min(best, cost[i - 1][j] + DELETION);
        boolean swapped =
                i > 1
                        && j > 1
                        && from.charAt(i - 2) == to.charAt(j - 1)
                        && from.charAt(i - 1) == to.charAt(j - 2);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + SWAP) : best;
    }
}
