package org.maquete.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.maquete.finding.Nearest;
import org.maquete.hardware.Part;
import org.maquete.kernel.SimTime;

/**
 * Reads the disturbances behind {@code whatif}: {@code --power-off server5@2h}, {@code --power-on
 * server1,server3@+30m}. Without {@code @} the time is that of {@code --at}; {@code @+} counts from
 * there. Machines behind one option that starts them follow each other by {@code --gap}.
 */
final class FaultReader {

    private static final long GAP_NS = 5 * SimTime.MINUTE; // GUESS: one is up before the next

    private final Arguments arguments;
    private final Problems problems;
    private final OptionalLong atNs;
    private final List<Fault> faults = new ArrayList<>();

    FaultReader(Arguments arguments, Problems problems) {
        this.arguments = arguments;
        this.problems = problems;
        this.atNs = arguments.duration("--at");
    }

    static List<Option> options() {
        List<Option> options = new ArrayList<>();
        options.add(
                Option.value("--at", "TIME", "when: 90s, 30m, 2h, 1d, since the first command"));
        options.add(Option.flag("--outage", "cut the power of all machines at --at"));
        options.addAll(FaultOption.options());
        options.add(
                Option.value("--gap", "TIME", "between machines that are started; default: 5m"));
        return options;
    }

    /** All of them in order of time; {@code machines} are those of the lab. */
    List<Fault> read(List<String> machines) {
        long gapNs = arguments.duration("--gap").orElse(GAP_NS);
        if (arguments.has("--outage")) {
            add(FaultOption.POWER_OFF, String.join(",", machines), 0);
        }
        for (FaultOption option : FaultOption.values()) {
            for (String value : arguments.all(option.option())) {
                add(option, value, gapNs);
            }
        }
        if (!isAsked()) {
            String advice = "Maybe --power-off with a machine of the lab.";
            problems.add("whatif", "a disturbance", "none", advice);
        }
        if (atNs.isEmpty() && !arguments.has("--at") && needsTime()) {
            problems.add("--at", "the time of the disturbance", "none", "Maybe --at 2h.");
        }
        faults.sort(Comparator.comparingLong(Fault::timeNs)); // stable
        faults.forEach(fault -> known(fault, machines));
        return List.copyOf(faults);
    }

    /** Whether there is a disturbance among the options. */
    boolean isAsked() {
        boolean asked = arguments.has("--outage");
        for (FaultOption option : FaultOption.values()) {
            asked |= arguments.has(option.option());
        }
        return asked;
    }

    /** Whether something was asked without a time of its own, or nothing at all. */
    private boolean needsTime() {
        boolean needs = arguments.has("--outage") || !isAsked();
        for (FaultOption option : FaultOption.values()) {
            for (String value : arguments.all(option.option())) {
                int sign = value.lastIndexOf('@');
                needs |= sign < 0 || value.startsWith("+", sign + 1);
            }
        }
        return needs;
    }

    private void add(FaultOption option, String value, long gapNs) {
        int sign = value.lastIndexOf('@');
        OptionalLong timeNs = time(option, sign < 0 ? "+0s" : value.substring(sign + 1));
        if (timeNs.isEmpty()) {
            return;
        }
        String names = sign < 0 ? value : value.substring(0, sign);
        long nextNs = timeNs.getAsLong();
        boolean several = option.names() == FaultOption.Names.MACHINES;
        for (String name : several ? names.split(",", -1) : new String[] {names}) {
            faults.add(new Fault(option, name, nextNs));
            nextNs += option.restores() ? gapNs : 0;
        }
    }

    private OptionalLong time(FaultOption option, String text) {
        boolean later = text.startsWith("+");
        OptionalLong parsed = Duration.parse(later ? text.substring(1) : text);
        if (parsed.isEmpty()) {
            problems.add(
                    option.option(),
                    "a time behind @ such as 2h, or +30m after --at",
                    "\"" + text + "\"",
                    "Maybe the unit is missing.");
            return parsed;
        }
        if (!later) {
            return parsed;
        }
        return atNs.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(atNs.getAsLong() + parsed.getAsLong());
    }

    private void known(Fault fault, List<String> machines) {
        boolean ofRack =
                switch (fault.option().names()) {
                    case MACHINES, PORT, HOST, CLOCK, PART -> true;
                    case CONTAINER, SERVICE -> false;
                };
        if (ofRack && !machines.contains(fault.name())) {
            problems.add(
                    fault.option().option(),
                    "a machine of the lab (" + String.join(", ", machines) + ")",
                    "\"" + fault.name() + "\"",
                    Nearest.advice(fault.name(), machines));
        }
        String option = fault.option().option();
        if (fault.option().names() == FaultOption.Names.SERVICE && fault.detail().isEmpty()) {
            problems.add(option, "HOST:SERVICE", "\"" + fault.value() + "\"", "Maybe :mysql.");
        }
        if (fault.option().names() == FaultOption.Names.PART
                && Part.named(fault.detail()).isEmpty()) {
            String parts = String.join(", ", Part.texts());
            String found = "\"" + fault.value() + "\"";
            problems.add(option, "MACHINE=PART, a part of " + parts, found, "Maybe =memory.");
        }
        if (fault.option().names() == FaultOption.Names.CLOCK && offset(fault).isEmpty()) {
            problems.add(option, "MACHINE=TIME", "\"" + fault.value() + "\"", "Maybe =90s.");
        }
    }

    /** How far a clock is set ahead. */
    static OptionalLong offset(Fault fault) {
        String text = fault.detail();
        boolean behind = text.startsWith("-");
        OptionalLong offsetNs = Duration.parse(behind ? text.substring(1) : text);
        return behind && offsetNs.isPresent() ? OptionalLong.of(-offsetNs.getAsLong()) : offsetNs;
    }
}
