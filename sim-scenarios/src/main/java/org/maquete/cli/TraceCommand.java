package org.maquete.cli;

import java.util.ArrayList;
import java.util.List;

/** {@code trace}: does this packet arrive, by which way, and if not, why. */
final class TraceCommand implements Command {

    @Override
    public String name() {
        return "trace";
    }

    @Override
    public String operands() {
        return "[FILE...]";
    }

    @Override
    public String summary() {
        return "follow a packet through the network of a run, and its answer back";
    }

    @Override
    public List<Option> options() {
        List<Option> options = new ArrayList<>();
        options.add(Option.value("--from", "WHO", "a server, an address, or outside"));
        options.add(Option.value("--to", "WHO", "the same"));
        options.add(Option.value("--tcp", "PORT", "ask for a TCP port"));
        options.add(Option.value("--udp", "PORT", "ask for a UDP port"));
        options.add(Option.flag("--icmp", "ask for ping; the default"));
        options.add(Option.value("--source", "ADDRESS", "what the sender writes as its own"));
        options.addAll(ReachRun.faultOptions());
        options.addAll(ReachRun.OPTIONS);
        options.addAll(PlanReader.OPTIONS);
        return options;
    }

    @Override
    public ExitCode run(Arguments arguments, Problems problems, Screen screen) {
        return TraceRun.run(arguments, problems, screen);
    }
}
