package org.maquete.juju;

import java.util.List;
import org.maquete.kernel.Draws;
import org.maquete.kernel.Outcome;
import org.maquete.world.World;

/** What a charm sees at the end of its hook or action. */
record RunningHook(Unit unit, World world, Outcome out) implements HookContext {

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
        return JujuView.relations(world, unit.model(), unit.application()).stream()
                .filter(relation -> relation.endpointOf(unit.application()).equals(endpoint))
                .filter(relation -> JujuView.isIn(world, relation, unit))
                .toList();
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
