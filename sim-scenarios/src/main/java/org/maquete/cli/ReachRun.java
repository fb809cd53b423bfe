package org.maquete.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.maquete.hardware.HardwareView;
import org.maquete.hardware.Machine;
import org.maquete.kernel.Origin;
import org.maquete.kernel.Refusal;
import org.maquete.kernel.Simulation;
import org.maquete.operator.Pace;
import org.maquete.operator.TypeScript;
import org.maquete.preflight.Plan;
import org.maquete.runbook.SourceText;
import org.maquete.whatif.Branches;
import org.maquete.whatif.Disturbance;
import org.maquete.whatif.WhatIf;

/** Brings a plan to the time at which its network is asked about. */
final class ReachRun {

    /** What {@code trace} and {@code reachability} have in common beside the plan. */
    static final List<Option> OPTIONS =
            List.of(
                    Option.value("--at", "TIME", "ask at this time; default: at the end"),
                    Option.values("--then", "COMMAND", "type this first"),
                    Option.value("--format", "text|json", "default text"));

    private final Arguments arguments;
    private final Problems problems;
    private final Screen screen;
    private final PlanReader reader;
    private final OptionalLong atNs;
    private final boolean isJson;

    ReachRun(Arguments arguments, Problems problems, Screen screen) {
        this.arguments = arguments;
        this.problems = problems;
        this.screen = screen;
        reader = new PlanReader(arguments, problems);
        atNs = arguments.duration("--at");
        isJson = arguments.choice("--format", List.of("text", "json")).equals("json");
    }

    String language() {
        return reader.language();
    }

    boolean isJson() {
        return isJson;
    }

    /** The run of a plan with what is typed behind it. */
    Optional<Simulation> run(List<String> files) {
        return plain(files).map(run -> then(run, arguments.all("--then")));
    }

    /** The run of a plan; the bundled one without files. */
    Optional<Simulation> plain(List<String> files) {
        Optional<Plan> plan = reader.read(files, Bundled.corrected(reader.language()));
        if (plan.isEmpty() || !problems.isEmpty()) {
            return Optional.empty();
        }
        Simulation run = plan.get().start();
        try (ProgressLine progress = new ProgressLine(screen)) {
            if (atNs.isPresent()) {
                Runs.until(run, atNs.getAsLong(), progress);
            } else {
                Runs.toEnd(run, progress);
            }
        }
        RefusedLines.tellRefused(run, screen);
        return Optional.of(run);
    }

    /** A branch in which these lines are typed, and what they start has settled. */
    Simulation then(Simulation run, List<String> lines) {
        if (lines.isEmpty()) {
            return run;
        }
        Simulation branch = run.fork();
        SourceText text = new SourceText("--then", String.join("\n", lines) + "\n");
        branch.submit(new TypeScript(List.of(text), Pace.HASTY), new Origin.Person("types more"));
        branch.runToEnd();
        RefusedLines.tellSince(run, branch, screen);
        return branch;
    }

    /** The bundled plan, or the one typed, with and without disturbances, {@code --for} later. */
    Optional<Branches> disturbed(FaultReader reads, String command) {
        Optional<Plan> plan = reader.read(Bundled.corrected(reader.language()));
        if (plan.isEmpty()) {
            return Optional.empty();
        }
        Simulation run = plan.get().start();
        List<Fault> faults =
                reads.read(HardwareView.machines(run.world()).stream().map(Machine::name).toList());
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        try (ProgressLine progress = new ProgressLine(screen)) {
            Runs.until(run, faults.getFirst().timeNs(), progress);
        }
        List<Disturbance> disturbances = new FaultCommands(run.world(), problems).of(faults);
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        WhatIf.Question question = new WhatIf.Question(disturbances, arguments.duration("--for"));
        return switch (WhatIf.ask(run, question)) {
            case WhatIf.Impossible(List<Refusal> refusals) -> {
                for (Refusal refusal : refusals) {
                    problems.add(
                            command,
                            "a disturbance that is possible",
                            refusal.message(),
                            "Maybe another time or another machine.");
                }
                yield Optional.empty();
            }
            case WhatIf.Answered(Branches branches) -> Optional.of(branches);
        };
    }

    /** The options of what may happen before it is asked. */
    static List<Option> faultOptions() {
        List<Option> options = new ArrayList<>();
        for (Option each : FaultReader.options()) {
            if (!each.name().equals("--at")) {
                options.add(each);
            }
        }
        options.add(
                Option.value("--for", "TIME", "how long a disturbed run goes on, as in whatif"));
        return options;
    }
}
