package org.maquete.juju.catalog;

/** The value of an option after conversion; {@link #text} is how {@code juju config} prints it. */
public sealed interface OptionValue {

    /** The value as {@code juju config app option} prints it. */
    String text();

    record Text(String value) implements OptionValue {
        @Override
        public String text() {
            return value;
        }
    }

    record Whole(long value) implements OptionValue {
        @Override
        public String text() {
            return Long.toString(value);
        }
    }

    record Fraction(double value) implements OptionValue {
        @Override
        public String text() {
            return GoSyntax.number(value);
        }
    }

    record Truth(boolean value) implements OptionValue {
        @Override
        public String text() {
            return Boolean.toString(value);
        }
    }
}
