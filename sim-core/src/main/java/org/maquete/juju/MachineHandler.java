package org.maquete.juju;

import java.util.List;
import java.util.Optional;
import org.maquete.juju.catalog.Bases;
import org.maquete.juju.catalog.OsRelease;
import org.maquete.juju.catalog.Parsed;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Refusal;
import org.maquete.world.World;

/** Decides about {@code juju add-machine}. */
final class MachineHandler {

    private static final String USUAL_BASE =
            "ubuntu@22.04"; // GUESS: when neither model nor line say

    private static final String CONTEXT =
            "cannot add a new machine: "; // state/addmachine.go, AddMachines

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
            case Placement.OnMachine _ ->
                    // cmd/juju/machine/add.go, Run
                    out.refuse(
                            JujuRefusal.invalid(
                                    "machine-id cannot be specified when adding machines"));
            case Placement.Directive directive -> directed(command, base, directive, world, out);
            case Placement.Anywhere() -> several(command, base, command.constraints(), world, out);
        }
    }

    private static void directed(
            AddMachine command,
            String base,
            Placement.Directive directive,
            World world,
            Outcome out) {
        Optional<Refusal> refusal = Precheck.of(directive, CONTEXT, world);
        if (refusal.isPresent()) {
            out.refuse(refusal.get());
            return;
        }
        String constraints = (command.constraints() + " to=" + directive.text()).strip();
        several(command, base, constraints, world, out);
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
            Refusal missing = JujuRefusal.machine(host);
            out.refuse(
                    Refusal.missing(missing.code(), CONTEXT + missing.message(), "machine", host));
            return;
        }
        int number = JujuView.machine(world, model, parent).map(Machine::nextContainer).orElse(0);
        String name = parent + "/lxd/" + number;
        out.fact(new MachineAdded(model, name, base, ""));
        out.answer(Answer.told("created container " + name));
    }

    static List<Machine> containers(Machine machine, World world) {
        return JujuView.machines(world, machine.model()).stream()
                .filter(m -> m.isContainer() && m.parent().equals(machine.name()))
                .toList();
    }
}
