package org.maquete.kernel;

import java.util.List;

/**
 * What a run depends on beside its inputs.
 *
 * @param seed all luck follows from it
 * @param journal what the run remembers
 * @param overrides spans measured in the lab, in place of the built-in ones of the same name, for
 *     all things or for one
 */
public record Settings(long seed, JournalMode journal, List<Span> overrides) {

    /** Seed 1, full journal, built-in spans. */
    public static final Settings DEFAULT = new Settings(1, JournalMode.FULL, List.of());

    public Settings {
        overrides = List.copyOf(overrides);
    }

    /** The same with another journal mode. */
    public Settings with(JournalMode mode) {
        return new Settings(seed, mode, overrides);
    }

    /** The span that counts: the override of that name, or the built-in one. */
    public Span span(Span builtIn) {
        for (Span override : overrides) {
            if (override.name().equals(builtIn.name())) {
                return override;
            }
        }
        return builtIn;
    }

    /**
     * The span that counts for a thing. An override may end in a blank and what it is for: {@code
     * juju.hook.install vault}. That is a word of the name of the thing ({@code server3}, {@code
     * vault/0}, {@code 0/lxd/1}), which counts before its beginning up to a slash (the application
     * of a unit, the machine of a container); both count before the override for all.
     *
     * @param thing the name that is drawn for
     */
    public Span span(Span builtIn, String thing) {
        if (overrides.isEmpty()) {
            return builtIn;
        }
        Span best = builtIn;
        int bestRank = 0;
        for (Span override : overrides) {
            int rank = rank(override.name(), builtIn.name(), thing);
            if (rank > bestRank) {
                best = override;
                bestRank = rank;
            }
        }
        return best;
    }

    /** 0 for another span or thing, 1 for all things, 2 for what it is part of, 3 for itself. */
    private static int rank(String name, String wanted, String thing) {
        if (!name.startsWith(wanted)) {
            return 0;
        }
        if (name.length() == wanted.length()) {
            return 1;
        }
        if (name.charAt(wanted.length()) != ' ') {
            return 0;
        }
        String measured = name.substring(wanted.length() + 1);
        int rank = 0;
        for (String word : thing.split(" ", -1)) {
            rank = Math.max(rank, word.startsWith(measured + "/") ? 2 : 0);
            rank = Math.max(rank, word.equals(measured) ? 3 : 0);
        }
        return rank;
    }
}
