package org.maquete.tool;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All verbs of a model, found by their words. */
public final class Verbs {

    private final List<Verb> verbs;
    private @Nullable Node root;

    /** Indexes these verbs when the first is asked for; two with the same path are an error. */
    public Verbs(List<Verb> verbs) {
        this.verbs = verbs;
    }

    /** What begins with the same words. */
    private static final class Node {
        private final TreeMap<String, Node> next = new TreeMap<>();
        private @Nullable Verb verb;
    }

    private Node root() {
        Node known = root;
        if (known == null) {
            known = new Node();
            for (Verb verb : verbs) {
                add(verb, known);
            }
            root = known;
        }
        return known;
    }

    private static void add(Verb verb, Node root) {
        Node at = root;
        String path = verb.path();
        for (int start = 0; start < path.length(); ) {
            int end = endOfWord(path, start);
            at = at.next.computeIfAbsent(path.substring(start, end), _ -> new Node());
            start = end + 1;
        }
        if (at.verb != null) {
            throw new IllegalArgumentException("expected one verb per path, found two: " + path);
        }
        at.verb = verb;
    }

    /** A verb and the words after its path. */
    public record Match(Verb verb, List<String> arguments) {}

    /**
     * The verb with the most leading words in common with {@code words}, all its words being there.
     */
    public Optional<Match> longest(List<String> words) {
        Node at = root();
        Verb longest = null;
        int length = 0;
        for (int count = 1; count <= words.size(); count++) {
            at = at.next.get(words.get(count - 1));
            if (at == null) {
                break;
            }
            if (at.verb != null) {
                longest = at.verb;
                length = count;
            }
        }
        return longest == null
                ? Optional.empty()
                : Optional.of(new Match(longest, List.copyOf(words.subList(length, words.size()))));
    }

    /** The verb with this path. */
    public Optional<Verb> at(String path) {
        Node at = root();
        for (int start = 0; at != null && start < path.length(); ) {
            int end = endOfWord(path, start);
            at = at.next.get(path.substring(start, end));
            start = end + 1;
        }
        return at == null ? Optional.empty() : Optional.ofNullable(at.verb);
    }

    private static int endOfWord(String path, int start) {
        int blank = path.indexOf(' ', start);
        return blank < 0 ? path.length() : blank;
    }

    /** The paths that begin with {@code prefix}, in order. */
    public List<String> paths(String prefix) {
        return verbs.stream()
                .map(Verb::path)
                .filter(path -> path.startsWith(prefix))
                .sorted()
                .toList();
    }
}
