package org.maquete.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Simulation;
import org.maquete.reach.Answer;
import org.maquete.reach.Protocol;
import org.maquete.reach.Question;
import org.maquete.reach.Reach;
import org.maquete.report.TraceText;
import org.maquete.whatif.Branches;

/** What {@code trace} does; loaded when it is asked for. */
final class TraceRun {

    private static final int PORT_MAX = 65_535; // <port>: TCP and UDP have 16 bits

    private TraceRun() {}

    static ExitCode run(Arguments arguments, Problems problems, Screen screen) {
        ReachRun reader = new ReachRun(arguments, problems, screen);
        Optional<Question> question = question(arguments, problems);
        FaultReader faults = new FaultReader(arguments, problems);
        if (faults.isAsked() && arguments.has("--then")) {
            String found = "--then and a disturbance";
            problems.add("trace", "one change", found, "Maybe ask once for each.");
        }
        Optional<Simulation> run =
                faults.isAsked()
                        ? reader.disturbed(faults, "trace").map(Branches::disturbed)
                        : reader.run(arguments.words());
        if (question.isEmpty() || run.isEmpty() || !problems.isEmpty()) {
            return ExitCode.UNREADABLE;
        }
        return switch (Reach.of(run.get()).ask(question.get())) {
            case Reach.Unknown(boolean isSender, String expected, String found, String advice) -> {
                problems.add(isSender ? "--from" : "--to", expected, found, advice);
                yield ExitCode.UNREADABLE;
            }
            case Reach.Answered(Answer answer) -> {
                screen.out()
                        .print(
                                reader.isJson()
                                        ? TraceJson.of(answer, reader.language())
                                        : TraceText.of(answer, reader.language()));
                yield answer.reaches() ? ExitCode.CLEAN : ExitCode.FOUND;
            }
        };
    }

    private static Optional<Question> question(Arguments arguments, Problems problems) {
        for (String name : List.of("--from", "--to")) {
            if (!arguments.has(name)) {
                problems.add(
                        name,
                        "a server, an address, or outside",
                        "nothing",
                        "Maybe --from outside --to client --tcp 22.");
            }
        }
        List<String> protocols = new ArrayList<>();
        for (String name : List.of("--tcp", "--udp", "--icmp")) {
            if (arguments.has(name)) {
                protocols.add(name);
            }
        }
        if (protocols.size() > 1) {
            String found = String.join(" and ", protocols);
            problems.add("trace", "one protocol", found, "Maybe ask once for each.");
        }
        int tcp = arguments.count("--tcp", 1, PORT_MAX, 0);
        int udp = arguments.count("--udp", 1, PORT_MAX, 0);
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        Protocol protocol = tcp > 0 ? Protocol.TCP : udp > 0 ? Protocol.UDP : Protocol.ICMP;
        return Optional.of(
                new Question(
                        arguments.value("--from").orElseThrow(),
                        arguments.value("--to").orElseThrow(),
                        protocol,
                        Math.max(tcp, udp),
                        arguments.value("--source").orElse("")));
    }
}
