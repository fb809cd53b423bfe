package org.maquete.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.finding.Severity;
import org.maquete.finding.Words;
import org.maquete.preflight.Check;
import org.maquete.preflight.Plan;
import org.maquete.preflight.Report;
import org.maquete.report.CheckText;

/** {@code check}: what is wrong with a plan, before anybody types it. */
final class CheckCommand implements Command {

    @Override
    public String name() {
        return "check";
    }

    @Override
    public String operands() {
        return "[FILE...]";
    }

    @Override
    public String summary() {
        return "find what will break in a plan; several files are one plan";
    }

    @Override
    public List<Option> options() {
        List<Option> options = new ArrayList<>(PlanReader.OPTIONS);
        options.add(
                Option.value("--format", "text|json", "how findings are printed; default: text"));
        options.add(Option.flag("--all", "also print in full what follows from another finding"));
        return options;
    }

    @Override
    public ExitCode run(Arguments arguments, Problems problems, Screen screen) {
        PlanReader reader = new PlanReader(arguments, problems);
        String language = reader.language();
        String format = arguments.choice("--format", List.of("text", "json"));
        Optional<Plan> plan = reader.read(Bundled.firstNight(language));
        if (plan.isEmpty()) {
            return ExitCode.UNREADABLE;
        }
        Report report;
        try (ProgressLine progress = new ProgressLine(screen)) {
            report = Check.of(plan.get(), progress);
        }
        if (format.equals("json")) {
            screen.out().print(FindingsJson.of(report, language));
        } else {
            screen.out().print(CheckText.of(report, language, arguments.has("--all")));
            if (arguments.words().isEmpty()) {
                screen.out().print(corrected(language));
            }
        }
        boolean errors =
                report.findings().stream().anyMatch(f -> f.finding().severity() == Severity.ERROR);
        return errors ? ExitCode.FOUND : ExitCode.CLEAN;
    }

    private static String corrected(String language) {
        String name = Bundled.corrected(language).name();
        Words words =
                new Words(
                        "This was our runbook of the first night. The corrected one:",
                        "Este foi o nosso roteiro da primeira noite. O corrigido:");
        return words.in(language) + "\n    ./maquete check " + Bundled.RUNBOOKS + name + "\n";
    }
}
