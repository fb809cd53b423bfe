package org.maquete.juju;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.maquete.juju.catalog.Bases;
import org.maquete.juju.catalog.CharmMetadata;
import org.maquete.juju.catalog.OptionValue;
import org.maquete.juju.catalog.OptionValues;
import org.maquete.juju.catalog.OsRelease;
import org.maquete.juju.catalog.Parsed;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.world.World;

/**
 * What the controller looks at before it deploys: juju 3.6, apiserver/facades/client/application/
 * deployrepository.go. Tags and memory are not among it, MAAS is asked for those later.
 */
final class DeployChecks {

    private final DeployApplication command;
    private final Model model;
    private final CharmMetadata charm;
    private final World world;
    private final List<Refusal> wrong = new ArrayList<>();

    DeployChecks(DeployApplication command, Model model, CharmMetadata charm, World world) {
        this.command = command;
        this.model = model;
        this.charm = charm;
        this.world = world;
    }

    /** The application's name: as asked, or the charm's. */
    static String nameOf(DeployApplication command) {
        return command.application().isEmpty() ? command.charm() : command.application();
    }

    /** All errors, one a line; what the first missed is what the refusal missed. */
    Optional<Refusal> refusal() {
        checkName();
        checkSubordinate();
        checkPlacement();
        checkBase();
        checkSettings();
        checkBindings();
        if (wrong.isEmpty()) {
            return Optional.empty();
        }
        Refusal first = wrong.getFirst();
        String text = wrong.stream().map(Refusal::message).collect(Collectors.joining("\n"));
        return Optional.of(new Refusal(first.code(), first.type(), text, first.missed()));
    }

    /** The base that was asked for, else that of placements, the model, the charm. */
    OsRelease base() {
        String typed = command.base().isEmpty() ? placedBase() : command.base();
        if (!typed.isEmpty()) {
            return Bases.parse(typed).orElseThrow();
        }
        if (model.defaultBase().isEmpty()) {
            return charm.bases().getLast();
        }
        OsRelease usual = Bases.parse(model.defaultBase()).orElseThrow();
        return supports(usual) || charm.subordinate() ? usual : charm.bases().getLast();
    }

    /** state/endpoint_bindings.go, validateForCharm; spaces that are not there the client knows. */
    private void checkBindings() {
        for (Binding binding : command.bindings()) {
            String endpoint = binding.endpoint();
            if (SpaceView.space(world, command.model(), binding.space()).isEmpty()) {
                wrong.add(
                        Refusal.missing(
                                JujuRefusal.NOT_FOUND,
                                "space " + JujuRefusal.quote(binding.space()) + " not found",
                                "space",
                                binding.space()));
            } else if (!endpoint.isEmpty() && !SpaceView.endpoints(charm).contains(endpoint)) {
                wrong.add(
                        JujuRefusal.invalid(
                                "unknown endpoint " + JujuRefusal.quote(endpoint) + " not valid"));
            }
        }
    }

    private void checkName() {
        String name = nameOf(command);
        if (JujuView.application(world, command.model(), name).isPresent()) {
            wrong.add(
                    Refusal.of(
                            JujuRefusal.ALREADY_EXISTS,
                            "cannot add application "
                                    + JujuRefusal.quote(name)
                                    + ": application already exists"));
        }
    }

    private void checkSubordinate() {
        if (!charm.subordinate()) {
            // a bundle adds its units one by one later, so 0 is right here
            if (command.units() < 0) {
                wrong.add(JujuRefusal.invalid("--num-units must be a positive integer"));
            }
            if (world.table(JujuTables.UNITS).count() + command.units()
                    > DeployHandler.UNIT_LIMIT) {
                wrong.add(
                        JujuRefusal.invalid(
                                "more than "
                                        + DeployHandler.UNIT_LIMIT
                                        + " units are not modelled"));
            }
            return;
        }
        if (!command.constraints().isEmpty()) {
            wrong.add(
                    JujuRefusal.invalid(
                            "subordinate application must be deployed without constraints"));
        }
    }

    private void checkPlacement() {
        for (String item : command.placement()) {
            switch (Placement.parse(item)) {
                case Optional<Placement> none when none.isEmpty() ->
                        wrong.add(
                                JujuRefusal.invalid(
                                        "invalid --to parameter " + JujuRefusal.quote(item)));
                case Optional<Placement> some
                        when some.get() instanceof Placement.OnMachine(String machine) ->
                        checkMachine(machine);
                case Optional<Placement> some
                        when some.get() instanceof Placement.Directive directive ->
                        Precheck.of(
                                        directive,
                                        "cannot add application "
                                                + JujuRefusal.quote(nameOf(command))
                                                + ": ",
                                        world)
                                .ifPresent(wrong::add);
                default -> {
                    // a container on a missing machine is accepted: application.go,
                    // checkMachinePlacement; the unit assigner drops it in silence
                }
            }
        }
        List<String> bases = placedBases();
        if (bases.size() > 1) {
            wrong.add(
                    JujuRefusal.invalid(
                            "bases of existing placement machines do not match each other"));
        } else if (bases.size() == 1
                && !command.base().isEmpty()
                && !bases.getFirst().equals(command.base())) {
            wrong.add(
                    JujuRefusal.invalid(
                            "base from placements, "
                                    + JujuRefusal.quote(bases.getFirst())
                                    + ", does not match requested base "
                                    + JujuRefusal.quote(command.base())));
        }
    }

    private void checkMachine(String machine) {
        Optional<Machine> found = JujuView.machine(world, command.model(), machine);
        String prefix =
                "cannot deploy "
                        + JujuRefusal.quote(nameOf(command))
                        + " to machine "
                        + machine
                        + ": ";
        if (found.isEmpty()) {
            wrong.add(
                    Refusal.missing(
                            JujuRefusal.NOT_FOUND,
                            prefix + "machine " + machine + " not found",
                            "machine",
                            machine));
        } else if (charm.subordinate()) {
            wrong.add(JujuRefusal.invalid(prefix + "unit is a subordinate"));
        } else if (found.get().hardware().isEmpty()) {
            wrong.add(
                    new Refusal(
                            "not provisioned",
                            "",
                            "machine "
                                    + JujuRefusal.quote(machine)
                                    + " not started, please retry when started",
                            new Ref("machine", machine)));
        }
    }

    /** The bases of the machines that {@code --to} names and that exist, sorted. */
    private List<String> placedBases() {
        TreeSet<String> bases = new TreeSet<>();
        for (String item : command.placement()) {
            if (Placement.parse(item).orElse(new Placement.Anywhere())
                    instanceof Placement.OnMachine(String machine)) {
                JujuView.machine(world, command.model(), machine)
                        .ifPresent(m -> bases.add(m.base()));
            }
        }
        return List.copyOf(bases);
    }

    private String placedBase() {
        List<String> bases = placedBases();
        return bases.isEmpty() ? "" : bases.getFirst();
    }

    private void checkBase() {
        if (command.base().isEmpty()) {
            return;
        }
        switch (Bases.parse(command.base())) {
            case Parsed.Refused<OsRelease>(String message) ->
                    wrong.add(JujuRefusal.invalid(message));
            case Parsed.Good<OsRelease>(OsRelease base) when !supports(base) ->
                    // GUESS, text
                    wrong.add(
                            JujuRefusal.charm(
                                    "base "
                                            + JujuRefusal.quote(base.display())
                                            + " is not supported, supported bases are: "
                                            + charm.bases().stream()
                                                    .map(OsRelease::display)
                                                    .collect(Collectors.joining(", ")),
                                    charm.name()));
            case Parsed.Good<OsRelease> _ -> {
                // supported
            }
        }
    }

    private boolean supports(OsRelease base) {
        return charm.bases().stream().anyMatch(base::isCompatible);
    }

    private void checkSettings() {
        for (Setting setting : command.settings()) {
            if (OptionValues.parse(charm, setting.option(), setting.value())
                    instanceof Parsed.Refused<OptionValue>(String message)) {
                wrong.add(
                        Refusal.missing(
                                JujuRefusal.NOT_VALID, message, "option", setting.option()));
            }
        }
    }
}
