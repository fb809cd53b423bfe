package org.maquete.juju.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.juju.AddMachine;
import org.maquete.juju.AddUnit;
import org.maquete.juju.Application;
import org.maquete.juju.Binding;
import org.maquete.juju.Configure;
import org.maquete.juju.DeployApplication;
import org.maquete.juju.Expose;
import org.maquete.juju.Integrate;
import org.maquete.juju.JujuView;
import org.maquete.juju.SpaceView;
import org.maquete.juju.Unit;
import org.maquete.juju.catalog.RelationRefusal;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Command;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Refusal;
import org.maquete.kernel.Registry;
import org.maquete.kernel.Subsystem;
import org.maquete.world.Edits;
import org.maquete.world.TableKey;
import org.maquete.world.World;

/**
 * The loop of the client over the changes of a bundle: deployer/bundlehandler.go, handleChanges.
 * Each change is a command of {@link org.maquete.juju}; the next is asked when the last is
 * answered. It takes no simulated time, as no command of the client does.
 */
public final class BundleDeployer implements Subsystem {

    private static final TableKey<BundleRun> RUNS = TableKey.keyed("juju-bundle.run");

    // instance.ParseContainerType knows both; lxc is taken as lxd, with a word about it
    private static final List<String> CONTAINERS = List.of("lxd", "kvm", "lxc");

    @Override
    public String name() {
        return "juju-bundle";
    }

    @Override
    public void declare(Registry registry) {
        registry.tables(RUNS);
        registry.command(DeployBundle.class, BundleDeployer::deploy);
        registry.fact(
                BundleStarted.class,
                (fact, _, edits) ->
                        edits.insert(
                                RUNS,
                                new BundleRun(
                                        edits.world().table(RUNS).nextId(),
                                        fact.ticket(),
                                        fact.asked(),
                                        List.of(),
                                        0)));
        registry.fact(BundleAdvanced.class, BundleDeployer::advanced);
        registry.fact(
                BundleEnded.class,
                (fact, _, edits) ->
                        edits.remove(
                                RUNS,
                                edits.world().table(RUNS).get(Long.toString(fact.ticket())).id()));
        registry.react(
                BundleStarted.class,
                (fact, world, out) ->
                        advance(
                                world.table(RUNS).get(Long.toString(fact.ticket())),
                                new ArrayList<>(),
                                world,
                                out));
        registry.answered(BundleDeployer::answered);
        registry.refused(BundleDeployer::refused);
        registry.invariant(
                "juju-bundle.run",
                world ->
                        world.table(RUNS).count() == 0
                                ? List.of()
                                : List.of("expected no bundle between two steps, found one"));
    }

    private static void deploy(DeployBundle command, World world, Outcome out) {
        if (JujuView.model(world, command.model()).isEmpty()) {
            out.refuse(
                    Refusal.missing(
                            "not found",
                            "model " + command.model() + " not found",
                            "model",
                            command.model()));
            return;
        }
        out.fact(new BundleStarted(out.answerLater(), command));
    }

    private static void advanced(BundleAdvanced fact, long timeNs, Edits edits) {
        edits.change(
                RUNS, Long.toString(fact.ticket()), run -> run.with(fact.results(), fact.asked()));
    }

    private static Optional<BundleRun> waitingFor(long ticket, World world) {
        return world.table(RUNS).where(run -> run.waitingFor() == ticket).stream().findFirst();
    }

    private static void answered(long ticket, Answer answer, World world, Outcome out) {
        waitingFor(ticket, world).ifPresent(run -> done(run, answer, world, out));
    }

    private static void done(BundleRun run, Answer answer, World world, Outcome out) {
        List<String> results = new ArrayList<>(run.results());
        BundleChange change = run.asked().changes().get(results.size());
        results.add(result(run, change, answer, world));
        advance(run, results, world, out);
    }

    private static void refused(
            long ticket, Command command, Refusal refusal, World world, Outcome out) {
        Optional<BundleRun> found = waitingFor(ticket, world);
        if (found.isEmpty()) {
            return;
        }
        BundleRun run = found.get();
        boolean exists =
                command instanceof Integrate
                        && refusal.code().equals(RelationRefusal.ALREADY_EXISTS);
        if (exists) {
            done(run, Answer.SILENT, world, out);
        } else {
            BundleChange change = run.asked().changes().get(run.results().size());
            fail(run, run.results().size(), context(change) + refusal.message(), out);
        }
    }

    /** What later changes may refer to: the machine that was made or is used. */
    private static String result(BundleRun run, BundleChange change, Answer answer, World world) {
        return switch (change) {
            case BundleChange.AddMachine _ -> {
                String told = answer.text();
                yield told.substring(told.lastIndexOf(' ') + 1);
            }
            case BundleChange.AddUnit unit -> {
                String model = run.asked().model();
                int number =
                        JujuView.application(world, model, unit.application())
                                .map(Application::nextUnit)
                                .orElse(1);
                yield JujuView.unit(world, model, unit.application() + "/" + (number - 1))
                        .map(Unit::machine)
                        .orElse("");
            }
            default -> "";
        };
    }

    private static void advance(BundleRun run, List<String> results, World world, Outcome out) {
        List<BundleChange> changes = run.asked().changes();
        while (results.size() < changes.size()) {
            BundleChange change = changes.get(results.size());
            String objection = objection(change);
            if (!objection.isEmpty()) {
                fail(run, results.size(), context(change) + objection, out);
                return;
            }
            Optional<String> space = unknownSpace(run, change, world);
            if (space.isPresent()) {
                String what = "space " + BundleText.quote(space.get()) + " not found";
                fail(run, results.size(), what, out);
                return;
            }
            Optional<Command> command = command(run, change, results);
            if (command.isPresent()) {
                long asked = out.command(command.get());
                out.fact(new BundleAdvanced(run.ticket(), results, asked));
                return;
            }
            results.add("");
        }
        String told = lines(run.asked().located()) + lxc(changes) + "Deploy of bundle completed.\n";
        out.fact(new BundleEnded(run.ticket(), ""));
        out.answer(run.ticket(), new Answer("Executing changes:\n" + list(changes), told, 0));
    }

    private static void fail(BundleRun run, int index, String message, Outcome out) {
        List<BundleChange> tried = run.asked().changes().subList(0, index + 1);
        String error = "cannot deploy bundle: " + message;
        out.fact(new BundleEnded(run.ticket(), error));
        out.answer(
                run.ticket(),
                new Answer(
                        "Executing changes:\n" + list(tried),
                        lines(run.asked().located()) + lxc(tried) + "ERROR " + error + "\n",
                        1));
    }

    /** A space of the bindings that the model does not know: verifyEndpointBindings. */
    private static Optional<String> unknownSpace(BundleRun run, BundleChange change, World world) {
        if (change instanceof BundleChange.AddApplication application) {
            String model = run.asked().model();
            for (Binding binding : application.bindings()) {
                if (SpaceView.space(world, model, binding.space()).isEmpty()) {
                    return Optional.of(binding.space());
                }
            }
        }
        return Optional.empty();
    }

    /** What the client itself finds wrong with a change. */
    private static String objection(BundleChange change) {
        return switch (change) {
            case BundleChange.AddApplication application -> application.wrong();
            case BundleChange.AddMachine machine
                    when !machine.container().isEmpty()
                            && !CONTAINERS.contains(machine.container()) ->
                    "invalid container type " + BundleText.quote(machine.container());
            default -> "";
        };
    }

    private static Optional<Command> command(
            BundleRun run, BundleChange change, List<String> results) {
        String model = run.asked().model();
        return switch (change) {
            case BundleChange.Told _ -> Optional.empty();
            case BundleChange.AddApplication a ->
                    Optional.of(
                            new DeployApplication(
                                    model,
                                    a.charm(),
                                    a.application(),
                                    0,
                                    List.of(),
                                    a.channel(),
                                    a.base(),
                                    a.constraints(),
                                    a.settings(),
                                    a.bindings()));
            case BundleChange.AddMachine machine ->
                    Optional.of(
                            new AddMachine(
                                    model,
                                    placement(run, machine, results),
                                    machine.base(),
                                    machine.constraints(),
                                    1));
            case BundleChange.AddRelation relation ->
                    Optional.of(new Integrate(model, relation.first(), relation.second()));
            case BundleChange.AddUnit unit -> {
                String to = resolved(run, unit.to(), results);
                yield Optional.of(
                        new AddUnit(
                                model,
                                unit.application(),
                                1,
                                to.isEmpty() ? List.of() : List.of(to)));
            }
            case BundleChange.Expose expose -> Optional.of(new Expose(model, expose.application()));
            case BundleChange.SetOptions options ->
                    Optional.of(
                            new Configure(
                                    model, options.application(), options.settings(), List.of()));
        };
    }

    /** Containers are never made inside containers. */
    private static String placement(
            BundleRun run, BundleChange.AddMachine machine, List<String> results) {
        if (machine.container().isEmpty()) {
            return "";
        }
        String type = machine.container().equals("lxc") ? "lxd" : machine.container();
        String parent = resolved(run, machine.parent(), results);
        return parent.isEmpty() ? type : type + ":" + ExistingModel.topLevel(parent);
    }

    /** The text, or the result of the change that it names with a dollar sign. */
    private static String resolved(BundleRun run, String text, List<String> results) {
        if (!text.startsWith("$")) {
            return text;
        }
        String id = text.substring(1);
        for (int i = 0; i < results.size(); i++) {
            if (run.asked().changes().get(i).id().equals(id)) {
                return results.get(i);
            }
        }
        throw new IllegalStateException("expected " + id + " before what needs it, found none");
    }

    private static String context(BundleChange change) {
        return switch (change) {
            case BundleChange.Told _ -> "";
            case BundleChange.AddApplication a ->
                    "cannot deploy application " + BundleText.quote(a.application()) + ": ";
            case BundleChange.AddMachine machine ->
                    "cannot create machine for holding " + machine.holders() + ": ";
            case BundleChange.AddRelation relation ->
                    "cannot add relation between "
                            + BundleText.quote(relation.first())
                            + " and "
                            + BundleText.quote(relation.second())
                            + ": ";
            case BundleChange.AddUnit unit ->
                    "cannot add unit for application "
                            + BundleText.quote(unit.application())
                            + ": ";
            case BundleChange.Expose expose ->
                    "cannot expose application " + expose.application() + ": ";
            case BundleChange.SetOptions options ->
                    "cannot update options for application "
                            + BundleText.quote(options.application())
                            + ": ";
        };
    }

    private static String lxc(List<BundleChange> changes) {
        boolean hasOld =
                changes.stream()
                        .anyMatch(c ->
                                c instanceof BundleChange.AddMachine machine
                                        && machine.container().equals("lxc"));
        return hasOld
                ? "Bundle has one or more containers specified as lxc. lxc containers are"
                        + " deprecated in Juju 2.0. lxd containers will be deployed instead.\n"
                : "";
    }

    /** The changes as juju prints them. */
    public static String list(List<BundleChange> changes) {
        StringBuilder text = new StringBuilder();
        for (BundleChange change : changes) {
            change.description().forEach(line -> text.append("- ").append(line).append('\n'));
        }
        return text.toString();
    }

    private static String lines(List<String> texts) {
        StringBuilder text = new StringBuilder();
        texts.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
