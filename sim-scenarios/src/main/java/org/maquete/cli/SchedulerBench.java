package org.maquete.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongFunction;
import org.maquete.bench.Comparison;
import org.maquete.bench.Measurement;
import org.maquete.bench.Page;
import org.maquete.bench.PolicyRuns;
import org.maquete.bench.Printed;
import org.maquete.finding.Nearest;
import org.maquete.nova.replay.Cloud;
import org.maquete.nova.replay.Policy;
import org.maquete.nova.scheduler.Host;
import org.maquete.nova.trace.Trace;

/** What {@code bench scheduler} does; loaded when it is asked for. */
final class SchedulerBench {

    private static final int SEED_COUNT_MAX = 10_000; // <seeds>: GUESS, a night

    private final Arguments arguments;
    private final Problems problems;
    private final Screen screen;

    private SchedulerBench(Arguments arguments, Problems problems, Screen screen) {
        this.arguments = arguments;
        this.problems = problems;
        this.screen = screen;
    }

    static ExitCode run(Arguments arguments, Problems problems, Screen screen) {
        return new SchedulerBench(arguments, problems, screen).run();
    }

    private ExitCode run() {
        if (!arguments.words().equals(List.of("scheduler"))) {
            String found = "\"" + String.join(" ", arguments.words()) + "\"";
            problems.add("bench", "scheduler", found, "Maybe bench scheduler --seeds 5.");
        }
        List<Policy> policies = policies();
        int seedCount = arguments.count("--seeds", 1, SEED_COUNT_MAX, 1);
        int firstSeed = arguments.count("--seed", 0, 999_999_999, 1);
        String format = arguments.choice("--format", List.of("text", "csv", "json"));
        Host.Ratios ratios = ratios();
        int reservedRamMib = arguments.count("--reserved-ram", 0, 999_999_999, 512);
        int limit = arguments.count("--limit", 1, 999_999_999, Cloud.CANDIDATES_MAX);
        Optional<LongFunction<Trace>> traces =
                new TraceOption(arguments, problems, screen, seedCount).traces();
        if (traces.isEmpty() || !problems.isEmpty()) {
            return ExitCode.UNREADABLE;
        }
        LongFunction<Cloud> clouds =
                seed -> new Cloud(traces.get().apply(seed), ratios, reservedRamMib, limit);
        PolicyRuns runs = new PolicyRuns(clouds, policies, firstSeed, seedCount);
        Optional<List<Measurement>> measured = watched(runs);
        if (measured.isEmpty()) {
            return ExitCode.FOUND; // nobody sees it: the process is about to end
        }
        Comparison comparison =
                new Comparison(conditions(clouds.apply(firstSeed), runs), policies, measured.get());
        screen.out()
                .print(
                        switch (format) {
                            case "csv" -> Printed.csv(comparison);
                            case "json" -> Printed.json(comparison);
                            default -> Printed.text(comparison);
                        });
        arguments.value("--report").ifPresent(file -> write(file, Page.of(comparison)));
        return problems.isEmpty() ? ExitCode.CLEAN : ExitCode.UNREADABLE;
    }

    private List<Policy> policies() {
        List<String> words = Arrays.stream(Policy.values()).map(Policy::word).toList();
        List<Policy> policies = new ArrayList<>();
        for (String word :
                arguments
                        .value("--policy")
                        .map(p -> p.split(",", -1))
                        .orElse(words.toArray(new String[0]))) {
            Optional<Policy> policy = Policy.of(word);
            if (policy.isEmpty() || policies.contains(policy.get())) {
                String expected = "one of " + String.join(", ", words) + ", once";
                problems.add("--policy", expected, "\"" + word + "\"", Nearest.advice(word, words));
            } else {
                policies.add(policy.get());
            }
        }
        return policies;
    }

    private Host.Ratios ratios() {
        String text = arguments.value("--ratios").orElse("2:0.98:1");
        String number = "[0-9]{1,4}(\\.[0-9]{1,6})?";
        if (!text.matches(number + ":" + number + ":" + number)) {
            String found = "\"" + text + "\"";
            problems.add(
                    "--ratios", "VCPU:MEMORY:DISK", found, "Maybe 1:1:1 for no promise twice.");
            return new Host.Ratios(1, 1, 1);
        }
        String[] words = text.split(":", -1);
        return new Host.Ratios(
                Double.parseDouble(words[0]),
                Double.parseDouble(words[1]),
                Double.parseDouble(words[2]));
    }

    /** Ctrl-C says how far it was, and prints no result. */
    private Optional<List<Measurement>> watched(PolicyRuns runs) {
        AtomicBoolean stopped = new AtomicBoolean();
        int count = runs.policies().size() * runs.seedCount();
        Runnable onStop =
                () -> {
                    stopped.set(true);
                    screen.say("maquete: stopped; no result of " + count + " runs is printed");
                    screen.err().flush();
                };
        try (ProgressLine progress = new ProgressLine(screen, onStop)) {
            return runs.run(
                    (what, done) ->
                            progress.tell(() -> "run " + (done + 1) + " of " + count + ", " + what),
                    stopped::get);
        }
    }

    private static List<String> conditions(Cloud cloud, PolicyRuns runs) {
        Trace trace = cloud.trace();
        long lastSeed = runs.firstSeed() + runs.seedCount() - 1;
        return List.of(
                trace.name()
                        + ": "
                        + trace.hosts().size()
                        + " hosts, "
                        + trace.requests().size()
                        + " requests",
                "seeds " + runs.firstSeed() + " to " + lastSeed,
                "allocation ratios: VCPU "
                        + cloud.ratios().cpu()
                        + ", memory "
                        + cloud.ratios().ram()
                        + ", disk "
                        + cloud.ratios().disk()
                        + "; "
                        + cloud.reservedRamMib()
                        + " MiB reserved of each host",
                "at most " + cloud.candidateCountMax() + " candidates a request");
    }

    private void write(String file, String text) {
        try {
            Files.writeString(Path.of(file), text);
        } catch (IOException | InvalidPathException e) {
            String advice = "Maybe its folder is missing or may not be written.";
            problems.add("--report", "a file that can be written", "\"" + file + "\"", advice);
        }
    }
}
