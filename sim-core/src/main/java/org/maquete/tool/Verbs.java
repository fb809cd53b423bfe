package org.maquete.tool;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** All verbs of a model, found by their words. */
public final class Verbs {

    private final TreeMap<String, Verb> byPath = new TreeMap<>();

    /** Indexes these verbs; two with the same path are an error. */
    public Verbs(List<Verb> verbs) {
        for (Verb verb : verbs) {
            Verb other = byPath.put(verb.path(), verb);
            if (other != null) {
                throw new IllegalArgumentException(
                        "expected one verb per path, found two: " + verb.path());
            }
        }
    }

    /** A verb and the words after its path. */
    public record Match(Verb verb, List<String> arguments) {}

    /**
     * The verb with the most leading words in common with {@code words}, all its words being there.
     */
    public Optional<Match> longest(List<String> words) {
        for (int count = words.size(); count > 0; count--) {
            Verb verb = byPath.get(String.join(" ", words.subList(0, count)));
            if (verb != null) {
                return Optional.of(
                        new Match(verb, List.copyOf(words.subList(count, words.size()))));
            }
        }
        return Optional.empty();
    }

    /** The paths that begin with {@code prefix}, in order. */
    public List<String> paths(String prefix) {
        return byPath.navigableKeySet().stream().filter(path -> path.startsWith(prefix)).toList();
    }
}
