package org.maquete.juju;

import org.maquete.world.Edits;
import org.maquete.world.Table;
import org.maquete.world.World;

/** What facts change about relations, their scopes and what units have put into them. */
final class RelationFolds {

    private RelationFolds() {}

    static void added(RelationAdded fact, long timeNs, Edits edits) {
        edits.change(
                JujuTables.MODELS,
                fact.model(),
                m -> m.withNextRelation(Math.max(m.nextRelation(), fact.number() + 1)));
        edits.insert(
                JujuTables.RELATIONS,
                new Relation(
                        edits.world().table(JujuTables.RELATIONS).nextId(),
                        fact.model(),
                        fact.number(),
                        fact.provider(),
                        fact.requirer(),
                        fact.interfaceName(),
                        fact.peer(),
                        fact.container()));
    }

    static void entered(RelationEntered fact, long timeNs, Edits edits) {
        int id = edits.world().table(JujuTables.RELATION_UNITS).nextId();
        edits.insert(
                JujuTables.RELATION_UNITS,
                new RelationUnit(id, fact.model(), fact.relation(), fact.unit()));
    }

    static void dying(RelationDying fact, long timeNs, Edits edits) {
        edits.change(JujuTables.RELATIONS, fact.model() + " " + fact.number(), Relation::withDying);
    }

    static void departing(RelationDeparting fact, long timeNs, Edits edits) {
        edits.change(
                JujuTables.RELATION_UNITS,
                RelationUnit.key(fact.model(), fact.relation(), fact.unit()),
                s -> new RelationUnit(s.id(), s.model(), s.relation(), s.unit(), true));
    }

    static void left(RelationLeft fact, long timeNs, Edits edits) {
        String key = RelationUnit.key(fact.model(), fact.relation(), fact.unit());
        edits.remove(
                JujuTables.RELATION_UNITS,
                edits.world().table(JujuTables.RELATION_UNITS).idOf(key));
        forgetValues(edits, fact.model(), fact.relation(), fact.unit());
    }

    static void put(RelationValuePut fact, long timeNs, Edits edits) {
        Table<RelationValue> values = edits.world().table(JujuTables.RELATION_VALUES);
        String key = RelationValue.key(fact.model(), fact.relation(), fact.unit(), fact.name());
        int old = values.idOf(key);
        RelationValue row =
                new RelationValue(
                        old < 0 ? values.nextId() : old,
                        fact.model(),
                        fact.relation(),
                        fact.unit(),
                        fact.name(),
                        fact.value());
        if (old < 0) {
            edits.insert(JujuTables.RELATION_VALUES, row);
        } else {
            edits.set(JujuTables.RELATION_VALUES, row);
        }
    }

    static void removed(RelationRemoved fact, long timeNs, Edits edits) {
        World world = edits.world();
        for (RelationUnit scope : world.table(JujuTables.RELATION_UNITS)) {
            if (scope.relation() == fact.number() && scope.model().equals(fact.model())) {
                edits.remove(JujuTables.RELATION_UNITS, scope.id());
            }
        }
        forgetValues(edits, fact.model(), fact.number(), "");
        UnitFolds.forget(edits, fact.model(), fact.number());
        edits.remove(
                JujuTables.RELATIONS,
                world.table(JujuTables.RELATIONS).idOf(fact.model() + " " + fact.number()));
    }

    /** A unit that is gone leaves all scopes. */
    static void forgetUnit(Edits edits, String model, String unit) {
        for (RelationUnit scope : edits.world().table(JujuTables.RELATION_UNITS)) {
            if (scope.unit().equals(unit) && scope.model().equals(model)) {
                forgetValues(edits, model, scope.relation(), unit);
                edits.remove(JujuTables.RELATION_UNITS, scope.id());
            }
        }
    }

    /** Forgets what {@code unit} has put into a relation; all units when it is empty. */
    private static void forgetValues(Edits edits, String model, int relation, String unit) {
        for (RelationValue value : edits.world().table(JujuTables.RELATION_VALUES)) {
            if (value.relation() == relation
                    && value.model().equals(model)
                    && (unit.isEmpty() || value.unit().equals(unit))) {
                edits.remove(JujuTables.RELATION_VALUES, value.id());
            }
        }
    }
}
