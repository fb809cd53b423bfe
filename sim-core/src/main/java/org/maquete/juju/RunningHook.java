package org.maquete.juju;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maquete.juju.catalog.Endpoint;
import org.maquete.kernel.Draws;
import org.maquete.kernel.Outcome;
import org.maquete.world.World;

/**
 * What a charm sees at the end of its hook or action. The world stands still meanwhile, so what it
 * asks for again and again is looked up once. A unit is in a handful of relations: they stand in
 * lists that are read from the front.
 */
final class RunningHook implements HookContext {

    private final Unit unit;
    private final World world;
    private final Outcome out;
    private final Application application;
    private final List<Relation> relations;
    private final @Nullable List<Unit>[] remotes;
    private final List<Endpoint> asked = new ArrayList<>();
    private final List<EndpointState> states = new ArrayList<>();
    private @Nullable List<Unit> peers;

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of lists has no other constructor
    RunningHook(Unit unit, World world, Outcome out) {
        this.unit = unit;
        this.world = world;
        this.out = out;
        application = world.table(JujuTables.APPLICATIONS).get(unit.model(), unit.application());
        relations = new ArrayList<>();
        int broken = broken(unit);
        for (Relation relation : JujuView.relations(world, unit.model(), unit.application())) {
            if (relation.number() != broken && JujuView.isIn(world, relation, unit)) {
                relations.add(relation);
            }
        }
        remotes = new List[relations.size()];
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
        return relations;
    }

    @Override
    public List<Relation> relations(String endpoint) {
        List<Relation> found = List.of();
        for (Relation relation : relations) {
            if (relation.isAt(unit.application(), endpoint)) {
                found = found.isEmpty() ? new ArrayList<>(2) : found;
                found.add(relation);
            }
        }
        return found;
    }

    @Override
    public List<Unit> remoteUnits(Relation relation) {
        int at = 0;
        while (at < relations.size() && relations.get(at).number() != relation.number()) {
            at++;
        }
        if (at == relations.size()) {
            return JujuView.remoteUnits(world, unit, relation);
        }
        List<Unit> known = remotes[at];
        if (known == null) {
            known = JujuView.remoteUnits(world, unit, relation);
            remotes[at] = known;
        }
        return known;
    }

    @Override
    public String value(Relation relation, String of, String name) {
        return JujuView.value(world, relation, of, name);
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
