package org.maquete.juju;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.maquete.kernel.EventId;
import org.maquete.kernel.Outcome;
import org.maquete.lxd.DeleteContainer;
import org.maquete.maas.ReleaseAddress;
import org.maquete.maas.ReleaseMachine;
import org.maquete.world.World;

/**
 * How units, relations and machines go, within one decision.
 *
 * <p>A unit that is to go is told so at once, and so are those who see it: from then on it is not
 * among their remote units (state/cleanup.go, cleanupDyingUnit). It runs relation-departed for each
 * unit that it has met and relation-broken for each relation, then stop and remove; only then is it
 * gone, and its machine with it when nobody else was there. A relation that is to go lives until
 * the last unit in its scope has run relation-broken. Where no agent can run a hook, because none
 * was ever there or because of {@code --force}, all of this happens at once.
 *
 * <p>Several things can go in one decision, which sees the world as it was before; what has gone
 * already is remembered here.
 */
final class Leaving {

    private final World world;
    private final Outcome out;
    private final TreeSet<String> goneUnits = new TreeSet<>();
    private final TreeSet<String> goneMachines = new TreeSet<>();
    private final TreeSet<String> told = new TreeSet<>();

    Leaving(World world, Outcome out) {
        this.world = world;
        this.out = out;
    }

    /** Whether the unit runs its last hooks already: the very last is at the end of its queue. */
    static boolean isDying(Unit unit) {
        List<Hook> queue = unit.hookQueue();
        return !queue.isEmpty() && queue.getLast().kind() == Hook.Kind.REMOVE;
    }

    /** A unit is to go, and its subordinates before it. */
    void unit(Unit unit, boolean force) {
        boolean hasAgent = unit.isInstalled() || !unit.hookQueue().isEmpty();
        if (force || !hasAgent) {
            goneWithMachine(unit);
            return;
        }
        for (Unit subordinate : JujuView.subordinatesOf(world, unit)) {
            unit(subordinate, false);
        }
        if (!isDying(unit)) {
            lastHooks(unit);
        }
    }

    private void lastHooks(Unit unit) {
        List<Hook> last = new ArrayList<>();
        for (RelationUnit scope : world.group(JujuTables.SCOPES_BY_UNIT, unit.name())) {
            if (scope.model().equals(unit.model()) && !scope.departing()) {
                Relation relation = relationOf(scope);
                if (!relation.dying()) {
                    last.addAll(partings(unit, relation));
                    tell(unit, relation);
                    out.fact(new RelationDeparting(unit.model(), scope.relation(), unit.name()));
                }
            }
        }
        last.add(Hook.of(Hook.Kind.STOP));
        last.add(Hook.of(Hook.Kind.REMOVE));
        out.fact(new HooksQueued(unit.model(), unit.name(), last));
    }

    private Relation relationOf(RelationUnit scope) {
        return world.table(JujuTables.RELATIONS).get(scope.model() + " " + scope.relation());
    }

    /** What a unit runs when it leaves a relation; what it has not run yet of it is dropped. */
    private List<Hook> partings(Unit unit, Relation relation) {
        List<Hook> dropped = new ArrayList<>();
        for (Hook hook : waiting(unit)) {
            if (hook.relation() == relation.number() && !isParting(hook)) {
                dropped.add(hook);
            }
        }
        drop(unit, dropped);
        List<Hook> hooks = new ArrayList<>();
        for (Unit remote : JujuView.remoteUnits(world, unit, relation)) {
            if (isNews(unit, relation, remote) && !dropped.contains(joined(relation, remote))) {
                hooks.add(departed(relation, remote));
            }
        }
        hooks.add(new Hook(Hook.Kind.RELATION_BROKEN, relation.number(), ""));
        return hooks;
    }

    private static boolean isParting(Hook hook) {
        return hook.kind() == Hook.Kind.RELATION_DEPARTED
                || hook.kind() == Hook.Kind.RELATION_BROKEN;
    }

    private static Hook joined(Relation relation, Unit remote) {
        return new Hook(Hook.Kind.RELATION_JOINED, relation.number(), remote.name());
    }

    private static Hook departed(Relation relation, Unit remote) {
        return new Hook(Hook.Kind.RELATION_DEPARTED, relation.number(), remote.name());
    }

    private boolean isNews(Unit reader, Relation relation, Unit remote) {
        return told.add(reader.name() + " " + relation.number() + " " + remote.name());
    }

    private void drop(Unit unit, List<Hook> hooks) {
        if (!hooks.isEmpty()) {
            out.fact(new HooksDropped(unit.model(), unit.name(), hooks));
        }
    }

    /** The hooks that have not begun. */
    private static List<Hook> waiting(Unit unit) {
        List<Hook> queue = unit.hookQueue();
        return unit.isInHook() && !queue.isEmpty() ? queue.subList(1, queue.size()) : queue;
    }

    /** Those who have met a unit that departs are told; those who have not, need not meet it. */
    private void tell(Unit unit, Relation relation) {
        Hook joined = joined(relation, unit);
        Hook changed = new Hook(Hook.Kind.RELATION_CHANGED, relation.number(), unit.name());
        for (Unit reader : JujuView.remoteUnits(world, unit, relation)) {
            if (goneUnits.contains(reader.name()) || !isNews(reader, relation, unit)) {
                continue;
            }
            List<Hook> dropped = new ArrayList<>();
            for (Hook hook : waiting(reader)) {
                if (hook.equals(joined) || hook.equals(changed)) {
                    dropped.add(hook);
                }
            }
            drop(reader, dropped);
            if (!dropped.contains(joined)) {
                List<Hook> departed = List.of(departed(relation, unit));
                out.fact(new HooksQueued(reader.model(), reader.name(), departed));
            }
        }
    }

    /** A relation is to go. */
    void relation(Relation relation, boolean force) {
        if (relation.dying() && !force) {
            return;
        }
        boolean someStay = false;
        for (Unit unit : inScope(relation)) {
            if (force && !canRunHooks(unit)) {
                out.fact(new RelationLeft(unit.model(), relation.number(), unit.name()));
                continue;
            }
            someStay = true;
            if (!relation.dying() && !isDeparting(unit, relation)) {
                List<Hook> hooks = partings(unit, relation);
                out.fact(new HooksQueued(unit.model(), unit.name(), hooks));
            }
        }
        if (!relation.dying()) {
            out.fact(new RelationDying(relation.model(), relation.number()));
        }
        if (!someStay) {
            removed(relation, out);
        }
        if (relation.container()) {
            for (Unit unit : inScope(relation)) {
                if (unit.principal().startsWith(relation.other(unit.application()) + "/")) {
                    unit(unit, false);
                }
            }
        }
    }

    private boolean isDeparting(Unit unit, Relation relation) {
        for (RelationUnit scope : world.group(JujuTables.SCOPES_BY_UNIT, unit.name())) {
            if (scope.relation() == relation.number() && scope.model().equals(unit.model())) {
                return scope.departing();
            }
        }
        return false;
    }

    private List<Unit> inScope(Relation relation) {
        List<Unit> found = new ArrayList<>();
        for (Unit unit : world.table(JujuTables.UNITS)) {
            if (unit.model().equals(relation.model()) && JujuView.isIn(world, relation, unit)) {
                found.add(unit);
            }
        }
        return found;
    }

    private boolean canRunHooks(Unit unit) {
        return !unit.agent().current().equals("lost") && !HookErrors.isStopped(unit, world);
    }

    static void removed(Relation relation, Outcome out) {
        out.fact(
                new RelationRemoved(
                        relation.model(),
                        relation.number(),
                        relation.provider(),
                        relation.requirer()));
    }

    /** The unit is not there any more, and its machine neither when it was alone on it. */
    void goneWithMachine(Unit unit) {
        for (Unit subordinate : JujuView.subordinatesOf(world, unit)) {
            gone(subordinate);
        }
        gone(unit);
        JujuView.machine(world, unit.model(), unit.machine())
                .filter(machine -> isOnlyForGone(machine, unit))
                .ifPresent(machine -> machine(machine, false));
    }

    /** juju 3.6 state/unit.go, destroyHostOps. */
    private boolean isOnlyForGone(Machine machine, Unit unit) {
        if (unit.application().equals("controller")
                || !MachineHandler.containers(machine, world).isEmpty()) {
            return false;
        }
        for (Unit other : JujuView.unitsOn(world, machine)) {
            if (!goneUnits.contains(other.name())) {
                return false;
            }
        }
        return true;
    }

    /** The unit is not there any more. */
    void gone(Unit unit) {
        if (!goneUnits.add(unit.name())) {
            return;
        }
        if (unit.isInHook()) {
            out.cancel(unit.pendingHook());
        }
        if (!unit.pendingUpdate().equals(EventId.NONE)) {
            out.cancel(unit.pendingUpdate());
        }
        HookErrors.forget(unit, world, out);
        for (RelationUnit scope : world.group(JujuTables.SCOPES_BY_UNIT, unit.name())) {
            if (scope.model().equals(unit.model())
                    && !scope.departing()
                    && !relationOf(scope).dying()) {
                tell(unit, relationOf(scope));
            }
        }
        out.fact(new UnitRemoved(unit.model(), unit.name()));
    }

    /** The machine is not in the model any more. */
    void machine(Machine machine, boolean keepInstance) {
        if (!goneMachines.add(machine.name())) {
            return;
        }
        out.fact(new MachineRemoved(machine.model(), machine.name()));
        if (machine.hostname().isEmpty() || keepInstance) {
            return;
        }
        if (machine.isContainer()) {
            out.command(new DeleteContainer(machine.hostname()));
            if (!machine.addresses().isEmpty()) {
                out.command(new ReleaseAddress(machine.hostname()));
            }
        } else {
            out.command(new ReleaseMachine(machine.hostname()));
        }
    }
}
