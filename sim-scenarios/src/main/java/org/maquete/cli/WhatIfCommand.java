package org.maquete.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.maquete.finding.Nearest;
import org.maquete.hardware.CutPower;
import org.maquete.hardware.HardwareView;
import org.maquete.hardware.Machine;
import org.maquete.hardware.RestorePower;
import org.maquete.kernel.Refusal;
import org.maquete.kernel.Simulation;
import org.maquete.preflight.Plan;
import org.maquete.report.DifferenceText;
import org.maquete.whatif.Branches;
import org.maquete.whatif.WhatIf;

/** {@code whatif}: branches a run at a time, disturbs one branch, prints what differs later. */
final class WhatIfCommand implements Command {

    @Override
    public String name() {
        return "whatif";
    }

    @Override
    public String operands() {
        return "[FILE...]";
    }

    @Override
    public String summary() {
        return "branch a run, disturb one branch, print what differs";
    }

    @Override
    public List<Option> options() {
        List<Option> options = new ArrayList<>(PlanReader.OPTIONS);
        options.add(
                Option.value("--at", "TIME", "when: 90s, 30m, 2h, 1d, since the first command"));
        options.add(Option.values("--power-off", "MACHINE", "cut the power of this machine"));
        options.add(Option.values("--power-on", "MACHINE", "give the power back to this machine"));
        options.add(
                Option.value("--for", "TIME", "how long to go on; default: settled and 30m more"));
        options.add(Option.flag("--all", "print every field that differs"));
        return options;
    }

    @Override
    public ExitCode run(Arguments arguments, Problems problems, Screen screen) {
        PlanReader reader = new PlanReader(arguments, problems);
        String language = reader.language();
        OptionalLong atNs = arguments.duration("--at");
        OptionalLong watchNs = arguments.duration("--for");
        if (!arguments.has("--at")) {
            problems.add("--at", "the time of the disturbance", "none", "Maybe --at 2h.");
        }
        List<org.maquete.kernel.Command> disturbances = disturbances(arguments);
        if (disturbances.isEmpty()) {
            String advice = "Maybe --power-off with a machine of the lab.";
            problems.add("whatif", "a disturbance", "none", advice);
        }
        Optional<Plan> plan = reader.read(Bundled.corrected(language));
        if (plan.isEmpty() || atNs.isEmpty() || !problems.isEmpty()) {
            return ExitCode.UNREADABLE;
        }
        Simulation run = plan.get().start();
        knownMachines(arguments, run, problems);
        if (!problems.isEmpty()) {
            return ExitCode.UNREADABLE;
        }
        try (ProgressLine progress = new ProgressLine(screen)) {
            Runs.until(run, atNs.getAsLong(), progress);
        }
        return switch (WhatIf.ask(run, new WhatIf.Question(disturbances, watchNs))) {
            case WhatIf.Impossible(List<Refusal> refusals) -> {
                for (Refusal refusal : refusals) {
                    String advice = "Maybe another time or another machine.";
                    problems.add(
                            "whatif", "a disturbance that is possible", refusal.message(), advice);
                }
                yield ExitCode.UNREADABLE;
            }
            case WhatIf.Answered(Branches branches) -> {
                screen.out().print(DifferenceText.of(branches, language, arguments.has("--all")));
                yield ExitCode.CLEAN;
            }
        };
    }

    private static List<org.maquete.kernel.Command> disturbances(Arguments arguments) {
        List<org.maquete.kernel.Command> list = new ArrayList<>();
        arguments.all("--power-off").forEach(machine -> list.add(new CutPower(machine)));
        arguments.all("--power-on").forEach(machine -> list.add(new RestorePower(machine)));
        return list;
    }

    private static void knownMachines(Arguments arguments, Simulation run, Problems problems) {
        List<String> known =
                HardwareView.machines(run.world()).stream().map(Machine::name).toList();
        for (String option : List.of("--power-off", "--power-on")) {
            for (String machine : arguments.all(option)) {
                if (!known.contains(machine)) {
                    String expected = "a machine of the lab (" + String.join(", ", known) + ")";
                    String found = "\"" + machine + "\"";
                    problems.add(option, expected, found, Nearest.advice(machine, known));
                }
            }
        }
    }
}
