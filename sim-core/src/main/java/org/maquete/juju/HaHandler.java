package org.maquete.juju;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.world.World;

/**
 * Decides about {@code juju enable-ha}: juju 3.6 state/enableha.go. New controllers are machines of
 * the model {@code controller} with a unit of the application {@code controller}; they vote as soon
 * as their agent runs.
 */
final class HaHandler {

    // <7 controllers>: the limit of MongoDB's replica sets, juju 3.6 core/controller MaxPeers
    private static final int CONTROLLER_COUNT_MAX = 7;
    // <3 controllers>: juju 3.6 state/enableha.go, when no number is asked for
    private static final int CONTROLLER_COUNT_USUAL = 3;

    private HaHandler() {}

    static void enable(EnableHa command, World world, Outcome out) {
        List<Machine> there = ControllerView.machines(world, command.controller());
        int voting = ControllerView.voting(world, command.controller()).size();
        int wanted = command.count();
        if (wanted > CONTROLLER_COUNT_MAX) {
            String text = "controller count is too large (allowed " + CONTROLLER_COUNT_MAX + ")";
            out.refuse(JujuRefusal.invalid(text));
            return;
        }
        if (wanted == 0) {
            wanted = Math.max(voting + (voting + 1) % 2, CONTROLLER_COUNT_USUAL);
        }
        if (wanted < voting) {
            out.refuse(
                    JujuRefusal.invalid(
                            "failed to enable HA with "
                                    + wanted
                                    + " controllers: cannot remove controllers with enable-ha, use"
                                    + " remove-machine and chose the controller(s) to remove"));
            return;
        }
        add(command, wanted - there.size(), there, world, out);
    }

    private static void add(
            EnableHa command, int count, List<Machine> there, World world, Outcome out) {
        if (count <= 0) {
            return;
        }
        String model = command.controller() + ":controller";
        Application application = world.table(JujuTables.APPLICATIONS).get(model, "controller");
        List<String> converted = new ArrayList<>();
        List<String> added = new ArrayList<>();
        int machine = world.table(JujuTables.MODELS).get(model).nextMachine();
        for (int i = 0; i < count; i++) {
            String item = i < command.placement().size() ? command.placement().get(i) : "";
            Optional<Refusal> missing = missing(model, item, world);
            if (missing.isPresent()) {
                out.refuse(missing.get());
                return;
            }
            String name = item;
            if (isMachine(item)) {
                converted.add(name);
            } else {
                name = Integer.toString(machine++);
                added.add(name);
                String words = constraints(command, there) + (item.isEmpty() ? "" : " to=" + item);
                out.fact(new MachineAdded(model, name, application.base(), words.strip()));
            }
            String unit = "controller/" + (application.nextUnit() + i);
            out.fact(new UnitAdded(model, unit, "controller", "", name));
        }
        List<String> kept = there.stream().map(Machine::name).toList();
        out.answer(
                Answer.of(
                        line("maintaining", kept)
                                + line("adding", added)
                                + line("converting", converted)));
    }

    private static boolean isMachine(String item) {
        return Placement.parse(item).orElse(new Placement.Anywhere())
                instanceof Placement.OnMachine;
    }

    private static Optional<Refusal> missing(String model, String item, World world) {
        return isMachine(item) && JujuView.machine(world, model, item).isEmpty()
                ? Optional.of(JujuRefusal.machine(item).missing(new Ref("machine", item)))
                : Optional.empty();
    }

    private static String constraints(EnableHa command, List<Machine> there) {
        return command.constraints().isEmpty() && !there.isEmpty()
                ? there.getFirst().constraints()
                : command.constraints();
    }

    private static String line(String what, List<String> machines) {
        return machines.isEmpty() ? "" : what + " machines: " + String.join(", ", machines) + "\n";
    }
}
