package org.maquete.juju;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maquete.juju.catalog.Endpoint;
import org.maquete.kernel.Draws;
import org.maquete.kernel.Outcome;
import org.maquete.world.Table;
import org.maquete.world.World;

/**
 * What a charm sees at the end of its hook or action. The world stands still meanwhile, so what it
 * asks for again and again is looked up once. A unit is in a handful of relations: they stand in a
 * list that is read from the front.
 */
final class RunningHook implements HookContext {

    private final Unit unit;
    private final World world;
    private final Outcome out;
    private final Application application;
    private final List<Bond> bonds;
    private final List<Endpoint> asked = new ArrayList<>();
    private final List<EndpointState> states = new ArrayList<>();
    private @Nullable List<Unit> peers;

    /** A relation that the unit takes part in, and whom it sees there. */
    private static final class Bond {
        private final Relation relation;
        private final RelationUnit own;
        private @Nullable List<RelationUnit> remotes;

        Bond(Relation relation, RelationUnit own) {
            this.relation = relation;
            this.own = own;
        }
    }

    RunningHook(Unit unit, World world, Outcome out) {
        this.unit = unit;
        this.world = world;
        this.out = out;
        application = world.table(JujuTables.APPLICATIONS).get(unit.model(), unit.application());
        bonds = bonds(unit, world);
    }

    private static List<Bond> bonds(Unit unit, World world) {
        List<RelationUnit> scopes = world.group(JujuTables.SCOPES_BY_UNIT, unit.name());
        List<Bond> bonds = new ArrayList<>(scopes.size());
        int broken = broken(unit);
        for (RelationUnit scope : scopes) {
            if (scope.relation() != broken && scope.model().equals(unit.model())) {
                int at = bonds.size();
                while (at > 0 && bonds.get(at - 1).relation.number() > scope.relation()) {
                    at--;
                }
                Relation relation = world.table(JujuTables.RELATIONS).get(scope.relationId());
                bonds.add(at, new Bond(relation, scope));
            }
        }
        return bonds;
    }

    /** The relation whose relation-broken hook runs: the charm has it no more; else -1. */
    private static int broken(Unit unit) {
        boolean runs = unit.isInHook() && !unit.hookQueue().isEmpty();
        Hook hook = runs ? unit.hookQueue().getFirst() : Hook.of(Hook.Kind.UPDATE_STATUS);
        return hook.kind() == Hook.Kind.RELATION_BROKEN ? hook.relation() : -1;
    }

    @Override
    public Unit unit() {
        return unit;
    }

    @Override
    public World world() {
        return world;
    }

    @Override
    public Application application() {
        return application;
    }

    @Override
    public long now() {
        return out.now();
    }

    @Override
    public String config(String option) {
        return JujuView.config(world, application, option);
    }

    @Override
    public List<Relation> relations() {
        List<Relation> relations = new ArrayList<>(bonds.size());
        for (Bond bond : bonds) {
            relations.add(bond.relation);
        }
        return relations;
    }

    @Override
    public List<Relation> relations(String endpoint) {
        List<Relation> found = List.of();
        for (Bond bond : bonds) {
            if (bond.relation.isAt(unit.application(), endpoint)) {
                found = found.isEmpty() ? new ArrayList<>(2) : found;
                found.add(bond.relation);
            }
        }
        return found;
    }

    @Override
    public List<Unit> remoteUnits(Relation relation) {
        List<RelationUnit> scopes = remotes(relation);
        List<Unit> units = new ArrayList<>(scopes.size());
        for (RelationUnit scope : scopes) {
            units.add(world.table(JujuTables.UNITS).get(scope.unitId()));
        }
        return units;
    }

    private List<RelationUnit> remotes(Relation relation) {
        Bond bond = bond(relation);
        List<RelationUnit> known = bond.remotes;
        if (known == null) {
            known = JujuView.remoteScopes(world, unit, bond.relation);
            bond.remotes = known;
        }
        return known;
    }

    private Bond bond(Relation relation) {
        for (Bond bond : bonds) {
            if (bond.relation.id() == relation.id()) {
                return bond;
            }
        }
        throw new IllegalArgumentException(
                "expected a relation of " + unit.name() + ", found " + relation);
    }

    @Override
    public String value(Relation relation, String of, String name) {
        if (of.equals(unit.name())) {
            return value(bond(relation).own, name);
        }
        if (of.indexOf('/') >= 0) {
            for (RelationUnit scope : remotes(relation)) {
                if (scope.unit().equals(of)) {
                    return value(scope, name);
                }
            }
        }
        return JujuView.value(world, relation, of, name);
    }

    private String value(RelationUnit scope, String name) {
        Table<RelationValue> values = world.table(JujuTables.RELATION_VALUES);
        for (int i = 0; i < scope.values().count(); i++) {
            RelationValue value = values.get(scope.values().get(i));
            if (value.name().equals(name)) {
                return value.value();
            }
        }
        return "";
    }

    @Override
    public EndpointState state(Endpoint endpoint) {
        for (int i = 0; i < asked.size(); i++) {
            if (asked.get(i).name().equals(endpoint.name())) {
                return states.get(i);
            }
        }
        EndpointState state = EndpointState.of(this, endpoint);
        asked.add(endpoint);
        states.add(state);
        return state;
    }

    @Override
    public List<Unit> peers() {
        List<Unit> known = peers;
        if (known == null) {
            known = JujuView.units(world, unit.model(), unit.application());
            known.removeIf(peer -> Leaving.isDying(peer) && !peer.name().equals(unit.name()));
            peers = known;
        }
        return known;
    }

    @Override
    public Draws draws(String purpose, long n) {
        return out.draws(unit.key(), purpose, n);
    }
}
