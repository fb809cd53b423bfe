package org.maquete.cli;

import java.util.List;
import java.util.Optional;
import org.maquete.finding.Nearest;
import org.maquete.nova.scheduler.SchedulerVectors;
import org.maquete.placement.api.PlacementVectors;

/**
 * {@code conform}: replays what a real program was recorded to answer, and counts in how many cases
 * the model answers the same.
 */
final class ConformCommand implements Command {

    private static final int SHOWN_COUNT = 5; // <differences>: enough to see a pattern

    /** Made when they are asked for: every start of the program makes its commands. */
    private static List<Conformance> all() {
        return List.of(
                new LineConformance("scheduler", "decisions", ConformCommand::decision),
                new LineConformance("placement", "scenarios", ConformCommand::scenario),
                new CrushConformance(),
                new OsdMapConformance(),
                new OvnConformance());
    }

    /** A decision of nova-scheduler is a case. */
    private static Conformance.Tally decision(String line) {
        return new Conformance.Tally(1, SchedulerVectors.difference(line).stream().toList());
    }

    /** A step of a conversation with Placement is a case. */
    private static Conformance.Tally scenario(String line) {
        PlacementVectors.Replay replay = PlacementVectors.replay(line);
        return new Conformance.Tally(replay.stepCount(), replay.differences());
    }

    @Override
    public String name() {
        return "conform";
    }

    @Override
    public String operands() {
        return String.join("|", all().stream().map(Conformance::name).toList()) + " FILE|FOLDER...";
    }

    @Override
    public String summary() {
        return "replay recorded answers of the real programs, and count what is equal";
    }

    @Override
    public List<Option> options() {
        return List.of();
    }

    @Override
    public ExitCode run(Arguments arguments, Problems problems, Screen screen) {
        List<String> words = arguments.words();
        String word = words.isEmpty() ? "" : words.getFirst();
        List<Conformance> all = all();
        Optional<Conformance> chosen = all.stream().filter(c -> c.name().equals(word)).findFirst();
        List<String> names = all.stream().map(Conformance::name).toList();
        if (chosen.isEmpty()) {
            String found = word.isEmpty() ? "nothing" : "\"" + word + "\"";
            problems.add(
                    "conform",
                    "one of " + String.join(", ", names),
                    found,
                    Nearest.advice(word, names));
            return ExitCode.UNREADABLE;
        }
        List<String> files = words.subList(1, words.size());
        if (files.isEmpty()) {
            String advice = "Maybe it was forgotten.";
            problems.add("conform " + word, chosen.get().operand(), "nothing", advice);
        }
        Conformance.Tally tally = chosen.get().replay(files, problems);
        if (tally.caseCount() == 0 && problems.isEmpty()) {
            String advice = "A file without a case shows nothing; maybe another was meant.";
            problems.add(
                    "conform " + word + " " + String.join(" ", files),
                    chosen.get().operand(),
                    "no case",
                    advice);
        }
        if (!problems.isEmpty()) {
            return ExitCode.UNREADABLE;
        }
        for (String each : tally.differences().stream().limit(SHOWN_COUNT).toList()) {
            screen.out().print(each + "\n");
        }
        if (tally.differences().size() > SHOWN_COUNT) {
            int more = tally.differences().size() - SHOWN_COUNT;
            screen.out().print("and " + more + " more that differ\n");
        }
        screen.out().print(tally.equalCount() + " of " + tally.caseCount() + " equal\n");
        return tally.differences().isEmpty() ? ExitCode.CLEAN : ExitCode.FOUND;
    }
}
