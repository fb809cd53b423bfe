package org.maquete.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Model;
import org.maquete.kernel.Settings;
import org.maquete.kernel.Simulation;
import org.maquete.observe.Drift;
import org.maquete.observe.Mirror;
import org.maquete.observe.Reader;
import org.maquete.observe.Reading;
import org.maquete.preflight.Plan;

/** {@code mirror}: reads documents of a real cluster into a second world and compares it. */
final class MirrorCommand implements Command {

    private static final String JUJU = "juju status --format json";

    @Override
    public String name() {
        return "mirror";
    }

    @Override
    public String operands() {
        return "";
    }

    @Override
    public String summary() {
        return "read a real cluster's juju status, print it, and its drift from a plan";
    }

    @Override
    public List<Option> options() {
        List<Option> options = new ArrayList<>(PlanReader.OPTIONS);
        options.add(Option.value("--juju", "FILE", "what \"" + JUJU + "\" printed"));
        options.add(Option.values("--plan", "FILE", "a runbook to compare with"));
        options.add(Option.flag("--all", "compare times and addresses too"));
        return options;
    }

    @Override
    public ExitCode run(Arguments arguments, Problems problems, Screen screen) {
        if (!arguments.words().isEmpty()) {
            String found = "\"" + String.join(" ", arguments.words()) + "\"";
            problems.add("mirror", "options only", found, "Maybe --plan is missing before it.");
        }
        if (!arguments.has("--juju")) {
            String advice = "Maybe --juju status.json, made with " + JUJU + ".";
            problems.add("--juju", "a document of the cluster", "none", advice);
        }
        PlanReader reader = new PlanReader(arguments, problems);
        Optional<Plan> plan = reader.read(arguments.all("--plan"), Bundled.corrected("en"));
        Model model = PlanReader.model();
        Mirror mirror = new Mirror(model);
        arguments.value("--juju").ifPresent(file -> take(file, model, mirror, problems));
        if (plan.isEmpty() || !problems.isEmpty()) {
            return ExitCode.UNREADABLE;
        }
        Simulation seen = Simulation.resume(model, Settings.DEFAULT, mirror.world().fork(), 0);
        String table = printed(arguments, model, mirror);
        if (table.isEmpty()) {
            Runs.Printed status = Runs.ask(seen, "juju status");
            table = status.stdout() + status.stderr();
        }
        screen.out().print(table);
        mirror.readings().stream()
                .flatMap(reading -> reading.problems().stream())
                .forEach(p -> screen.say("maquete: not used: " + p.path() + ": " + p.message()));
        return arguments.has("--plan")
                ? drift(plan.get(), mirror, arguments, screen)
                : ExitCode.CLEAN;
    }

    /** The mirror as the Juju that made the document prints it, with its clock. */
    private static String printed(Arguments arguments, Model model, Mirror mirror) {
        Optional<String> text =
                arguments
                        .value("--juju")
                        .flatMap(file -> TextFiles.read(file, JUJU, new Problems()));
        return text.map(document -> reader(model).print(mirror.world(), document)).orElse("");
    }

    private static Reader reader(Model model) {
        return model.contributions(Reader.class).stream()
                .filter(r -> r.source().equals(JUJU))
                .findFirst()
                .orElseThrow();
    }

    private static void take(String file, Model model, Mirror mirror, Problems problems) {
        Optional<String> text = TextFiles.read(file, "the output of " + JUJU, problems);
        Reader reader = reader(model);
        if (text.isEmpty()) {
            return;
        }
        Reading reading = reader.read(text.get());
        if (reading.seen().isEmpty()) {
            String found = reading.problems().isEmpty() ? "nothing in it" : "another document";
            problems.add(file, "the output of " + JUJU, found, "Maybe --format json was left out.");
        } else {
            mirror.take(reading);
        }
    }

    private static ExitCode drift(Plan plan, Mirror mirror, Arguments arguments, Screen screen) {
        Simulation run = plan.start();
        try (ProgressLine progress = new ProgressLine(screen)) {
            Runs.toEnd(run, progress);
        }
        Drift.Look look = arguments.has("--all") ? Drift.Look.EVERYTHING : Drift.Look.USUAL;
        List<String> lines = Drift.between(run.world(), mirror, look).lines();
        screen.out().print("\n");
        if (lines.isEmpty()) {
            screen.out().print("No drift from the plan.\n");
            return ExitCode.CLEAN;
        }
        lines.forEach(line -> screen.out().print(line + "\n"));
        return ExitCode.FOUND;
    }
}
