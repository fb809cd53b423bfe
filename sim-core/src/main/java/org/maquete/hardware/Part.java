package org.maquete.hardware;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What of a machine can be broken without the machine standing still: hardware tests find it. */
public enum Part {
    /** The processor, or its cooling. */
    CPU,
    /** A memory module. */
    MEMORY,
    /** A disk that says so itself (SMART). */
    STORAGE,
    /** A network port that loses packets. */
    NETWORK;

    /** The word of MAAS for it, its hardware type. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All words. */
    public static List<String> texts() {
        return Arrays.stream(values()).map(Part::text).toList();
    }

    /** The part of that word. */
    public static Optional<Part> named(String text) {
        return Arrays.stream(values()).filter(part -> part.text().equals(text)).findFirst();
    }
}
