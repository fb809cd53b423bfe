package org.maquete.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.maquete.hardware.HardwareView;
import org.maquete.hardware.Machine;
import org.maquete.kernel.Refusal;
import org.maquete.kernel.Simulation;
import org.maquete.preflight.Plan;
import org.maquete.report.DifferenceText;
import org.maquete.report.ServicesText;
import org.maquete.whatif.Branches;
import org.maquete.whatif.Disturbance;
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
        options.addAll(FaultReader.options());
        options.add(
                Option.value("--for", "TIME", "how long to go on; default: settled and 30m more"));
        options.add(Option.flag("--all", "print every service, and every field that differs"));
        return options;
    }

    @Override
    public ExitCode run(Arguments arguments, Problems problems, Screen screen) {
        PlanReader reader = new PlanReader(arguments, problems);
        String language = reader.language();
        OptionalLong watchNs = arguments.duration("--for");
        FaultReader reads = new FaultReader(arguments, problems);
        Optional<Plan> plan = reader.read(Bundled.corrected(language));
        if (plan.isEmpty()) {
            return ExitCode.UNREADABLE;
        }
        Simulation run = plan.get().start();
        List<Fault> faults =
                reads.read(HardwareView.machines(run.world()).stream().map(Machine::name).toList());
        if (!problems.isEmpty()) {
            return ExitCode.UNREADABLE;
        }
        try (ProgressLine progress = new ProgressLine(screen)) {
            Runs.until(run, faults.getFirst().timeNs(), progress);
        }
        List<Disturbance> disturbances = new FaultCommands(run.world(), problems).of(faults);
        if (!problems.isEmpty()) {
            return ExitCode.UNREADABLE;
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
                boolean all = arguments.has("--all");
                screen.out().print(ServicesText.of(branches, language, all));
                screen.out().print(DifferenceText.of(branches, language, all));
                yield ExitCode.CLEAN;
            }
        };
    }
}
