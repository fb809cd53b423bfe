package org.maquete.juju.catalog;

import java.util.function.Function;

/** A value read from a word, or the words with which Juju refuses it. */
public sealed interface Parsed<T> {

    record Good<T>(T value) implements Parsed<T> {}

    record Refused<T>(String message) implements Parsed<T> {}

    /** The value; for texts that are known to be right. */
    default T orElseThrow() {
        return switch (this) {
            case Good<T>(T value) -> value;
            case Refused<T>(String message) -> throw new IllegalArgumentException(message);
        };
    }

    default <R> Parsed<R> map(Function<? super T, ? extends R> function) {
        return switch (this) {
            case Good<T>(T value) -> new Good<>(function.apply(value));
            case Refused<T>(String message) -> new Refused<>(message);
        };
    }
}
