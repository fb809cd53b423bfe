package org.maquete.juju;

import java.util.Optional;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Refusal;
import org.maquete.world.World;

/** Decides about clouds, credentials, models and what the client looks at. */
final class CloudHandler {

    // juju/names: what a model may be called
    private static final String MODEL_NAME = "[a-z0-9]+[a-z0-9-]*";

    private CloudHandler() {}

    static void addCloud(AddCloud command, World world, Outcome out) {
        if (world.table(JujuTables.CLOUDS).has(command.name())) {
            // GUESS, text
            out.refuse(
                    Refusal.of(
                            JujuRefusal.ALREADY_EXISTS,
                            "local cloud "
                                    + JujuRefusal.quote(command.name())
                                    + " already exists"));
            return;
        }
        out.fact(new CloudAdded(command.name(), command.type(), command.endpoint()));
        out.answer(
                Answer.told(
                        "Cloud "
                                + JujuRefusal.quote(command.name())
                                + " successfully added to your local client."));
    }

    static void addCredential(AddCredential command, World world, Outcome out) {
        if (!world.table(JujuTables.CLOUDS).has(command.cloud())) {
            // GUESS, text
            out.refuse(
                    Refusal.missing(
                            JujuRefusal.NOT_FOUND,
                            "cloud " + JujuRefusal.quote(command.cloud()) + " not found",
                            "cloud",
                            command.cloud()));
            return;
        }
        out.fact(new CredentialAdded(command.cloud(), command.name()));
        out.answer(
                Answer.told(
                        "Credential "
                                + JujuRefusal.quote(command.name())
                                + " added locally for cloud "
                                + JujuRefusal.quote(command.cloud())
                                + "."));
    }

    static void addModel(AddModel command, World world, Outcome out) {
        Optional<Controller> controller =
                world.table(JujuTables.CONTROLLERS).find(command.controller());
        if (controller.isEmpty()) {
            out.refuse(
                    Refusal.missing(
                            JujuRefusal.NOT_FOUND,
                            "controller " + JujuRefusal.quote(command.controller()) + " not found",
                            "controller",
                            command.controller()));
            return;
        }
        if (!command.name().matches(MODEL_NAME)) {
            out.refuse(
                    JujuRefusal.invalid(
                            JujuRefusal.quote(command.name())
                                    + " is not a valid name: model names may only contain lowercase"
                                    + " letters, digits and hyphens"));
            return;
        }
        String key = command.controller() + ":" + command.name();
        if (world.table(JujuTables.MODELS).has(key)) {
            // GUESS, text
            out.refuse(
                    Refusal.of(
                            JujuRefusal.ALREADY_EXISTS,
                            "failed to create new model: model "
                                    + JujuRefusal.quote(command.name())
                                    + " for admin already exists"));
            return;
        }
        String uuid = out.draws(key, "uuid", 0).uuid();
        out.fact(new ModelAdded(command.controller(), command.name(), uuid, command.defaultBase()));
        out.fact(new ModelSwitched(command.controller(), key));
        Controller made = controller.get();
        String credential = world.table(JujuTables.CLOUDS).get(made.cloud()).credential();
        out.answer(
                Answer.told(
                        "Added '"
                                + command.name()
                                + "' model on "
                                + made.cloud()
                                + "/"
                                + made.region()
                                + " with credential '"
                                + credential
                                + "' for user 'admin'"));
    }

    static void switchModel(SwitchModel command, World world, Outcome out) {
        String before = spoken(JujuView.currentController(world), JujuView.currentModel(world));
        Optional<Model> model = modelOf(command.target(), world);
        if (model.isEmpty()) {
            out.refuse(
                    Refusal.missing(
                            JujuRefusal.NOT_FOUND,
                            JujuRefusal.quote(command.target())
                                    + " is not the name of a model or controller",
                            "model",
                            command.target().substring(command.target().indexOf(':') + 1)));
            return;
        }
        Controller controller = world.table(JujuTables.CONTROLLERS).get(model.get().controller());
        String after = spoken(Optional.of(controller), model);
        if (before.equals(after)) {
            out.answer(Answer.told(after + " (no change)"));
            return;
        }
        out.fact(new ModelSwitched(controller.name(), model.get().key()));
        out.answer(Answer.told(before.isEmpty() ? "-> " + after : before + " -> " + after));
    }

    /** A controller's name comes before a model's name of the current controller. */
    private static Optional<Model> modelOf(String target, World world) {
        String current = JujuView.currentController(world).map(Controller::name).orElse("");
        int colon = target.indexOf(':');
        if (colon < 0 && world.table(JujuTables.CONTROLLERS).has(target)) {
            return target.equals(current)
                    ? JujuView.currentModel(world)
                    : JujuView.model(world, target + ":controller");
        }
        String controller = colon <= 0 ? current : target.substring(0, colon);
        String name = target.substring(colon + 1);
        String owned = name.startsWith("admin/") ? name.substring("admin/".length()) : name;
        return JujuView.model(world, controller + ":" + (owned.isEmpty() ? "controller" : owned));
    }

    private static String spoken(Optional<Controller> controller, Optional<Model> model) {
        return model.map(m -> m.controller() + ":admin/" + m.name())
                .or(() -> controller.map(c -> c.name() + " (controller)"))
                .orElse("");
    }
}
