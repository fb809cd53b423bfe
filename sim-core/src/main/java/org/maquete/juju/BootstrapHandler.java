package org.maquete.juju;

import java.util.List;
import java.util.Optional;
import org.maquete.host.StartService;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.juju.catalog.CharmMetadata;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Refusal;
import org.maquete.maas.MaasView;
import org.maquete.maas.ReleaseMachine;
import org.maquete.world.World;

/** Decides about {@code juju bootstrap}: a machine with the controller on it. */
final class BootstrapHandler {

    private static final String VERSION = "3.6.26"; // the modelled agents
    private static final String BASE = "ubuntu@24.04"; // juju 3.6, version/series default: GUESS

    private final CharmCatalog catalog;

    BootstrapHandler(CharmCatalog catalog) {
        this.catalog = catalog;
    }

    static void bootstrap(Bootstrap command, World world, Outcome out) {
        Optional<Refusal> refusal = refusal(command, world);
        if (refusal.isPresent()) {
            out.refuse(refusal.get());
            return;
        }
        String controller = command.controller();
        String key = controller + ":controller";
        String base = command.base().isEmpty() ? BASE : command.base();
        out.fact(
                new BootstrapStarted(
                        controller, command.cloud(), "default", VERSION, out.answerLater()));
        out.fact(new ModelAdded(controller, "controller", out.draws(key, "uuid", 0).uuid(), base));
        out.fact(new MachineAdded(key, "0", base, withMemory(command.constraints())));
    }

    // <3584 MiB>: juju 3.6 cmd/juju/commands/bootstrap.go, withDefaultControllerConstraints
    private static String withMemory(String constraints) {
        boolean says =
                !ConstraintWords.value(constraints, "mem").isEmpty()
                        || !ConstraintWords.value(constraints, "cores").isEmpty();
        return says ? constraints : (constraints + " mem=3584M").strip();
    }

    private static Optional<Refusal> refusal(Bootstrap command, World world) {
        Optional<Cloud> cloud = world.table(JujuTables.CLOUDS).find(command.cloud());
        if (cloud.isEmpty()) {
            return Optional.of(
                    Refusal.missing(
                            JujuRefusal.NOT_FOUND,
                            "unknown cloud "
                                    + JujuRefusal.quote(command.cloud())
                                    + ", please try \"juju update-public-clouds\"",
                            "cloud",
                            command.cloud()));
        }
        if (cloud.get().credential().isEmpty()) {
            // GUESS, text
            return Optional.of(
                    Refusal.missing(
                            JujuRefusal.NOT_FOUND,
                            "detecting credentials for "
                                    + JujuRefusal.quote(command.cloud())
                                    + " cloud provider: credentials not found",
                            "credential",
                            command.cloud()));
        }
        if (world.table(JujuTables.CONTROLLERS).has(command.controller())) {
            return Optional.of(
                    Refusal.of(
                            JujuRefusal.ALREADY_EXISTS,
                            "controller "
                                    + JujuRefusal.quote(command.controller())
                                    + " already exists"));
        }
        return Optional.empty();
    }

    static boolean isBootstrapping(World world, String model) {
        String controller = model.substring(0, model.indexOf(':'));
        return world.table(JujuTables.BOOTSTRAPPINGS).has(controller);
    }

    static void failed(Machine machine, String why, World world, Outcome out) {
        Controller controller = controllerOf(machine.model(), world);
        long ticket = world.table(JujuTables.BOOTSTRAPPINGS).get(controller.name()).ticket();
        if (!machine.hostname().isEmpty()) {
            out.command(new ReleaseMachine(machine.hostname()));
        }
        out.fact(new BootstrapFailed(controller.name(), why));
        // GUESS, the words around the reason: juju 3.6 environs/bootstrap, provider/common
        out.answer(
                ticket,
                Answer.failed(
                        1,
                        begun(controller)
                                + "ERROR failed to bootstrap model: cannot start bootstrap"
                                + " instance: "
                                + why));
    }

    static void deployed(Machine machine, World world, Outcome out) {
        out.schedule(
                out.draw(JujuSpans.BOOTSTRAP, machine.key(), 0),
                new BootstrapDue(controllerOf(machine.model(), world).name()));
    }

    /** The agent runs, the controller answers, and its own application is there. */
    void due(BootstrapDue event, World world, Outcome out) {
        if (!world.table(JujuTables.BOOTSTRAPPINGS).has(event.controller())) {
            return;
        }
        String model = event.controller() + ":controller";
        Machine machine = world.table(JujuTables.MACHINES).get(model + " 0");
        if (Truth.isDown(world, machine.hostname())) {
            failed(machine, "the machine does not answer", world, out);
            return;
        }
        long ticket = world.table(JujuTables.BOOTSTRAPPINGS).get(event.controller()).ticket();
        out.fact(new ControllerBecameAvailable(event.controller()));
        out.fact(new ModelSwitched(event.controller(), model));
        out.fact(new MachineAgentChanged(model, "0", "started", ""));
        out.command(new StartService(machine.hostname(), Truth.agentService(machine)));
        catalog.find("juju-controller").ifPresent(charm -> own(model, machine, charm, world, out));
        out.answer(ticket, Answer.told(transcript(machine, world)));
    }

    private static void own(
            String model, Machine machine, CharmMetadata charm, World world, Outcome out) {
        if (!world.table(JujuTables.CHARMS).has(charm.name())) {
            out.fact(new CharmAdded(charm.name(), DeployHandler.defaults(charm)));
        }
        out.fact(
                new ApplicationAdded(
                        model,
                        "controller",
                        charm.name(),
                        charm.channel().toString(),
                        charm.revision(),
                        machine.base(),
                        false,
                        "",
                        List.of()));
        DeployHandler.peers(model, "controller", charm, world, out);
        out.fact(new UnitAdded(model, "controller/0", "controller", "", "0"));
    }

    private static Controller controllerOf(String model, World world) {
        return world.table(JujuTables.CONTROLLERS).get(model.substring(0, model.indexOf(':')));
    }

    private static String begun(Controller controller) {
        String place = controller.cloud() + "/" + controller.region();
        return "Creating Juju controller "
                + JujuRefusal.quote(controller.name())
                + " on "
                + place
                + "\nLooking for packaged Juju agent version "
                + controller.version()
                + " for amd64\nLaunching controller instance(s) on "
                + place
                + "...\n";
    }

    // GUESS, parts of the text: juju 3.6 cmd/juju/commands/bootstrap.go from memory
    private static String transcript(Machine machine, World world) {
        Controller controller = controllerOf(machine.model(), world);
        String address = MaasView.addressOf(world, machine.hostname());
        return begun(controller)
                + " - "
                + machine.instanceId()
                + " ("
                + machine.hardware()
                + ")\n"
                + "Installing Juju agent on bootstrap instance\n"
                + "Waiting for address\n"
                + "Attempting to connect to "
                + address
                + ":22\n"
                + "Connected to "
                + address
                + "\n"
                + "Running machine configuration script...\n"
                + "Bootstrap agent now started\n"
                + "Contacting Juju controller at "
                + address
                + " to verify accessibility...\n\n"
                + "Bootstrap complete, controller "
                + JujuRefusal.quote(controller.name())
                + " is now available\n"
                + "Controller machines are in the \"controller\" model\n\n"
                + "Now you can run\n\tjuju add-model <model-name>\n"
                + "to create a new model to deploy workloads.";
    }
}
