package org.maquete.juju;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Answer;
import org.maquete.kernel.EventId;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Refusal;
import org.maquete.world.World;

/**
 * Decides about the removal of units, applications and relations. A unit whose agent runs goes
 * through stop and remove first; its machine goes with it when nobody else is on it.
 */
final class RemovalHandler {

    private RemovalHandler() {}

    static void unit(RemoveUnit command, World world, Outcome out) {
        Optional<Unit> found = JujuView.unit(world, command.model(), command.unit());
        if (found.isEmpty()) {
            out.refuse(
                    Refusal.missing(
                            JujuRefusal.NOT_FOUND,
                            "unit " + JujuRefusal.quote(command.unit()) + " does not exist",
                            "unit",
                            command.unit()));
            return;
        }
        Unit unit = found.get();
        if (!unit.principal().isEmpty()) {
            out.refuse(
                    JujuRefusal.invalid(
                            "unit "
                                    + JujuRefusal.quote(unit.name())
                                    + " is a subordinate, to remove use remove-relation. Note: this"
                                    + " will remove all units of "
                                    + JujuRefusal.quote(unit.application())));
            return;
        }
        leave(unit, command.force(), world, out);
        out.answer(Answer.told("will remove unit " + unit.name()));
    }

    static void application(RemoveApplication command, World world, Outcome out) {
        String model = command.model();
        if (JujuView.application(world, model, command.application()).isEmpty()) {
            out.refuse(JujuRefusal.application(command.application()));
            return;
        }
        List<Unit> units = JujuView.units(world, model, command.application());
        out.fact(new ApplicationDying(model, command.application()));
        for (Relation relation : JujuView.relations(world, model, command.application())) {
            if (!relation.peer()) {
                broken(relation, world, out);
            }
        }
        units.forEach(unit -> leave(unit, command.force(), world, out));
        if (units.isEmpty()) {
            end(model, command.application(), world, out);
        }
        out.answer(Answer.told("will remove application " + command.application()));
    }

    static void relation(RemoveRelation command, World world, Outcome out) {
        Optional<Relation> found =
                JujuView.relations(world, command.model()).stream()
                        .filter(relation -> !relation.peer())
                        .filter(relation ->
                                isSide(relation, command.first())
                                        && isSide(relation, command.second()))
                        .findFirst();
        if (found.isEmpty()) {
            String key = command.first() + " " + command.second();
            out.refuse(
                    Refusal.missing(
                            JujuRefusal.NOT_FOUND,
                            "relation " + JujuRefusal.quote(key) + " not found",
                            "relation",
                            key));
            return;
        }
        Relation relation = found.get();
        broken(relation, world, out);
        if (relation.container()) {
            subordinates(relation, world).forEach(unit -> leave(unit, false, world, out));
        }
    }

    private static boolean isSide(Relation relation, String typed) {
        return typed.indexOf(':') < 0
                ? relation.joins(typed)
                : relation.provider().equals(typed) || relation.requirer().equals(typed);
    }

    private static List<Unit> subordinates(Relation relation, World world) {
        return world.table(JujuTables.UNITS)
                .where(u ->
                        u.model().equals(relation.model())
                                && !u.principal().isEmpty()
                                && relation.joins(u.application())
                                && u.principal().startsWith(relation.other(u.application()) + "/"));
    }

    private static void broken(Relation relation, World world, Outcome out) {
        out.fact(
                new RelationRemoved(
                        relation.model(),
                        relation.number(),
                        relation.provider(),
                        relation.requirer()));
        for (Unit unit : world.table(JujuTables.UNITS)) {
            if (unit.model().equals(relation.model()) && JujuView.isIn(world, relation, unit)) {
                Hook broken = new Hook(Hook.Kind.RELATION_BROKEN, relation.number(), "");
                out.fact(new HooksQueued(unit.model(), unit.name(), List.of(broken)));
            }
        }
    }

    /** The unit stops, and its subordinates before it; at once when no agent can do it. */
    private static void leave(Unit unit, boolean force, World world, Outcome out) {
        if (force || (unit.hookQueue().isEmpty() && !unit.isInstalled())) {
            goneWithMachine(unit, world, out);
            return;
        }
        List<Unit> leaving = new ArrayList<>(JujuView.subordinatesOf(world, unit));
        leaving.add(unit);
        for (Unit each : leaving) {
            if (!HookOrder.has(each, Hook.of(Hook.Kind.REMOVE))) {
                List<Hook> last = List.of(Hook.of(Hook.Kind.STOP), Hook.of(Hook.Kind.REMOVE));
                out.fact(new HooksQueued(each.model(), each.name(), last));
            }
        }
    }

    static void finished(HookFinished fact, World world, Outcome out) {
        if (fact.hook().kind() != Hook.Kind.REMOVE) {
            return;
        }
        Unit unit = world.table(JujuTables.UNITS).get(fact.model(), fact.unit());
        goneWithMachine(unit, world, out);
    }

    /** The unit is not there any more, and its machine neither when it was alone on it. */
    private static void goneWithMachine(Unit unit, World world, Outcome out) {
        JujuView.subordinatesOf(world, unit).forEach(s -> gone(s, out));
        gone(unit, out);
        JujuView.machine(world, unit.model(), unit.machine())
                .filter(machine -> isOnlyFor(machine, unit, world))
                .ifPresent(machine -> MachineHandler.remove(machine, out));
    }

    /** juju 3.6 state/unit.go, destroyHostOps. */
    private static boolean isOnlyFor(Machine machine, Unit unit, World world) {
        return JujuView.unitsOn(world, machine).stream()
                        .allMatch(u ->
                                u.name().equals(unit.name()) || u.principal().equals(unit.name()))
                && MachineHandler.containers(machine, world).isEmpty()
                && !unit.application().equals("controller");
    }

    /** The unit is not there any more. */
    static void gone(Unit unit, Outcome out) {
        if (unit.isInHook()) {
            out.cancel(unit.pendingHook());
        }
        if (!unit.pendingUpdate().equals(EventId.NONE)) {
            out.cancel(unit.pendingUpdate());
        }
        out.fact(new UnitRemoved(unit.model(), unit.name()));
    }

    /** The last unit of an application that is being removed takes it along. */
    static void removed(UnitRemoved fact, World world, Outcome out) {
        String application = fact.unit().substring(0, fact.unit().indexOf('/'));
        boolean isDying =
                JujuView.application(world, fact.model(), application)
                        .filter(Application::dying)
                        .isPresent();
        if (isDying && JujuView.units(world, fact.model(), application).isEmpty()) {
            end(fact.model(), application, world, out);
        }
    }

    private static void end(String model, String application, World world, Outcome out) {
        for (Relation peer : JujuView.relations(world, model, application)) {
            if (peer.peer()) {
                out.fact(
                        new RelationRemoved(
                                model, peer.number(), peer.provider(), peer.requirer()));
            }
        }
        out.fact(new ApplicationRemoved(model, application));
    }
}
