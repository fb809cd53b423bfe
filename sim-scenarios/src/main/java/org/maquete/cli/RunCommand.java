package org.maquete.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Journal;
import org.maquete.kernel.JournalEntry;
import org.maquete.kernel.Simulation;
import org.maquete.operator.OperatorView;
import org.maquete.preflight.Plan;

/** {@code run}: types a plan to its end and prints what a tool then says. */
final class RunCommand implements Command {

    @Override
    public String name() {
        return "run";
    }

    @Override
    public String operands() {
        return "[FILE...]";
    }

    @Override
    public String summary() {
        return "run a plan to its end and print what the real tools then say";
    }

    @Override
    public List<Option> options() {
        List<Option> options = new ArrayList<>(PlanReader.OPTIONS);
        options.add(
                Option.values(
                        "--print", "COMMAND", "type this at the end; default: \"juju status\""));
        options.add(Option.value("--journal", "FILE", "write all that happened, one line each"));
        options.addAll(SweepRun.OPTIONS);
        return options;
    }

    @Override
    public ExitCode run(Arguments arguments, Problems problems, Screen screen) {
        PlanReader reader = new PlanReader(arguments, problems);
        Optional<SweepRun> sweep = SweepRun.of(arguments, problems);
        Optional<Plan> plan = reader.read(Bundled.corrected(reader.language()));
        if (plan.isEmpty()) {
            return ExitCode.UNREADABLE;
        }
        if (sweep.isPresent()) {
            return sweep.get().run(plan.get(), screen);
        }
        Simulation run = plan.get().start();
        try (ProgressLine progress = new ProgressLine(screen)) {
            Runs.toEnd(run, progress);
        }
        boolean failed = RefusedLines.tell(run, screen);
        if (reader.isBundle()) {
            // what is not modelled was not deployed: nobody may trust what is printed then
            failed |=
                    OperatorView.lines(run.world()).stream()
                            .anyMatch(line -> !line.notModelled().isEmpty());
        }
        List<String> prints =
                arguments.has("--print") ? arguments.all("--print") : List.of("juju status");
        for (String line : prints) {
            failed |= !print(Runs.ask(run, line), screen);
        }
        Optional<String> journal = arguments.value("--journal");
        if (journal.isPresent() && !write(run.journal(), journal.get(), problems)) {
            return ExitCode.UNREADABLE;
        }
        return failed ? ExitCode.FOUND : ExitCode.CLEAN;
    }

    private static boolean print(Runs.Printed printed, Screen screen) {
        screen.out().print(printed.stdout());
        screen.err().print(printed.stderr());
        printed.notModelled().forEach(feature -> screen.say("maquete: not modelled: " + feature));
        return printed.ok();
    }

    private static boolean write(Journal journal, String name, Problems problems) {
        try (BufferedWriter file = Files.newBufferedWriter(Path.of(name), StandardCharsets.UTF_8)) {
            for (JournalEntry entry : journal.entries()) {
                file.write(entry.text() + "\n");
            }
            file.write("digest " + Long.toHexString(journal.digest()) + "\n");
            return true;
        } catch (IOException | InvalidPathException e) {
            String expected = "a file that can be written";
            problems.add(name, expected, "none", "Maybe its folder is missing or not yours.");
            return false;
        }
    }
}
