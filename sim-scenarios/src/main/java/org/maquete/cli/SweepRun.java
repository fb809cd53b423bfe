package org.maquete.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.maquete.kernel.SimTime;
import org.maquete.kernel.Span;
import org.maquete.preflight.Plan;
import org.maquete.sweep.Replication;
import org.maquete.sweep.Replications;
import org.maquete.sweep.Summary;

/** {@code run --replications N}: the same plan N times, and what the times have in common. */
final class SweepRun {

    static final List<Option> OPTIONS =
            List.of(
                    Option.value(
                            "--replications",
                            "N",
                            "run it N times with other luck; print the time to all active"),
                    Option.value("--threads", "N", "how many of them at a time; default: cores"));

    private static final int COUNT_MAX = 1_000_000; // <replications>: GUESS, a night
    private static final int THREAD_MAX = 1024; // <threads>: GUESS

    // lines of each list that is printed
    private static final int SHOWN_MAX = 10;

    private final int count;
    private final int threadCount;

    private SweepRun(int count, int threadCount) {
        this.count = count;
        this.threadCount = threadCount;
    }

    /** What the options ask for; empty when they ask for a single run. */
    static Optional<SweepRun> of(Arguments arguments, Problems problems) {
        int cores = Runtime.getRuntime().availableProcessors();
        int count = arguments.count("--replications", 1, COUNT_MAX, 0);
        int threadCount = arguments.count("--threads", 1, THREAD_MAX, cores);
        if (arguments.has("--replications")) {
            for (String single : List.of("--print", "--journal")) {
                if (arguments.has(single)) {
                    String advice = "Maybe give it with the --seed of one replication instead.";
                    problems.add(single, "a single run", "--replications", advice);
                }
            }
        } else if (arguments.has("--threads")) {
            problems.add("--threads", "--replications beside it", "none", "Maybe leave it out.");
        }
        return count == 0 ? Optional.empty() : Optional.of(new SweepRun(count, threadCount));
    }

    ExitCode run(Plan plan, Screen screen) {
        Replications replications =
                new Replications(
                        () ->
                                new Plan(
                                        PlanReader.model(),
                                        plan.settings(),
                                        plan.lab(),
                                        plan.files(),
                                        plan.sources(),
                                        plan.pace()),
                        count);
        Optional<List<Replication>> results = watched(replications, screen);
        if (results.isEmpty()) {
            return ExitCode.FOUND; // nobody sees it: the process is about to end
        }
        Summary summary = new Summary(results.get());
        screen.out().print(text(summary, plan));
        return summary.reachedCount() == count ? ExitCode.CLEAN : ExitCode.FOUND;
    }

    /** Ctrl-C stops all threads, says how far they were, and prints no result. */
    private Optional<List<Replication>> watched(Replications replications, Screen screen) {
        Runnable stopped =
                () -> {
                    replications.stop();
                    int done = replications.done();
                    screen.say("maquete: stopped after " + done + " of " + count + " replications");
                    screen.err().flush();
                };
        long startNs = System.nanoTime();
        try (ProgressLine progress = new ProgressLine(screen, stopped)) {
            return replications.run(
                    threadCount, done -> progress.tell(() -> progress(done, startNs)));
        }
    }

    private String progress(int done, long startNs) {
        long leftNs = (System.nanoTime() - startNs) / done * (count - done);
        return done + " of " + count + " replications, " + SimTime.spoken(leftNs) + " left";
    }

    private static String text(Summary summary, Plan plan) {
        StringBuilder text = new StringBuilder();
        text.append(summary.count()).append(" replications of ");
        text.append(plan.sources().getFirst().name());
        text.append(", seed ").append(plan.settings().seed()).append('\n');
        text.append("all units active in the end: ").append(summary.reachedCount());
        text.append(" of ").append(summary.count()).append('\n');
        if (summary.reachedCount() > 0) {
            times(text, summary);
            units(text, summary);
            parts(text, summary, plan);
        }
        seen(text, "not active in the end", summary.others());
        seen(text, "failed lines", summary.failed());
        text.append(String.format(Locale.ROOT, "\ndigest %016x\n", summary.digest()));
        return text.toString();
    }

    private static void times(StringBuilder text, Summary summary) {
        text.append("\ntime to all active, and the seed of the run that took it\n");
        time(text, "min", summary.at(0));
        time(text, "p50", summary.at(50));
        time(text, "p95", summary.at(95));
        time(text, "max", summary.at(100));
    }

    private static void time(StringBuilder text, String name, Optional<Replication> at) {
        at.ifPresent(r ->
                text.append(
                        String.format(
                                Locale.ROOT,
                                "  %s %10s  --seed %d\n",
                                name,
                                SimTime.clock(r.active().timeNs()),
                                r.seed())));
    }

    private static void units(StringBuilder text, Summary summary) {
        text.append("\nslowest units: active at p50, at p95, how often the last\n");
        for (Summary.Slow unit : first(summary.units())) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "  %8s %8s %6d  %s\n",
                            SimTime.clock(unit.p50Ns()),
                            SimTime.clock(unit.p95Ns()),
                            unit.lastCount(),
                            unit.name()));
        }
    }

    private static void parts(StringBuilder text, Summary summary, Plan plan) {
        text.append("\ncritical path to the last unit: mean, share\n");
        TreeMap<String, Span> spans = new TreeMap<>();
        plan.model().spans().forEach(span -> spans.put(span.name(), plan.settings().span(span)));
        for (Summary.Part part : first(summary.parts())) {
            Span span = spans.get(part.span());
            text.append(
                    String.format(
                            Locale.ROOT,
                            "  %8s %5d.%d %%  %s%s\n",
                            SimTime.clock(part.meanNs()),
                            part.share() / 10,
                            part.share() % 10,
                            part.span(),
                            span != null && span.isGuess() ? " (GUESS)" : ""));
        }
    }

    private static void seen(StringBuilder text, String what, List<Summary.Seen> list) {
        if (!list.isEmpty()) {
            text.append('\n').append(what).append(": in how many runs\n");
        }
        for (Summary.Seen each : first(list)) {
            text.append(String.format(Locale.ROOT, "  %6d  %s\n", each.count(), each.text()));
        }
        if (list.size() > SHOWN_MAX) {
            text.append("          and ").append(list.size() - SHOWN_MAX).append(" more\n");
        }
    }

    private static <T> List<T> first(List<T> list) {
        return list.subList(0, Math.min(SHOWN_MAX, list.size()));
    }
}
