package org.maquete.juju;

import java.util.ArrayList;
import java.util.Comparator;
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

    private static final Comparator<RelationUnit> BY_NUMBER =
            (one, other) -> Integer.compare(one.relation(), other.relation());

    private final Unit unit;
    private final World world;
    private final Outcome out;
    private final Application application;
    private final List<RelationUnit> scopes;
    private final List<Endpoint> asked = new ArrayList<>();
    private final List<EndpointState> states = new ArrayList<>();
    private @Nullable List<Unit> peers;
    private @Nullable List<RelationUnit> unreadyScopes;

    RunningHook(Unit unit, World world, Outcome out) {
        this.unit = unit;
        this.world = world;
        this.out = out;
        application = world.table(JujuTables.APPLICATIONS).get(unit.model(), unit.application());
        scopes = scopes(unit, world);
    }

    /** How the unit takes part in its relations, in order of number. */
    private static List<RelationUnit> scopes(Unit unit, World world) {
        List<RelationUnit> scopes = world.group(JujuTables.SCOPES_BY_UNIT, unit.name());
        int broken = broken(unit);
        scopes.removeIf(one -> one.relation() == broken || !one.model().equals(unit.model()));
        scopes.sort(BY_NUMBER);
        return scopes;
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
    public List<Relation> relations(String endpoint) {
        return relations(endpoint, scopes);
    }

    @Override
    public List<Relation> unready(String endpoint) {
        return relations(endpoint, unreadyScopes());
    }

    private List<RelationUnit> unreadyScopes() {
        List<RelationUnit> known = unreadyScopes;
        if (known == null) {
            known = new ArrayList<>(scopes);
            known.removeIf(RelationUnit::ready);
            unreadyScopes = known;
        }
        return known;
    }

    private List<Relation> relations(String endpoint, List<RelationUnit> among) {
        List<Relation> found = List.of();
        for (RelationUnit scope : among) {
            if (scope.isAt(unit.application(), endpoint)) {
                found = found.isEmpty() ? new ArrayList<>(2) : found;
                found.add(world.table(JujuTables.RELATIONS).get(scope.relationId()));
            }
        }
        return found;
    }

    @Override
    public List<Unit> remoteUnits(Relation relation) {
        return JujuView.remoteUnits(world, unit, relation);
    }

    @Override
    public String value(Relation relation, String of, String name) {
        return JujuView.value(world, relation, of, name);
    }

    @Override
    public boolean isSomeReady(Relation relation) {
        return JujuView.isSomeReady(world, unit, relation);
    }

    @Override
    public boolean isReady(Relation relation, String of) {
        Table<RelationUnit> all = world.table(JujuTables.RELATION_UNITS);
        for (int i = 0; i < relation.scopes().count(); i++) {
            RelationUnit scope = all.get(relation.scopes().get(i));
            if (scope.unit().equals(of)) {
                return scope.ready();
            }
        }
        return false;
    }

    @Override
    public boolean isReadyEverywhere() {
        return unreadyScopes().isEmpty();
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
