package org.maquete.juju.client;

import java.util.Optional;
import org.maquete.juju.Controller;
import org.maquete.juju.JujuView;
import org.maquete.juju.Model;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Ref;
import org.maquete.tool.Deed;
import org.maquete.world.World;

/** What the client prints about clouds and models. */
final class CloudText {

    private CloudText() {}

    /** The advice behind {@code add-cloud}: cmd/juju/cloud/add.go. */
    static Answer added(Answer server, String cloud) {
        return new Answer(
                server.stdout(),
                server.stderr()
                        + "You will need to add a credential for this cloud (`juju add-credential "
                        + cloud
                        + "`)\n"
                        + "before you can use it to bootstrap a controller (`juju bootstrap "
                        + cloud
                        + "`) or\n"
                        + "to create a model (`juju add-model <your model name> "
                        + cloud
                        + "`).\n",
                server.exit());
    }

    /** {@code juju switch} without a target: cmd/juju/commands/switch.go. */
    static Deed current(World world) {
        Optional<Model> model = JujuView.currentModel(world);
        Optional<Controller> controller = JujuView.currentController(world);
        if (model.isPresent()) {
            String name = model.get().controller() + ":admin/" + model.get().name();
            return new Deed.Say(Answer.of(name));
        }
        return controller.isPresent()
                ? new Deed.Say(Answer.of(controller.get().name()))
                : Focus.reject("no currently specified model", new Ref("model", ""));
    }
}
