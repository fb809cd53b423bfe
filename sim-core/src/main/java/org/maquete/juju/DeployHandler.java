package org.maquete.juju;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.juju.catalog.CharmMetadata;
import org.maquete.juju.catalog.ConfigOption;
import org.maquete.juju.catalog.InferredRelation;
import org.maquete.juju.catalog.OsRelease;
import org.maquete.juju.catalog.RelationInference;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.world.World;

/**
 * Decides about {@code juju deploy} and {@code juju add-unit}: DeployFromRepository of juju 3.6,
 * which collects its errors and reports all.
 */
final class DeployHandler {

    // <10,000 units in a model, beyond what Juju is tested with>: GUESS
    static final int UNIT_LIMIT = 10_000;

    private final CharmCatalog catalog;

    DeployHandler(CharmCatalog catalog) {
        this.catalog = catalog;
    }

    void deploy(DeployApplication command, World world, Outcome out) {
        Optional<Model> model = JujuView.model(world, command.model());
        Optional<CharmMetadata> charm = catalog.find(command.charm());
        if (model.isEmpty()) {
            out.refuse(JujuRefusal.model(command.model()));
            return;
        }
        if (charm.isEmpty()) {
            // GUESS, text: the error of Charmhub's refresh API as Juju wraps it
            out.refuse(
                    JujuRefusal.charm(
                            "resolving with preferred channel: No charm or bundle with name "
                                    + JujuRefusal.quote(command.charm())
                                    + " found",
                            command.charm()));
            return;
        }
        DeployChecks checks = new DeployChecks(command, model.get(), charm.get(), world);
        Optional<Refusal> refusal = checks.refusal();
        if (refusal.isPresent()) {
            out.refuse(refusal.get());
            return;
        }
        add(command, charm.get(), checks.base(), world, out);
    }

    private static void add(
            DeployApplication command,
            CharmMetadata charm,
            OsRelease base,
            World world,
            Outcome out) {
        String name = DeployChecks.nameOf(command);
        String channel =
                command.channel().isEmpty() ? charm.channel().toString() : command.channel();
        if (!world.table(JujuTables.CHARMS).has(charm.name())) {
            out.fact(new CharmAdded(charm.name(), defaults(charm)));
        }
        out.fact(
                new ApplicationAdded(
                        command.model(),
                        name,
                        charm.name(),
                        channel,
                        charm.revision(),
                        base.display(),
                        charm.subordinate(),
                        command.constraints(),
                        Settings.merged(List.of(), command.settings(), List.of())));
        bind(command, name, charm, out);
        peers(command.model(), name, charm, world, out);
        if (!charm.subordinate()) {
            units(command.model(), name, command.units(), 0, command.placement(), out);
        }
        out.answer(
                Answer.told(
                        "Deployed "
                                + JujuRefusal.quote(name)
                                + " from charm-hub charm "
                                + JujuRefusal.quote(charm.name())
                                + ", revision "
                                + charm.revision()
                                + " in channel "
                                + channel
                                + " on "
                                + base));
    }

    private static void bind(
            DeployApplication command, String name, CharmMetadata charm, Outcome out) {
        if (!command.bindings().isEmpty()) {
            Map<String, String> usual = new TreeMap<>();
            usual.put("", SpaceView.ALPHA);
            SpaceView.endpoints(charm).forEach(endpoint -> usual.put(endpoint, SpaceView.ALPHA));
            Map<String, String> spaces = SpaceHandler.merged(usual, command.bindings());
            out.fact(SpaceHandler.bound(command.model(), name, spaces));
        }
    }

    /** The options of a charm that have a default. */
    static List<Setting> defaults(CharmMetadata charm) {
        List<Setting> defaults = new ArrayList<>(charm.options().size());
        for (ConfigOption option : charm.options().values()) {
            if (option.defaultValue().isPresent()) {
                defaults.add(new Setting(option.name(), option.defaultValue().get().text()));
            }
        }
        return Settings.sorted(defaults);
    }

    /** The peer relations that come with an application. */
    static void peers(
            String model, String application, CharmMetadata charm, World world, Outcome out) {
        int number = world.table(JujuTables.MODELS).get(model).nextRelation();
        for (InferredRelation peer : RelationInference.peers(application, charm)) {
            String endpoint = peer.provider().toString();
            out.fact(
                    new RelationAdded(
                            model,
                            number++,
                            endpoint,
                            endpoint,
                            peer.interfaceName(),
                            true,
                            false));
        }
    }

    private static void units(
            String model,
            String application,
            int count,
            int first,
            List<String> placement,
            Outcome out) {
        for (int i = 0; i < count; i++) {
            String item = i < placement.size() ? placement.get(i) : "";
            String unit = application + "/" + (first + i);
            out.fact(new UnitAdded(model, unit, application, "", item));
        }
    }

    void addUnit(AddUnit command, World world, Outcome out) {
        Optional<Application> found =
                Named.application(command.model(), command.application(), world, out);
        if (found.isEmpty()) {
            return;
        }
        Application application = found.get();
        if (application.subordinate()) {
            out.refuse(
                    JujuRefusal.invalid(
                            "cannot add unit to application "
                                    + JujuRefusal.quote(application.name())
                                    + ": application is a subordinate"));
            return;
        }
        if (world.table(JujuTables.UNITS).count() + command.count() > UNIT_LIMIT) {
            out.refuse(JujuRefusal.invalid("more than " + UNIT_LIMIT + " units are not modelled"));
            return;
        }
        List<Refusal> wrong = placementProblems(command, application, world);
        if (!wrong.isEmpty()) {
            Ref missed = wrong.getFirst().missed();
            String text = wrong.stream().map(Refusal::message).collect(Collectors.joining("\n"));
            out.refuse(new Refusal(wrong.getFirst().code(), "", text, missed));
            return;
        }
        units(
                command.model(),
                application.name(),
                command.count(),
                application.nextUnit(),
                command.placement(),
                out);
    }

    private static List<Refusal> placementProblems(
            AddUnit command, Application application, World world) {
        List<Refusal> wrong = new ArrayList<>();
        for (String item : command.placement()) {
            Optional<Placement> placement = Placement.parse(item);
            if (placement.isEmpty()) {
                wrong.add(JujuRefusal.invalid("invalid --to parameter " + JujuRefusal.quote(item)));
            } else if (placement.get() instanceof Placement.OnMachine(String machine)
                    && JujuView.machine(world, command.model(), machine).isEmpty()) {
                wrong.add(
                        Refusal.missing(
                                JujuRefusal.NOT_FOUND,
                                "cannot add units for application "
                                        + JujuRefusal.quote(application.name())
                                        + " to machine "
                                        + machine
                                        + ": machine "
                                        + machine
                                        + " not found",
                                "machine",
                                machine));
            }
        }
        return wrong;
    }
}
