package org.maquete.juju;

import org.maquete.world.Derived;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A unit in the scope of a relation: others see it there, unless it is about to leave.
 *
 * @param model the model's key
 * @param relation the relation's id
 * @param unit the unit's name; the natural key is {@code model relation unit}
 * @param departing whether the other side sees it no more
 * @param relationId the id of the {@link Relation}
 * @param unitId the id of the {@link Unit}
 * @param side on which side of the relation it is, {@code vault:certificates}
 * @param ready whether it has put {@code ready} (see {@link Charm})
 */
public record RelationUnit(
        int id,
        String model,
        int relation,
        String unit,
        boolean departing,
        @Derived int relationId,
        @Derived int unitId,
        String side,
        boolean ready)
        implements Row {

    /** A unit that comes. */
    public RelationUnit(int id, Relation relation, Unit unit) {
        this(
                id,
                unit.model(),
                relation.number(),
                unit.name(),
                false,
                relation.id(),
                unit.id(),
                relation.sideOf(unit.application()),
                false);
    }

    RelationUnit withDeparting() {
        return new RelationUnit(id, model, relation, unit, true, relationId, unitId, side, ready);
    }

    RelationUnit withReady(boolean ready) {
        return new RelationUnit(
                id, model, relation, unit, departing, relationId, unitId, side, ready);
    }

    /** Whether the endpoint of its application is this one. */
    boolean isAt(String application, String endpoint) {
        return side.length() == application.length() + 1 + endpoint.length()
                && side.endsWith(endpoint);
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
        sink.flag("departing", departing).text("side", side).flag("ready", ready);
    }
}
