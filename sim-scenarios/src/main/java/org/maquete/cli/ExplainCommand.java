package org.maquete.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.maquete.finding.Nearest;
import org.maquete.kernel.SimTime;
import org.maquete.kernel.Span;

/** {@code explain guesses}: the durations of the model that nobody has measured. */
final class ExplainCommand implements Command {

    private static final List<String> TOPICS = List.of("guesses", "durations");

    @Override
    public String name() {
        return "explain";
    }

    @Override
    public String operands() {
        return "guesses|durations";
    }

    @Override
    public String summary() {
        return "list the durations that are guesses, or all durations with their sources";
    }

    @Override
    public List<Option> options() {
        return List.of();
    }

    @Override
    public ExitCode run(Arguments arguments, Problems problems, Screen screen) {
        Optional<String> topic = arguments.words().stream().findFirst();
        if (topic.isEmpty() || !TOPICS.contains(topic.get()) || arguments.words().size() > 1) {
            String found =
                    arguments.words().isEmpty()
                            ? "nothing"
                            : "\"" + String.join(" ", arguments.words()) + "\"";
            String advice = Nearest.advice(topic.orElse(""), TOPICS);
            problems.add("explain", "one of " + String.join(", ", TOPICS), found, advice);
        }
        if (!problems.isEmpty()) {
            return ExitCode.UNREADABLE;
        }
        boolean guessesOnly = topic.orElse("").equals("guesses");
        TreeMap<String, Span> byName = new TreeMap<>();
        for (Span span : PlanReader.model().spans()) {
            if (!guessesOnly || span.isGuess()) {
                byName.put(span.name(), span);
            }
        }
        byName.values().forEach(span -> screen.out().print(text(span)));
        screen.out().print(byName.size() + (guessesOnly ? " guesses\n" : " durations\n"));
        return ExitCode.CLEAN;
    }

    private static String text(Span span) {
        String subsystem = span.name().substring(0, Math.max(0, span.name().indexOf('.')));
        String length =
                span.lowNs() == span.highNs()
                        ? seconds(span.lowNs())
                        : seconds(span.lowNs()) + " to " + seconds(span.highNs());
        return span.name()
                + "\n    "
                + length
                + "; "
                + span.source()
                + "\n    used by "
                + subsystem
                + "\n";
    }

    private static String seconds(long ns) {
        String text = String.format(Locale.ROOT, "%.3f", (double) ns / SimTime.SECOND);
        return text.replaceFirst("\\.?0+$", "") + " s";
    }
}
