package org.maquete.juju;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Refusal;
import org.maquete.world.World;

/**
 * Decides about {@code juju remove-unit}, {@code remove-application}, {@code remove-machine} and
 * {@code remove-relation}. How things then go is written in {@link Leaving}.
 */
final class RemovalHandler {

    private RemovalHandler() {}

    static void unit(RemoveUnit command, World world, Outcome out) {
        Removals removals = new Removals(command.how(), "unit");
        Leaving leaving = new Leaving(world, out);
        for (String name : command.units()) {
            Optional<Unit> found = JujuView.unit(world, command.model(), name);
            if (found.isEmpty()) {
                removals.refused(
                        name,
                        Refusal.missing(
                                JujuRefusal.NOT_FOUND,
                                "unit " + JujuRefusal.quote(name) + " does not exist",
                                "unit",
                                name));
            } else if (!found.get().principal().isEmpty()) {
                removals.refused(name, JujuRefusal.invalid(subordinate(found.get())));
            } else {
                removals.will(name);
                if (!command.how().dryRun()) {
                    leaving.unit(found.get(), command.how().force());
                }
            }
        }
        removals.answer(out);
    }

    private static String subordinate(Unit unit) {
        return "unit "
                + JujuRefusal.quote(unit.name())
                + " is a subordinate, to remove use remove-relation. Note: this will remove all"
                + " units of "
                + JujuRefusal.quote(unit.application());
    }

    static void application(RemoveApplication command, World world, Outcome out) {
        Removals removals = new Removals(command.how(), "application");
        Leaving leaving = new Leaving(world, out);
        for (String name : command.applications()) {
            Optional<Application> found = JujuView.application(world, command.model(), name);
            if (found.isEmpty()) {
                removals.refused(name, JujuRefusal.application(name));
                continue;
            }
            removals.will(name);
            JujuView.units(world, command.model(), name).forEach(removals::alsoUnit);
            if (!command.how().dryRun()) {
                application(found.get(), command.how().force(), leaving, world, out);
            }
        }
        removals.answer(out);
    }

    private static void application(
            Application application, boolean force, Leaving leaving, World world, Outcome out) {
        String model = application.model();
        String name = application.name();
        if (!application.dying()) {
            out.fact(new ApplicationDying(model, name));
        }
        List<Unit> units = JujuView.units(world, model, name);
        boolean isRelated = false;
        for (Relation relation : JujuView.relations(world, model, name)) {
            if (!relation.peer()) {
                isRelated = true;
                leaving.relation(relation, force);
            }
        }
        units.forEach(unit -> leaving.unit(unit, force));
        if (units.isEmpty() && !isRelated) {
            end(model, name, world, out);
        }
    }

    static void machine(RemoveMachine command, World world, Outcome out) {
        Removals removals = new Removals(command.how(), "machine");
        Leaving leaving = new Leaving(world, out);
        for (String name : command.machines()) {
            Optional<Machine> found = JujuView.machine(world, command.model(), name);
            if (found.isEmpty()) {
                removals.refused(name, JujuRefusal.machine(name));
                continue;
            }
            Optional<String> barred = barred(found.get(), command.how(), world);
            if (barred.isPresent()) {
                removals.refused(name, JujuRefusal.invalid(barred.get()));
                continue;
            }
            machine(found.get(), command.how(), removals, leaving, world);
        }
        removals.answer(out);
    }

    private static void machine(
            Machine machine, Removal how, Removals removals, Leaving leaving, World world) {
        List<Machine> all = new ArrayList<>();
        all.add(machine);
        all.addAll(MachineHandler.containers(machine, world));
        for (Machine each : all) {
            removals.will(each.name());
            List<Unit> units = JujuView.unitsOn(world, each);
            units.forEach(removals::alsoUnit);
            if (!how.dryRun()) {
                units.forEach(leaving::gone);
            }
        }
        if (!how.dryRun()) {
            all.reversed().forEach(each -> leaving.machine(each, how.keepInstance()));
        }
    }

    /** Why a machine has to stay: juju 3.6 state/machine.go, advanceLifecycle. */
    private static Optional<String> barred(Machine machine, Removal how, World world) {
        if (ControllerView.isOnly(machine, world)) {
            // GUESS, text: juju 3.6 state/machine.go from memory
            return Optional.of("controller " + machine.name() + " is the only controller");
        }
        if (how.force() || how.dryRun()) {
            return Optional.empty();
        }
        List<Machine> containers = MachineHandler.containers(machine, world);
        for (Unit unit : JujuView.unitsOn(world, machine)) {
            // units that go already do not hold their machine
            if (!Leaving.isDying(unit)) {
                return Optional.of(
                        "machine "
                                + machine.name()
                                + " has unit "
                                + JujuRefusal.quote(unit.name())
                                + " assigned");
            }
        }
        if (containers.isEmpty()) {
            return Optional.empty();
        }
        String names = containers.stream().map(Machine::name).collect(Collectors.joining(","));
        return Optional.of(
                "machine " + machine.name() + " is hosting containers " + JujuRefusal.quote(names));
    }

    static void relation(RemoveRelation command, World world, Outcome out) {
        String query = command.first() + " " + command.second();
        for (String side : List.of(command.first(), command.second())) {
            String application =
                    side.indexOf(':') < 0 ? side : side.substring(0, side.indexOf(':'));
            if (JujuView.application(world, command.model(), application).isEmpty()) {
                out.refuse(JujuRefusal.application(application));
                return;
            }
        }
        List<Relation> found = new ArrayList<>();
        for (Relation relation : JujuView.relations(world, command.model())) {
            if (!relation.peer()
                    && isSide(relation, command.first())
                    && isSide(relation, command.second())) {
                found.add(relation);
            }
        }
        if (found.isEmpty()) {
            out.refuse(
                    Refusal.missing(
                            JujuRefusal.NOT_FOUND,
                            "relation matching " + JujuRefusal.quote(query) + " not found",
                            "relation",
                            query));
        } else if (found.size() > 1) {
            String keys =
                    found.stream()
                            .map(Relation::pair)
                            .map(JujuRefusal::quote)
                            .collect(Collectors.joining("; "));
            out.refuse(
                    Refusal.of(
                            "",
                            "ambiguous relation: "
                                    + JujuRefusal.quote(query)
                                    + " could refer to "
                                    + keys));
        } else {
            new Leaving(world, out).relation(found.getFirst(), command.force());
        }
    }

    private static boolean isSide(Relation relation, String typed) {
        return typed.indexOf(':') < 0
                ? relation.joins(typed)
                : relation.provider().equals(typed) || relation.requirer().equals(typed);
    }

    static void finished(HookFinished fact, World world, Outcome out) {
        if (fact.hook().kind() == Hook.Kind.REMOVE) {
            JujuView.unit(world, fact.model(), fact.unit())
                    .ifPresent(new Leaving(world, out)::goneWithMachine);
        } else if (fact.hook().kind() == Hook.Kind.RELATION_BROKEN) {
            String scope = RelationUnit.key(fact.model(), fact.hook().relation(), fact.unit());
            if (world.table(JujuTables.RELATION_UNITS).has(scope)) {
                out.fact(new RelationLeft(fact.model(), fact.hook().relation(), fact.unit()));
            }
        }
    }

    /** A relation that goes is gone when nobody is in its scope any more. */
    static void left(RelationLeft fact, World world, Outcome out) {
        world.table(JujuTables.RELATIONS)
                .find(fact.model() + " " + fact.relation())
                .ifPresent(relation -> endIfEmpty(relation, out));
    }

    private static void endIfEmpty(Relation relation, Outcome out) {
        if (relation.dying() && relation.scopes().count() == 0) {
            Leaving.removed(relation, out);
        }
    }

    /** The last unit of an application that is being removed takes it along. */
    static void removed(UnitRemoved fact, World world, Outcome out) {
        String application = fact.unit().substring(0, fact.unit().indexOf('/'));
        for (Relation relation : JujuView.relations(world, fact.model(), application)) {
            endIfEmpty(relation, out);
        }
        endIfDone(fact.model(), application, world, out);
    }

    static void relationRemoved(RelationRemoved fact, World world, Outcome out) {
        String provider = fact.provider().substring(0, fact.provider().indexOf(':'));
        String requirer = fact.requirer().substring(0, fact.requirer().indexOf(':'));
        if (!provider.equals(requirer)) {
            endIfDone(fact.model(), provider, world, out);
            endIfDone(fact.model(), requirer, world, out);
        }
    }

    private static void endIfDone(String model, String application, World world, Outcome out) {
        boolean isDying =
                JujuView.application(world, model, application)
                        .filter(Application::dying)
                        .isPresent();
        if (!isDying || !JujuView.units(world, model, application).isEmpty()) {
            return;
        }
        for (Relation relation : JujuView.relations(world, model, application)) {
            if (!relation.peer()) {
                return;
            }
        }
        end(model, application, world, out);
    }

    private static void end(String model, String application, World world, Outcome out) {
        for (Relation peer : JujuView.relations(world, model, application)) {
            if (peer.peer()) {
                Leaving.removed(peer, out);
            }
        }
        out.fact(new ApplicationRemoved(model, application));
    }
}
