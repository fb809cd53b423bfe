package org.maquete.finding;

import java.util.List;

/**
 * What to do about a finding.
 *
 * @param kind how {@code lines} relate to the line of the finding
 * @param lines commands to type, one each; for {@link Kind#FILE} the content of the file
 * @param file the file's name for {@link Kind#FILE}, else empty
 * @param words why, or the advice itself when there is nothing to type
 */
public record Cure(Kind kind, List<String> lines, String file, Words words) {

    /** How the lines relate to the line of the finding. */
    public enum Kind {
        /** Type them before it. */
        BEFORE,
        /** Type them in its place; no lines: leave it out. */
        INSTEAD,
        /** Type them after it. */
        AFTER,
        /** Write this file before it. */
        FILE,
        /** Nothing that can be typed here. */
        ADVICE
    }

    public Cure {
        lines = List.copyOf(lines);
    }

    /** Type these before the line. */
    public static Cure before(Words words, String... lines) {
        return new Cure(Kind.BEFORE, List.of(lines), "", words);
    }

    /** Type these in place of the line. */
    public static Cure instead(Words words, String... lines) {
        return new Cure(Kind.INSTEAD, List.of(lines), "", words);
    }

    /** Type these after the line. */
    public static Cure after(Words words, String... lines) {
        return new Cure(Kind.AFTER, List.of(lines), "", words);
    }

    /** Write this file before the line. */
    public static Cure file(Words words, String name, List<String> lines) {
        return new Cure(Kind.FILE, lines, name, words);
    }

    /** Advice. */
    public static Cure advice(Words words) {
        return new Cure(Kind.ADVICE, List.of(), "", words);
    }
}
