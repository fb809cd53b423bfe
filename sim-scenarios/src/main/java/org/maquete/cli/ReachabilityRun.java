package org.maquete.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Simulation;
import org.maquete.reach.Matrix;
import org.maquete.reach.MatrixDifference;
import org.maquete.reach.Protocol;
import org.maquete.reach.Reach;
import org.maquete.report.ReachabilityText;

/** What {@code reachability} does; loaded when it is asked for. */
final class ReachabilityRun {

    private static final int PORT_MAX = 65_535; // <port>: TCP and UDP have 16 bits

    private final Arguments arguments;
    private final Problems problems;
    private final Screen screen;
    private final ReachRun reader;
    private final List<Matrix.Service> services = new ArrayList<>();

    private ReachabilityRun(Arguments arguments, Problems problems, Screen screen) {
        this.arguments = arguments;
        this.problems = problems;
        this.screen = screen;
        reader = new ReachRun(arguments, problems, screen);
    }

    /** Two branches to compare. */
    private record Pair(Simulation before, Simulation after) {}

    static ExitCode run(Arguments arguments, Problems problems, Screen screen) {
        return new ReachabilityRun(arguments, problems, screen).run();
    }

    private ExitCode run() {
        services();
        FaultReader faults = new FaultReader(arguments, problems);
        List<String> ways = new ArrayList<>();
        if (arguments.has("--against")) {
            ways.add("--against");
        }
        if (arguments.has("--then")) {
            ways.add("--then");
        }
        if (faults.isAsked()) {
            ways.add("a disturbance");
        }
        if (ways.size() > 1) {
            String found = String.join(" and ", ways);
            problems.add("reachability", "one change", found, "Maybe ask once for each.");
        }
        if (!problems.isEmpty()) {
            return ExitCode.UNREADABLE;
        }
        if (ways.isEmpty()) {
            return reader.run(arguments.words()).map(this::matrix).orElse(ExitCode.UNREADABLE);
        }
        Optional<Pair> pair = faults.isAsked() ? disturbed(faults) : changed();
        return pair.map(this::difference).orElse(ExitCode.UNREADABLE);
    }

    private void services() {
        if (arguments.has("--icmp")) {
            services.add(new Matrix.Service(Protocol.ICMP, 0));
        }
        ports("--tcp", Protocol.TCP);
        ports("--udp", Protocol.UDP);
    }

    private void ports(String option, Protocol protocol) {
        for (String text : arguments.all(option)) {
            int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
            if (port < 1 || port > PORT_MAX) {
                String expected = "a whole number from 1 to " + PORT_MAX;
                problems.add(option, expected, "\"" + text + "\"", "Maybe repeat the option.");
            } else {
                services.add(new Matrix.Service(protocol, port));
            }
        }
    }

    private ExitCode matrix(Simulation run) {
        Matrix matrix = Matrix.of(Reach.of(run), services);
        screen.out()
                .print(
                        reader.isJson()
                                ? TraceJson.of(matrix, reader.language())
                                : ReachabilityText.of(matrix, reader.language()));
        return ExitCode.CLEAN;
    }

    private ExitCode difference(Pair pair) {
        Reach before = Reach.of(pair.before);
        Reach after = Reach.of(pair.after);
        List<Matrix.Service> asked = services.isEmpty() ? both(before, after) : services;
        MatrixDifference difference =
                MatrixDifference.of(Matrix.of(before, asked), Matrix.of(after, asked));
        screen.out()
                .print(
                        reader.isJson()
                                ? TraceJson.of(difference, reader.language())
                                : ReachabilityText.of(difference, reader.language()));
        return ExitCode.CLEAN;
    }

    /** What the rules of either branch name. */
    private static List<Matrix.Service> both(Reach before, Reach after) {
        List<Matrix.Service> all = new ArrayList<>(Matrix.services(before));
        for (Matrix.Service each : Matrix.services(after)) {
            if (!all.contains(each)) {
                all.add(each);
            }
        }
        return all;
    }

    /** Another plan, or the same with more typed behind it. */
    private Optional<Pair> changed() {
        Optional<Simulation> before = reader.plain(arguments.words());
        Optional<Simulation> after =
                arguments.has("--against")
                        ? reader.plain(arguments.all("--against"))
                        : before.map(run -> reader.then(run, arguments.all("--then")));
        return before.isEmpty() || after.isEmpty()
                ? Optional.empty()
                : Optional.of(new Pair(before.get(), after.get()));
    }

    private Optional<Pair> disturbed(FaultReader faults) {
        return reader.disturbed(faults, "reachability")
                .map(branches -> new Pair(branches.calm(), branches.disturbed()));
    }
}
