package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.juju.Controller;
import org.maquete.juju.ControllerView;
import org.maquete.juju.JujuTables;
import org.maquete.juju.JujuView;
import org.maquete.juju.Machine;
import org.maquete.juju.Model;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Ref;
import org.maquete.tool.Deed;
import org.maquete.tool.Parsed;
import org.maquete.tool.gnuflag.Flag;
import org.maquete.tool.gnuflag.FlagResult;
import org.maquete.world.World;

/**
 * {@code juju show-controller}: the keys of cmd/juju/controller/showcontroller.go of juju 3.6, in
 * their order. Certificates, the controller's own UUID and the version of its database are not
 * known here and left out.
 */
final class ControllerVerb {

    private ControllerVerb() {}

    static List<ClientVerb> verbs() {
        return List.of(
                ClientVerb.outside(
                        "show-controller",
                        "",
                        ControllerVerb::read,
                        Flag.bool("show-password"),
                        Flag.text("format"),
                        Flag.text("output", "o")));
    }

    private static Parsed read(FlagResult.Parsed line) {
        String format = line.text("format").orElse("yaml");
        if (!format.equals("yaml") || line.text("output").isPresent()) {
            return new Parsed.NotModelled("juju show-controller --format " + format);
        }
        List<String> names = line.words();
        return new Parsed.Right(
                Call.of((session, world) ->
                        names.isEmpty()
                                ? Focus.controller(
                                        line, session, world, c -> show(List.of(c.name()), world))
                                : show(names, world)));
    }

    private static Deed show(List<String> names, World world) {
        StringBuilder text = new StringBuilder();
        for (String name : names) {
            Optional<Controller> found = world.table(JujuTables.CONTROLLERS).find(name);
            if (found.isEmpty()) {
                return Focus.reject(
                        "controller " + name + " not found", new Ref("controller", name));
            }
            controller(found.get(), world, text);
        }
        return new Deed.Say(Answer.of(text.toString()));
    }

    private static void controller(Controller controller, World world, StringBuilder text) {
        List<Machine> machines = ControllerView.machines(world, controller.name());
        text.append(controller.name()).append(":\n  details:\n");
        text.append("    api-endpoints: [").append(endpoints(machines)).append("]\n");
        text.append("    cloud: ").append(controller.cloud()).append('\n');
        text.append("    region: ").append(controller.region()).append('\n');
        text.append("    agent-version: ").append(controller.version()).append('\n');
        text.append("    controller-model-version: ").append(controller.version()).append('\n');
        text.append("  controller-machines:\n");
        for (Machine machine : machines) {
            text.append("    \"").append(machine.name()).append("\":\n");
            if (!machine.instanceId().isEmpty()) {
                text.append("      instance-id: ").append(machine.instanceId()).append('\n');
            }
            // GUESS: a single controller has no such line
            if (machines.size() > 1) {
                text.append("      ha-status: ").append(haStatus(machine)).append('\n');
            }
        }
        text.append("  models:\n");
        JujuView.models(world, controller.name()).forEach(model -> model(model, world, text));
        JujuView.currentModel(world)
                .filter(model -> model.controller().equals(controller.name()))
                .ifPresent(model ->
                        text.append("  current-model: admin/").append(model.name()).append('\n'));
        text.append("  account:\n    user: admin\n    access: superuser\n");
    }

    /** Each address with the port of the API: 17070 unless bootstrap says otherwise. */
    private static String endpoints(List<Machine> machines) {
        List<String> endpoints = new ArrayList<>();
        for (Machine machine : machines) {
            for (String address : machine.addresses()) {
                endpoints.add("'" + address + ":17070'");
            }
        }
        return String.join(", ", endpoints);
    }

    /** What status and show-controller call a machine with a vote: core/controller of juju 3.6. */
    private static String haStatus(Machine machine) {
        return switch (machine.agent().current()) {
            case "started" -> "ha-enabled";
            case "down" -> "down, lost connection";
            default -> "ha-pending";
        };
    }

    private static void model(Model model, World world, StringBuilder text) {
        text.append("    ").append(model.name()).append(":\n");
        text.append("      model-uuid: ").append(model.uuid()).append('\n');
        int machines = 0;
        int cores = 0;
        for (Machine machine : JujuView.machines(world, model.key())) {
            if (!machine.isContainer()) {
                machines++;
                cores += cores(machine.hardware());
            }
        }
        int units = JujuView.units(world, model.key()).size();
        count("machine-count", machines, text);
        count("core-count", cores, text);
        count("unit-count", units, text);
    }

    private static void count(String key, int count, StringBuilder text) {
        if (count > 0) {
            text.append("      ").append(key).append(": ").append(count).append('\n');
        }
    }

    private static int cores(String hardware) {
        for (String word : hardware.split(" ", -1)) {
            if (word.startsWith("cores=")) {
                return Integer.parseInt(word.substring("cores=".length()));
            }
        }
        return 0;
    }
}
