package org.maquete.tool;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** All verbs of a model, found by their words. */
public final class Verbs {

    private final List<Verb> verbs;
    private final TreeMap<String, Verb> byPath = new TreeMap<>();
    private int wordsMax;

    /** Indexes these verbs when the first is asked for; two with the same path are an error. */
    public Verbs(List<Verb> verbs) {
        this.verbs = verbs;
    }

    private TreeMap<String, Verb> byPath() {
        if (byPath.isEmpty()) {
            for (Verb verb : verbs) {
                if (byPath.put(verb.path(), verb) != null) {
                    throw new IllegalArgumentException(
                            "expected one verb per path, found two: " + verb.path());
                }
                int blanks = (int) verb.path().chars().filter(c -> c == ' ').count();
                wordsMax = Math.max(wordsMax, blanks + 1);
            }
        }
        return byPath;
    }

    /** A verb and the words after its path. */
    public record Match(Verb verb, List<String> arguments) {}

    /**
     * The verb with the most leading words in common with {@code words}, all its words being there.
     */
    public Optional<Match> longest(List<String> words) {
        TreeMap<String, Verb> known = byPath();
        for (int count = Math.min(words.size(), wordsMax); count > 0; count--) {
            Verb verb = known.get(String.join(" ", words.subList(0, count)));
            if (verb != null) {
                return Optional.of(
                        new Match(verb, List.copyOf(words.subList(count, words.size()))));
            }
        }
        return Optional.empty();
    }

    /** The paths that begin with {@code prefix}, in order. */
    public List<String> paths(String prefix) {
        return byPath().navigableKeySet().stream().filter(path -> path.startsWith(prefix)).toList();
    }
}
