package org.maquete.kernel;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/** Commands, facts and events that are one word each, for tests of a single step. */
final class Words {

    private Words() {}

    interface WordCommand extends Command {
        String word();

        @Override
        default Ref subject() {
            return new Ref("word", word());
        }

        @Override
        default void encode(Sink sink) {
            sink.text("word", word());
        }
    }

    interface WordFact extends Fact {
        String word();

        @Override
        default Ref subject() {
            return new Ref("word", word());
        }

        @Override
        default void encode(Sink sink) {
            sink.text("word", word());
        }
    }

    record Ask(String word) implements WordCommand {}

    record AskHigh(String word) implements WordCommand {}

    record Told(String word) implements WordFact {}

    record ToldHigh(String word) implements WordFact {}

    record Ring(String word, Lane lane) implements Event {
        @Override
        public Ref target() {
            return new Ref("word", word);
        }

        @Override
        public void encode(Sink sink) {
            sink.text("word", word).text("lane", lane.name());
        }
    }

    record Mark(int id, String key) implements Row {
        @Override
        public void encode(Sink sink) {
            sink.text("key", key);
        }
    }
}
