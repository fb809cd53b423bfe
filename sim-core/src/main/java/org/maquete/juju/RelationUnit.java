package org.maquete.juju;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A unit in the scope of a relation: others see it there, unless it is about to leave.
 *
 * @param model the model's key
 * @param relation the relation's id
 * @param unit the unit's name; the natural key is {@code model relation unit}
 * @param departing whether the other side sees it no more
 */
public record RelationUnit(int id, String model, int relation, String unit, boolean departing)
        implements Row {

    /** A unit that stays. */
    public RelationUnit(int id, String model, int relation, String unit) {
        this(id, model, relation, unit, false);
    }

    /** The natural key. */
    public static String key(String model, int relation, String unit) {
        return model + " " + relation + " " + unit;
    }

    @Override
    public String key() {
        return key(model, relation, unit);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).number("relation", relation).text("unit", unit);
        sink.flag("departing", departing);
    }
}
