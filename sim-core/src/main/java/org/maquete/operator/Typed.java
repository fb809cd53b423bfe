package org.maquete.operator;

import org.maquete.finding.TypedLine;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/** A command that was typed and answered; the id is its number in the run. */
record Typed(int id, TypedLine line) implements Row {

    @Override
    public String key() {
        return Integer.toString(id);
    }

    @Override
    public void encode(Sink sink) {
        encode(line, sink);
    }

    static void encode(TypedLine line, Sink sink) {
        sink.text("place", line.place() + ":" + line.place().column())
                .text("source", line.source());
        sink.texts("words", line.words());
        sink.number("typedNs", line.typedNs()).number("answeredNs", line.answeredNs());
        line.answer().encode(sink);
        line.refusal().orElse(new Refusal("", "", "", Ref.NONE)).encode(sink);
        sink.text("notModelled", line.notModelled()).flag("cured", line.cured());
        sink.number("waitedNs", line.waitedNs());
    }
}
