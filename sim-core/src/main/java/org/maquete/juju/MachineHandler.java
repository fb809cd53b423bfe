package org.maquete.juju;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maquete.juju.catalog.Bases;
import org.maquete.juju.catalog.OsRelease;
import org.maquete.juju.catalog.Parsed;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Refusal;
import org.maquete.lxd.DeleteContainer;
import org.maquete.maas.ReleaseAddress;
import org.maquete.maas.ReleaseMachine;
import org.maquete.world.World;

/** Decides about {@code juju add-machine} and {@code juju remove-machine}. */
final class MachineHandler {

    private static final String USUAL_BASE =
            "ubuntu@22.04"; // GUESS: when neither model nor line say

    private MachineHandler() {}

    static void add(AddMachine command, World world, Outcome out) {
        Optional<Model> model = JujuView.model(world, command.model());
        if (model.isEmpty()) {
            out.refuse(JujuRefusal.model(command.model()));
            return;
        }
        String base = base(command, model.get());
        if (Bases.parse(base) instanceof Parsed.Refused<OsRelease>(String message)) {
            out.refuse(JujuRefusal.invalid(message));
            return;
        }
        Optional<Placement> placement =
                command.placement().isEmpty()
                        ? Optional.of(new Placement.Anywhere())
                        : Placement.parse(command.placement());
        switch (placement.orElse(new Placement.OnMachine(command.placement()))) {
            case Placement.InContainer(_, String host) ->
                    container(command, base, host, world, out);
            case Placement.OnMachine(String machine) ->
                    // GUESS, text
                    out.refuse(
                            JujuRefusal.invalid(
                                    "machine-id cannot be specified when adding machines: "
                                            + machine));
            case Placement.Directive(String text) ->
                    several(
                            command,
                            base,
                            (command.constraints() + " to=" + text).strip(),
                            world,
                            out);
            case Placement.Anywhere() -> several(command, base, command.constraints(), world, out);
        }
    }

    private static String base(AddMachine command, Model model) {
        String usual = model.defaultBase().isEmpty() ? USUAL_BASE : model.defaultBase();
        return command.base().isEmpty() ? usual : command.base();
    }

    private static void several(
            AddMachine command, String base, String constraints, World world, Outcome out) {
        int first = world.table(JujuTables.MODELS).get(command.model()).nextMachine();
        StringBuilder told = new StringBuilder();
        for (int i = 0; i < command.count(); i++) {
            String machine = Integer.toString(first + i);
            out.fact(new MachineAdded(command.model(), machine, base, constraints));
            told.append("created machine ").append(machine).append('\n');
        }
        out.answer(Answer.told(told.toString()));
    }

    private static void container(
            AddMachine command, String base, String host, World world, Outcome out) {
        String model = command.model();
        String parent = host;
        if (host.isEmpty()) {
            parent = Integer.toString(world.table(JujuTables.MODELS).get(model).nextMachine());
            out.fact(new MachineAdded(model, parent, base, command.constraints()));
        } else if (JujuView.machine(world, model, host).isEmpty()) {
            out.refuse(JujuRefusal.machine(host));
            return;
        }
        int number = JujuView.machine(world, model, parent).map(Machine::nextContainer).orElse(0);
        String name = parent + "/lxd/" + number;
        out.fact(new MachineAdded(model, name, base, ""));
        out.answer(Answer.told("created container " + name));
    }

    static void remove(RemoveMachine command, World world, Outcome out) {
        Optional<Machine> found = JujuView.machine(world, command.model(), command.machine());
        if (found.isEmpty()) {
            out.refuse(JujuRefusal.machine(command.machine()));
            return;
        }
        Machine machine = found.get();
        List<Machine> containers = containers(machine, world);
        List<Unit> units = JujuView.unitsOn(world, machine);
        if (!command.force() && !units.isEmpty()) {
            out.refuse(
                    JujuRefusal.invalid(
                            "machine "
                                    + machine.name()
                                    + " has unit "
                                    + JujuRefusal.quote(units.getFirst().name())
                                    + " assigned"));
            return;
        }
        if (!command.force() && !containers.isEmpty()) {
            out.refuse(Refusal.of(JujuRefusal.NOT_VALID, hosting(machine, containers)));
            return;
        }
        for (Machine container : containers) {
            JujuView.unitsOn(world, container).forEach(u -> RemovalHandler.gone(u, out));
            remove(container, out);
        }
        units.forEach(unit -> RemovalHandler.gone(unit, out));
        remove(machine, out);
        out.answer(Answer.told("will remove machine " + machine.name()));
    }

    private static String hosting(Machine machine, List<Machine> containers) {
        return "machine "
                + machine.name()
                + " is hosting containers "
                + JujuRefusal.quote(
                        containers.stream().map(Machine::name).collect(Collectors.joining(",")));
    }

    static List<Machine> containers(Machine machine, World world) {
        return JujuView.machines(world, machine.model()).stream()
                .filter(m -> m.isContainer() && m.parent().equals(machine.name()))
                .toList();
    }

    static void remove(Machine machine, Outcome out) {
        out.fact(new MachineRemoved(machine.model(), machine.name()));
        if (machine.hostname().isEmpty()) {
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
