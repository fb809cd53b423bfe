package org.maquete.cli;

import java.util.List;

/** {@code bench scheduler}: policies of Nova's scheduler side by side. */
final class BenchCommand implements Command {

    @Override
    public String name() {
        return "bench";
    }

    @Override
    public String operands() {
        return "scheduler";
    }

    @Override
    public String summary() {
        return "play a trace of requests to policies of the scheduler, and compare them";
    }

    @Override
    public List<Option> options() {
        return List.of(
                Option.value(
                        "--trace",
                        "FORMAT:FILES",
                        "openb:NODES,PODS swf:FILE opendc:TASKS[,FRAGMENTS]"
                                + " azure:VM,VMTYPE huawei:FILE csv:REQUESTS[,HOSTS]"),
                Option.value("--hosts", "N", "how many; default 100, or those of the trace"),
                Option.value("--host", "V:MIB:GIB", "all alike: VCPU, memory, disk"),
                Option.value("--requests", "N", "how many; default 20000, or those of the trace"),
                Option.value("--load", "PERCENT", "of the VCPU asked for in the mean; default 100"),
                Option.value("--lifetime", "TIME", "mean of a server, or forever; default 1d"),
                Option.value("--policy", "A,B,...", "default: all of them; help lists them"),
                Option.value("--seeds", "K", "runs of each policy with other luck; default 1"),
                Option.value("--seed", "N", "the first seed; default 1"),
                Option.value("--ratios", "V:M:D", "allocation ratios; default 2:0.98:1"),
                Option.value("--reserved-ram", "MIB", "of each host; default 512"),
                Option.value("--limit", "N", "candidates that Placement gives; default 1000"),
                Option.value("--format", "text|csv|json", "default text"),
                Option.value("--report", "FILE.html", "write a page with plots too"));
    }

    @Override
    public ExitCode run(Arguments arguments, Problems problems, Screen screen) {
        return SchedulerBench.run(arguments, problems, screen);
    }
}
