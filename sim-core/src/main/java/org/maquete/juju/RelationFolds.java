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
        World world = edits.world();
        int id = world.table(JujuTables.RELATION_UNITS).nextId();
        Relation relation = relation(world, fact.model(), fact.relation());
        Unit unit = world.table(JujuTables.UNITS).get(fact.model(), fact.unit());
        edits.insert(JujuTables.RELATION_UNITS, new RelationUnit(id, relation, unit));
        edits.set(JujuTables.RELATIONS, relation.withScopes(relation.scopes().with(id)));
    }

    private static Relation relation(World world, String model, int number) {
        return world.table(JujuTables.RELATIONS).get(model, Integer.toString(number));
    }

    static void dying(RelationDying fact, long timeNs, Edits edits) {
        edits.change(JujuTables.RELATIONS, fact.model() + " " + fact.number(), Relation::withDying);
    }

    static void departing(RelationDeparting fact, long timeNs, Edits edits) {
        edits.change(
                JujuTables.RELATION_UNITS,
                RelationUnit.key(fact.model(), fact.relation(), fact.unit()),
                RelationUnit::withDeparting);
    }

    static void left(RelationLeft fact, long timeNs, Edits edits) {
        String key = RelationUnit.key(fact.model(), fact.relation(), fact.unit());
        leave(edits, edits.world().table(JujuTables.RELATION_UNITS).get(key));
    }

    private static void leave(Edits edits, RelationUnit scope) {
        edits.remove(JujuTables.RELATION_UNITS, scope.id());
        edits.change(
                JujuTables.RELATIONS,
                scope.relationId(),
                r -> r.withScopes(r.scopes().without(scope.id())));
        for (RelationValue value : edits.world().table(JujuTables.RELATION_VALUES)) {
            if (value.unit().equals(scope.unit())
                    && value.relation() == scope.relation()
                    && value.model().equals(scope.model())) {
                edits.remove(JujuTables.RELATION_VALUES, value.id());
            }
        }
    }

    static void put(RelationValuePut fact, long timeNs, Edits edits) {
        Table<RelationValue> values = edits.world().table(JujuTables.RELATION_VALUES);
        String scope = RelationUnit.key(fact.model(), fact.relation(), fact.unit());
        int old = values.idOf(scope, fact.name());
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
        int putter = edits.world().table(JujuTables.RELATION_UNITS).idOf(scope);
        if (putter >= 0 && fact.name().equals(Charm.READY)) {
            boolean ready = fact.value().equals("true");
            edits.change(JujuTables.RELATION_UNITS, putter, s -> s.withReady(ready));
        }
    }

    static void removed(RelationRemoved fact, long timeNs, Edits edits) {
        World world = edits.world();
        Relation relation = relation(world, fact.model(), fact.number());
        for (int i = 0; i < relation.scopes().count(); i++) {
            edits.remove(JujuTables.RELATION_UNITS, relation.scopes().get(i));
        }
        for (RelationValue value : world.table(JujuTables.RELATION_VALUES)) {
            if (value.relation() == fact.number() && value.model().equals(fact.model())) {
                edits.remove(JujuTables.RELATION_VALUES, value.id());
            }
        }
        UnitFolds.forget(edits, fact.model(), fact.number());
        edits.remove(JujuTables.RELATIONS, relation.id());
    }

    /** A unit that is gone leaves all scopes. */
    static void forgetUnit(Edits edits, String model, String unit) {
        for (RelationUnit scope : edits.world().group(JujuTables.SCOPES_BY_UNIT, unit)) {
            if (scope.model().equals(model)) {
                leave(edits, scope);
            }
        }
    }
}
