package org.maquete.operator;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/** A shell variable; the natural key is its name. */
record Variable(int id, String name, String value, boolean exported) implements Row {

    @Override
    public String key() {
        return name;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name).text("value", value).flag("exported", exported);
    }
}
