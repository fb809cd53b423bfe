package org.maquete.tool.argparse;

import java.util.Collections;

/**
 * How many words an argument takes.
 *
 * @param shape the rule
 * @param count the number of words of {@link Shape#EXACTLY}, else 0
 */
public record Nargs(Shape shape, int count) {

    /** The rules of argparse. */
    public enum Shape {
        /** No nargs given: one word, kept as it is. */
        ONE,
        /** {@code ?}. */
        OPTIONAL,
        /** {@code *}. */
        ANY,
        /** {@code +}. */
        SOME,
        /** A number: a list of so many words. */
        EXACTLY
    }

    public static final Nargs ONE = new Nargs(Shape.ONE, 0);
    public static final Nargs NONE = new Nargs(Shape.EXACTLY, 0);

    static Nargs of(String word) {
        return switch (word) {
            case "?" -> new Nargs(Shape.OPTIONAL, 0);
            case "*" -> new Nargs(Shape.ANY, 0);
            case "+" -> new Nargs(Shape.SOME, 0);
            default -> new Nargs(Shape.EXACTLY, Integer.parseInt(word));
        };
    }

    boolean isNone() {
        return shape == Shape.EXACTLY && count == 0;
    }

    /** The fewest words that a positional takes. */
    int least() {
        return switch (shape) {
            case ONE, SOME -> 1;
            case OPTIONAL, ANY -> 0;
            case EXACTLY -> count;
        };
    }

    /** How many words more a positional takes when they are there. */
    int more() {
        return switch (shape) {
            case ONE, EXACTLY -> 0;
            case OPTIONAL -> 1;
            case ANY, SOME -> Integer.MAX_VALUE;
        };
    }

    /** How many of {@code plain} plain words after it an option takes; -1 when too few. */
    int taken(int plain) {
        return switch (shape) {
            case ONE -> plain > 0 ? 1 : -1;
            case OPTIONAL -> Math.min(plain, 1);
            case ANY -> plain;
            case SOME -> plain > 0 ? plain : -1;
            case EXACTLY -> plain >= count ? count : -1;
        };
    }

    /**
     * The pattern over A (word), O (option) and - (the mark --) that a positional's words match;
     * the mark may stand between them.
     */
    String positionalPattern() {
        return switch (shape) {
            case ONE -> "(-*A-*)";
            case OPTIONAL -> "(-*A?-*)";
            case ANY -> "(-*[A-]*)";
            case SOME -> "(-*A[A-]*)";
            case EXACTLY -> "(-*" + String.join("-*", Collections.nCopies(count, "A")) + "-*)";
        };
    }

    /** The words of the refusal when the pattern does not match. */
    String expected() {
        return switch (shape) {
            case ONE -> "expected one argument";
            case OPTIONAL -> "expected at most one argument";
            case ANY -> throw new IllegalStateException("any number of words always matches");
            case SOME -> "expected at least one argument";
            case EXACTLY -> "expected " + count + (count == 1 ? " argument" : " arguments");
        };
    }
}
