package org.maquete.kernel;

import java.util.List;

/**
 * What a run depends on beside its inputs.
 *
 * @param seed all luck follows from it
 * @param journal what the run remembers
 * @param overrides spans measured in the lab, in place of the built-in ones of the same name
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
}
