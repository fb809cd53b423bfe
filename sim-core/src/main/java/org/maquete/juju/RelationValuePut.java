package org.maquete.juju;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * A unit, or the leader for its application, has put a value into a relation.
 *
 * @param unit the unit, or the application's name
 */
public record RelationValuePut(String model, int relation, String unit, String name, String value)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref("unit", unit);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).number("relation", relation).text("unit", unit);
        sink.text("name", name).text("value", value);
    }
}
