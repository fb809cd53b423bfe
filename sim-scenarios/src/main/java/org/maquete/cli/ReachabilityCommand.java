package org.maquete.cli;

import java.util.ArrayList;
import java.util.List;

/** {@code reachability}: who reaches whom in the network of a run, and why not. */
final class ReachabilityCommand implements Command {

    @Override
    public String name() {
        return "reachability";
    }

    @Override
    public String operands() {
        return "[FILE...]";
    }

    @Override
    public String summary() {
        return "who reaches whom in the network of a run, and what a change makes of it";
    }

    @Override
    public List<Option> options() {
        List<Option> options = new ArrayList<>();
        options.add(Option.values("--tcp", "PORT", "ask for a TCP port; default: those of rules"));
        options.add(Option.values("--udp", "PORT", "ask for a UDP port"));
        options.add(Option.flag("--icmp", "ask for ping; the default too"));
        options.add(Option.values("--against", "FILE", "compare with another plan, file by file"));
        options.addAll(ReachRun.faultOptions());
        options.addAll(ReachRun.OPTIONS);
        options.addAll(PlanReader.OPTIONS);
        return options;
    }

    @Override
    public ExitCode run(Arguments arguments, Problems problems, Screen screen) {
        return ReachabilityRun.run(arguments, problems, screen);
    }
}
