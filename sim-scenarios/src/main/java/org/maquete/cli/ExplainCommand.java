package org.maquete.cli;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.maquete.finding.Nearest;
import org.maquete.kernel.Model;
import org.maquete.kernel.Simulation;
import org.maquete.kernel.Span;
import org.maquete.kernel.SpanUser;
import org.maquete.lab.LabDescription;
import org.maquete.preflight.Plan;
import org.maquete.report.SpanTrace;

/**
 * {@code explain guesses}: the durations of the model that nobody has measured, what depends on
 * each, and where it can be replaced. All of it is asked of the model: subsystems declare their
 * spans and say who uses them, and the bundled plans are run to see after which commands they are
 * drawn.
 */
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
        return List.of(
                Option.value("--lab", "LAB", "the lab whose durations are shown beside them"));
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
        Model model = PlanReader.model();
        Optional<LabDescription> lab = new PlanReader(arguments, problems).lab(model);
        if (lab.isEmpty()) {
            return ExitCode.UNREADABLE;
        }
        SpanTrace trace = trace(model, screen);
        List<SpanUser> users = model.contributions(SpanUser.class);
        TreeMap<String, Span> byName = new TreeMap<>();
        for (Span span : model.spans()) {
            if (!guessesOnly || span.isGuess()) {
                byName.put(span.name(), span);
            }
        }
        for (Span span : byName.values()) {
            screen.out().print(text(span, model, users, trace) + measured(span, lab.get()));
        }
        screen.out().print(byName.size() + (guessesOnly ? " guesses\n" : " durations\n"));
        return ExitCode.CLEAN;
    }

    /** All plans that come with us, typed with pauses: so no two lines are typed at one instant. */
    private static SpanTrace trace(Model model, Screen screen) {
        SpanTrace trace = new SpanTrace();
        try (ProgressLine progress = new ProgressLine(screen)) {
            for (Plan plan : BundledPlans.all(model)) {
                Simulation run = plan.start();
                Runs.toEnd(run, progress);
                trace.add(run);
            }
        }
        return trace;
    }

    private static String text(Span span, Model model, List<SpanUser> users, SpanTrace trace) {
        StringBuilder text = new StringBuilder();
        text.append(span.name()).append('\n');
        line(text, span.distribution().text() + "; " + span.source());
        line(text, "used by " + model.declarer(span) + "; lab file: durations: " + span.name());
        for (SpanUser user : users) {
            List<String> names = user.of(span);
            if (!names.isEmpty()) {
                line(text, user.kind() + ": " + shortened(names, user.all()));
            }
        }
        int count = trace.count(span);
        List<String> verbs = trace.verbs(span);
        line(
                text,
                "draws in the bundled plans: "
                        + (count == 0 ? "none" : count)
                        + (verbs.isEmpty() ? "" : ", after " + String.join(", ", verbs)));
        return text.toString();
    }

    /** What the lab has measured in its place, of all things or of one. */
    private static String measured(Span span, LabDescription lab) {
        StringBuilder text = new StringBuilder();
        for (Span own : lab.durations()) {
            String name = own.name();
            boolean isOfOne = name.startsWith(span.name() + " ");
            if (isOfOne || name.equals(span.name())) {
                String whose = isOfOne ? " of" + name.substring(span.name().length()) : "";
                line(
                        text,
                        "measured"
                                + whose
                                + ": "
                                + own.distribution().text()
                                + "; "
                                + own.source());
            }
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String line) {
        text.append("    ").append(line).append('\n');
    }

    /** All of them, all but a few, or their names. */
    private static String shortened(List<String> names, List<String> all) {
        List<String> others = all.stream().filter(name -> !names.contains(name)).toList();
        if (others.isEmpty()) {
            return "all " + all.size();
        }
        return others.size() < names.size()
                ? names.size() + " of " + all.size() + ", not " + String.join(", ", others)
                : String.join(", ", names);
    }
}
