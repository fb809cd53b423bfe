package org.maquete.juju.catalog;

import java.util.function.Function;

/** A value read from a word, or the words with which Juju refuses it. */
public sealed interface Parsed<T> {

    record Good<T>(T value) implements Parsed<T> {

        @Override
        public T orElseThrow() {
            return value;
        }

        @Override
        public <R> Parsed<R> map(Function<? super T, ? extends R> function) {
            return new Good<>(function.apply(value));
        }
    }

    record Refused<T>(String message) implements Parsed<T> {

        @Override
        public T orElseThrow() {
            throw new IllegalArgumentException(message);
        }

        @Override
        public <R> Parsed<R> map(Function<? super T, ? extends R> function) {
            return new Refused<>(message);
        }
    }

    /** The value; for texts that are known to be right. */
    T orElseThrow();

    /** What {@code function} makes of the value, or the same refusal. */
    <R> Parsed<R> map(Function<? super T, ? extends R> function);
}
