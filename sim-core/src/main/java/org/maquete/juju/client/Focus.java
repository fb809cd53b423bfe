package org.maquete.juju.client;

import java.util.Optional;
import org.maquete.juju.Controller;
import org.maquete.juju.JujuTables;
import org.maquete.juju.JujuView;
import org.maquete.juju.Model;
import org.maquete.kernel.Ref;
import org.maquete.tool.Deed;
import org.maquete.tool.Rejected;
import org.maquete.tool.Session;
import org.maquete.tool.gnuflag.FlagResult;
import org.maquete.world.World;

/**
 * Which controller and model a command is about: the flag, else {@code JUJU_MODEL} or {@code
 * JUJU_CONTROLLER}, else what the client remembers. cmd/modelcmd of juju 3.6.
 */
final class Focus {

    private Focus() {}

    /** Goes on with the model, or says why there is none. */
    @FunctionalInterface
    interface InModel {
        Deed act(Model model);
    }

    /** Goes on with the controller, or says why there is none. */
    @FunctionalInterface
    interface InController {
        Deed act(Controller controller);
    }

    static Deed model(FlagResult.Parsed line, Session session, World world, InModel then) {
        String typed = line.text("model").orElseGet(() -> session.variable("JUJU_MODEL"));
        int colon = typed.indexOf(':');
        String controller = colon < 0 ? "" : typed.substring(0, colon);
        String name = typed.substring(colon + 1);
        return controller(
                controller.isEmpty() ? session.variable("JUJU_CONTROLLER") : controller,
                world,
                found -> inController(found, name, world, then));
    }

    private static Deed inController(
            Controller controller, String name, World world, InModel then) {
        if (name.isEmpty()) {
            Optional<Model> current =
                    JujuView.currentModel(world)
                            .filter(model -> model.controller().equals(controller.name()));
            return current.isPresent()
                    ? then.act(current.get())
                    : reject(ClientText.NO_MODEL, new Ref("model", ""));
        }
        String own = name.startsWith("admin/") ? name.substring("admin/".length()) : name;
        Optional<Model> model = JujuView.model(world, controller.name() + ":" + own);
        return model.isPresent()
                ? then.act(model.get())
                : reject(
                        "model " + controller.name() + ":admin/" + own + " not found",
                        new Ref("model", own));
    }

    static Deed controller(
            FlagResult.Parsed line, Session session, World world, InController then) {
        String typed = line.text("controller").orElseGet(() -> session.variable("JUJU_CONTROLLER"));
        return controller(typed, world, then);
    }

    private static Deed controller(String typed, World world, InController then) {
        if (!typed.isEmpty()) {
            Optional<Controller> named = world.table(JujuTables.CONTROLLERS).find(typed);
            return named.isPresent()
                    ? answering(named.get(), world, then)
                    : reject("controller " + typed + " not found", new Ref("controller", typed));
        }
        Optional<Controller> current = JujuView.currentController(world);
        if (current.isPresent()) {
            return answering(current.get(), world, then);
        }
        boolean none = world.table(JujuTables.CONTROLLERS).count() == 0;
        return reject(
                none ? ClientText.NO_CONTROLLERS : ClientText.NO_CONTROLLER,
                new Ref("controller", ""));
    }

    /**
     * The client tries for minutes before it says this; here it says it at once. api/apiclient.go
     * of juju 3.6, as printed in juju issue 22394 and conjure-up issue 988.
     */
    private static Deed answering(Controller controller, World world, InController then) {
        String model = controller.name() + ":controller";
        if (JujuView.answers(world, model)) {
            return then.act(controller);
        }
        String address =
                JujuView.machine(world, model, "0")
                        .filter(machine -> !machine.addresses().isEmpty())
                        .map(machine -> machine.addresses().getFirst())
                        .orElse("");
        return reject(
                "unable to connect to API: dial tcp "
                        + address
                        + ":17070: connect: no route to host",
                Ref.NONE);
    }

    static Deed reject(String message, Ref missed) {
        return new Deed.Reject(ClientText.error(message, missed));
    }

    static Deed reject(Rejected rejected) {
        return new Deed.Reject(rejected);
    }
}
