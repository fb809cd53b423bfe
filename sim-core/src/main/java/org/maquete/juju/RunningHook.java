package org.maquete.juju;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.maquete.juju.catalog.Endpoint;
import org.maquete.kernel.Draws;
import org.maquete.kernel.Outcome;
import org.maquete.world.World;

/**
 * What a charm sees at the end of its hook or action. The world stands still meanwhile, so what it
 * asks for again and again is looked up once.
 */
final class RunningHook implements HookContext {

    private final Unit unit;
    private final World world;
    private final Outcome out;
    private final Application application;
    private final TreeMap<String, List<Relation>> relations = new TreeMap<>();
    private final TreeMap<Integer, List<Unit>> remotes = new TreeMap<>();
    private final TreeMap<String, EndpointState> states = new TreeMap<>();

    RunningHook(Unit unit, World world, Outcome out) {
        this.unit = unit;
        this.world = world;
        this.out = out;
        application = world.table(JujuTables.APPLICATIONS).get(unit.model(), unit.application());
        List<RelationUnit> scopes = world.group(JujuTables.SCOPES_BY_UNIT, unit.name());
        if (scopes.isEmpty()) {
            return;
        }
        int[] numbers = new int[scopes.size()];
        int count = 0;
        int broken = broken(unit);
        for (RelationUnit scope : scopes) {
            if (scope.model().equals(unit.model()) && scope.relation() != broken) {
                numbers[count++] = scope.relation();
            }
        }
        Arrays.sort(numbers, 0, count);
        for (Relation relation : JujuView.relations(world, unit.model(), unit.application())) {
            if (Arrays.binarySearch(numbers, 0, count, relation.number()) >= 0) {
                String endpoint = relation.endpointOf(unit.application());
                relations.computeIfAbsent(endpoint, _ -> new ArrayList<>(2)).add(relation);
            }
        }
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
        return relations.getOrDefault(endpoint, List.of());
    }

    @Override
    public List<Unit> remoteUnits(Relation relation) {
        List<Unit> known = remotes.get(relation.number());
        if (known == null) {
            known = JujuView.remoteUnits(world, unit, relation);
            remotes.put(relation.number(), known);
        }
        return known;
    }

    @Override
    public String value(Relation relation, String of, String name) {
        return JujuView.value(world, relation, of, name);
    }

    @Override
    public EndpointState state(Endpoint endpoint) {
        EndpointState known = states.get(endpoint.name());
        if (known == null) {
            known = EndpointState.of(this, endpoint);
            states.put(endpoint.name(), known);
        }
        return known;
    }

    @Override
    public boolean isComplete(String endpoint) {
        List<Relation> own = relations(endpoint);
        return !own.isEmpty() && own.stream().allMatch(this::isComplete);
    }

    private boolean isComplete(Relation relation) {
        return remoteUnits(relation).stream()
                .anyMatch(remote -> value(relation, remote.name(), "ready").equals("true"));
    }

    @Override
    public List<Unit> peers() {
        List<Unit> peers = JujuView.units(world, unit.model(), unit.application());
        peers.removeIf(peer -> Leaving.isDying(peer) && !peer.name().equals(unit.name()));
        return peers;
    }

    @Override
    public Draws draws(String purpose, long n) {
        return out.draws(unit.key(), purpose, n);
    }
}
