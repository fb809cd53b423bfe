package org.maquete.operator;

import java.util.List;
import org.maquete.runbook.Note;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A compiled script and what its reader remarked; follows from the text in the fact that brought
 * it.
 */
record CodeRow(int id, String name, Code code, List<Note> notes) implements Row {

    @Override
    public String key() {
        return Integer.toString(id);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name).number("code", code.ops().size()).number("notes", notes.size());
    }
}
