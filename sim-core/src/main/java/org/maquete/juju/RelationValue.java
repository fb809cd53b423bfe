package org.maquete.juju;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * One value that a unit (or, with the unit {@code application}, its leader for the application) has
 * put into a relation.
 *
 * @param model the model's key
 * @param relation the relation's id
 * @param unit {@code vault/0}, or the application's name for application data
 */
public record RelationValue(
        int id, String model, int relation, String unit, String name, String value) implements Row {

    /** The natural key of a value. */
    public static String key(String model, int relation, String unit, String name) {
        return model + " " + relation + " " + unit + " " + name;
    }

    @Override
    public String key() {
        return key(model, relation, unit, name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).number("relation", relation).text("unit", unit);
        sink.text("name", name).text("value", value);
    }
}
