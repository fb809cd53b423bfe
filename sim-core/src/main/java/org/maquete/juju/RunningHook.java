package org.maquete.juju;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
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
    private final List<Relation> own;
    private final TreeMap<Integer, List<Unit>> remotes = new TreeMap<>();

    RunningHook(Unit unit, World world, Outcome out) {
        this.unit = unit;
        this.world = world;
        this.out = out;
        own = new ArrayList<>();
        for (Relation relation : JujuView.relations(world, unit.model(), unit.application())) {
            if (JujuView.isIn(world, relation, unit)) {
                own.add(relation);
            }
        }
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
        return world.table(JujuTables.APPLICATIONS).get(unit.model() + " " + unit.application());
    }

    @Override
    public long now() {
        return out.now();
    }

    @Override
    public String config(String option) {
        return JujuView.config(world, application(), option);
    }

    @Override
    public List<Relation> relations(String endpoint) {
        List<Relation> found = new ArrayList<>(2);
        for (Relation relation : own) {
            if (relation.endpointOf(unit.application()).equals(endpoint)) {
                found.add(relation);
            }
        }
        return found;
    }

    @Override
    public List<Unit> remoteUnits(Relation relation) {
        return remotes.computeIfAbsent(
                relation.number(), n -> JujuView.remoteUnits(world, unit, relation));
    }

    @Override
    public String value(Relation relation, String of, String name) {
        return JujuView.value(world, relation, of, name);
    }

    @Override
    public boolean isComplete(String endpoint) {
        List<Relation> relations = relations(endpoint);
        return !relations.isEmpty() && relations.stream().allMatch(this::isComplete);
    }

    private boolean isComplete(Relation relation) {
        return remoteUnits(relation).stream()
                .anyMatch(remote -> value(relation, remote.name(), "ready").equals("true"));
    }

    @Override
    public List<Unit> peers() {
        return JujuView.units(world, unit.model(), unit.application());
    }

    @Override
    public Draws draws(String purpose, long n) {
        return out.draws(unit.key(), purpose, n);
    }
}
