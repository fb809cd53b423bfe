package org.maquete.ceph.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the command that words fit, as the real client does with the table of the monitors. */
final class Grammar {

    private static final int SHOWN_MAX = 10; // <count>: Ceph 16.2, ceph_argparse.py

    private static @Nullable Grammar bundled;

    private final List<Signature> signatures;

    private Grammar(List<Signature> signatures) {
        this.signatures = signatures;
    }

    /** The table of 16.2.15, read when it is first needed. */
    static synchronized Grammar bundled() {
        Grammar known = bundled;
        if (known == null) {
            List<Signature> signatures = new ArrayList<>();
            resource().lines().forEach(line -> signatures.add(Signature.parse(line)));
            known = new Grammar(List.copyOf(signatures));
            bundled = known;
        }
        return known;
    }

    private static String resource() {
        try (InputStream in = Grammar.class.getResourceAsStream("commands.txt")) {
            if (in == null) {
                throw new IllegalStateException("expected resource commands.txt, found none");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Understood understand(List<String> words) {
        List<Signature> best = nearest(words);
        List<Signature> sorted = new ArrayList<>(best);
        sorted.sort(Comparator.comparingInt(Signature::requiredCount));
        for (Signature signature : sorted) {
            Matching matching = new Matching(signature, words);
            Matching.End end = matching.run();
            switch (end) {
                case RIGHT -> {
                    return new Understood(signature.prefix(), matching.values(), "");
                }
                case MISSING -> {
                    return best.size() == 1
                            ? invalid(signature, matching)
                            : Understood.not(unknown(best));
                }
                case WRONG -> {
                    return invalid(signature, matching);
                }
                case OTHER_COMMAND, TOO_FEW -> {}
            }
        }
        return Understood.not(unknown(best));
    }

    private static Understood invalid(Signature signature, Matching matching) {
        String what = matching.notes() + "Invalid command: " + matching.complaint() + "\n";
        return Understood.not(what + signature.concise() + " :  " + signature.help() + "\n");
    }

    private static String unknown(List<Signature> best) {
        List<Signature> shown =
                best.stream()
                        .filter(each -> !each.has(Signature.DEPRECATED))
                        .filter(each -> !each.has(Signature.HIDDEN))
                        .limit(SHOWN_MAX)
                        .toList();
        StringBuilder text = new StringBuilder("no valid command found; ");
        text.append(shown.size()).append(" closest matches:\n");
        shown.forEach(each -> text.append(each.concise()).append('\n'));
        return text.toString();
    }

    /** The signatures of which the words fill most; a whole last word counts a half more. */
    private List<Signature> nearest(List<String> words) {
        double most = 0;
        List<Signature> best = new ArrayList<>();
        for (Signature signature : signatures) {
            if (signature.has(Signature.OBSOLETE)) {
                continue;
            }
            double matched = matched(words, signature, true);
            if (matched >= Math.floor(most) && matched == matched(words, signature, false)) {
                matched += 0.5;
            }
            if (matched > most) {
                most = matched;
                best.clear();
            }
            if (matched == most) {
                best.add(signature);
            }
        }
        return best;
    }

    private static int matched(List<String> typed, Signature signature, boolean isPartial) {
        Deque<String> words = new ArrayDeque<>(typed);
        int count = 0;
        for (Argument argument : signature.arguments()) {
            int seen = 0;
            boolean fits = true;
            while (fits && (seen == 0 || argument.isMany())) {
                if (words.isEmpty()) {
                    return count;
                }
                String word = words.pop();
                fits =
                        isPartial && words.isEmpty()
                                ? argument.mayBecome(word)
                                : argument.complaint(word, false).isEmpty();
                if (fits) {
                    seen++;
                } else if (argument.isRequired()) {
                    return count;
                } else {
                    words.push(word);
                }
            }
            count += argument.isRequired() ? 1 : 0;
        }
        return count;
    }
}
