package org.maquete.keystone.client;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.tool.Deed;
import org.maquete.tool.Rejected;

/**
 * The outcome of a look-up by name or id.
 *
 * @param row what was found, if it was exactly one
 * @param message why not, in the client's words
 * @param missed what was looked for
 */
public record Found<T>(Optional<T> row, String message, Ref missed) {

    /** Finds by id first, then by name, as the services are asked. */
    public static <T> Found<T> among(List<T> rows, Names<T> names, String wanted, Wording wording) {
        Ref missed = new Ref(names.kind(), wanted);
        for (T row : rows) {
            if (names.id().apply(row).equals(wanted)) {
                return new Found<>(Optional.of(row), "", missed);
            }
        }
        List<T> named =
                rows.stream().filter(row -> names.name().apply(row).equals(wanted)).toList();
        return switch (named.size()) {
            case 1 -> new Found<>(Optional.of(named.getFirst()), "", missed);
            case 0 -> new Found<>(Optional.empty(), wording.none(wanted), missed);
            default -> new Found<>(Optional.empty(), wording.several(wanted), Ref.NONE);
        };
    }

    /** How the rows of a kind are named. */
    public record Names<T>(String kind, Function<T, String> id, Function<T, String> name) {}

    /** How a library says that it found none, or several. */
    public sealed interface Wording {

        /** The text for none. */
        String none(String wanted);

        /** The text for several. */
        String several(String wanted);
    }

    /** openstacksdk, with the name of its class: {@code Network}. */
    public record Sdk(String type) implements Wording {
        @Override
        public String none(String wanted) {
            return "No " + type + " found for " + wanted;
        }

        @Override
        public String several(String wanted) {
            return "More than one " + type + " exists with the name '" + wanted + "'.";
        }
    }

    /** osc-lib's find_resource, with the noun: {@code flavor}. */
    public record OscLib(String noun) implements Wording {
        @Override
        public String none(String wanted) {
            return "No " + noun + " with a name or ID of '" + wanted + "' exists.";
        }

        @Override
        public String several(String wanted) {
            return "More than one " + noun + " exists with the name '" + wanted + "'.";
        }
    }

    /** The same with something of what was found. */
    public <U> Found<U> map(Function<T, U> of) {
        return new Found<>(row.map(of), message, missed);
    }

    /** Whether it was found. */
    public boolean isThere() {
        return row.isPresent();
    }

    /** What was found. */
    public T get() {
        return row.orElseThrow(
                () -> new IllegalStateException("expected a row, found: " + message));
    }

    /** The client ends with its words for what it did not find. */
    public Deed reject(Line line) {
        return reject(line, "");
    }

    /** The same with words before it. */
    public Deed reject(Line line, String before) {
        String text = line.warning() + before + message;
        Refusal refusal = why();
        return new Deed.Reject(new Rejected(refusal, Answer.failed(1, text)));
    }

    /** What was missed, as a refusal of the client. */
    public Refusal why() {
        return new Refusal("client", "", message, missed);
    }
}
