package org.maquete.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import org.maquete.finding.Nearest;
import org.maquete.kernel.Draws;
import org.maquete.kernel.SimTime;
import org.maquete.nova.trace.Amounts;
import org.maquete.nova.trace.Synthetic;
import org.maquete.nova.trace.Trace;
import org.maquete.nova.trace.TraceFormat;
import org.maquete.nova.trace.TraceReading;
import org.maquete.nova.trace.TraceText;

/** The trace that the options of {@code bench scheduler} ask for, by seed. */
final class TraceOption {

    private static final int COUNT_MAX = 10_000_000; // <hosts, requests>: GUESS, memory
    private static final int BYTE_COUNT_MAX = 512 << 20; // <bytes>: GUESS, memory
    private static final Amounts HOST = Amounts.of(64, 262_144, 7680); // GUESS: two sockets

    private final Arguments arguments;
    private final Problems problems;
    private final Screen screen;
    private final int seedCount;

    TraceOption(Arguments arguments, Problems problems, Screen screen, int seedCount) {
        this.arguments = arguments;
        this.problems = problems;
        this.screen = screen;
        this.seedCount = seedCount;
    }

    /** The traces; empty when there is a problem. */
    Optional<LongFunction<Trace>> traces() {
        Optional<String> file = arguments.value("--trace");
        int hostCount = arguments.count("--hosts", 1, COUNT_MAX, 0);
        int requestCount = arguments.count("--requests", 1, COUNT_MAX, 0);
        Optional<Amounts> host = arguments.value("--host").flatMap(this::host);
        if (file.isEmpty()) {
            return synthetic(
                    hostCount == 0 ? 100 : hostCount,
                    requestCount == 0 ? 20_000 : requestCount,
                    host);
        }
        boolean forever = arguments.value("--lifetime").equals(Optional.of("forever"));
        if (arguments.has("--load") || arguments.has("--lifetime") && !forever) {
            String advice = "Maybe --lifetime forever, which a trace may have too.";
            problems.add("--load, --lifetime", "a synthetic trace", "--trace", advice);
        }
        Optional<Trace> imported = imported(file.get());
        if (imported.isEmpty()) {
            return Optional.empty();
        }
        Trace trace = imported.get();
        if (requestCount > 0) {
            trace = trace.first(requestCount);
        }
        if (forever) {
            trace = trace.forever();
        }
        if (hostCount > 0) {
            Optional<Amounts> machine =
                    TraceFormat.of(file.get().split(":", -1)[0]).flatMap(TraceFormat::machine);
            Amounts room = host.orElse(machine.orElse(HOST));
            trace = trace.withHosts(Trace.alike(hostCount, room));
        } else if (trace.hosts().isEmpty()) {
            String advice = "Maybe --hosts 100, all alike; --host says how large they are.";
            problems.add("--hosts", "how many hosts", "none, and none in the trace", advice);
            return Optional.empty();
        }
        Trace whole = trace;
        return Optional.of(seed -> seedCount == 1 ? whole : shuffled(whole, seed));
    }

    private Optional<LongFunction<Trace>> synthetic(
            int hostCount, int requestCount, Optional<Amounts> host) {
        int percent = arguments.count("--load", 1, 1000, 100);
        boolean forever = arguments.value("--lifetime").equals(Optional.of("forever"));
        OptionalLong given = forever ? OptionalLong.empty() : arguments.duration("--lifetime");
        long lifetimeNs = forever ? Trace.NEVER : given.orElse(24 * SimTime.HOUR);
        if (lifetimeNs == 0) {
            problems.add("--lifetime", "a time above 0", "0", "Maybe forever is meant.");
        }
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        Synthetic usual = Synthetic.of(hostCount, requestCount, percent / 100.0, lifetimeNs);
        List<Synthetic.Mix> hosts =
                host.map(h -> List.of(new Synthetic.Mix("host", h, 1))).orElse(usual.hosts());
        Synthetic generator =
                new Synthetic(
                        hostCount,
                        requestCount,
                        percent / 100.0,
                        lifetimeNs,
                        usual.flavors(),
                        hosts);
        return Optional.of(generator::trace);
    }

    private Optional<Amounts> host(String text) {
        boolean good = text.matches("[1-9][0-9]{0,5}:[1-9][0-9]{0,8}:[0-9]{1,6}");
        if (!good) {
            String advice = "Maybe 64:262144:1000 for 64 VCPU, 256 GiB and 1000 GiB of disk.";
            problems.add("--host", "VCPU:MIB:GIB", "\"" + text + "\"", advice);
            return Optional.empty();
        }
        String[] words = text.split(":", -1);
        return Optional.of(
                Amounts.of(
                        Integer.parseInt(words[0]),
                        Integer.parseInt(words[1]),
                        Integer.parseInt(words[2])));
    }

    private Optional<Trace> imported(String text) {
        int colon = text.indexOf(':');
        String word = colon < 0 ? text : text.substring(0, colon);
        List<String> files =
                colon < 0 ? List.of() : Arrays.asList(text.substring(colon + 1).split(",", -1));
        Optional<TraceFormat> format = TraceFormat.of(word);
        if (format.isEmpty() || !format.get().takes(files.size())) {
            List<String> words =
                    Arrays.stream(TraceFormat.values()).map(TraceFormat::word).toList();
            String expected =
                    format.map(TraceFormat::shown).orElse("one of " + String.join(", ", words));
            String advice =
                    format.isPresent()
                            ? "Maybe a comma between the files is missing."
                            : Nearest.advice(word, words);
            problems.add("--trace", expected, "\"" + text + "\"", advice);
            return Optional.empty();
        }
        List<TraceText> texts = new ArrayList<>();
        for (String file : files) {
            TextFiles.read(file, "a file of a trace", BYTE_COUNT_MAX, problems)
                    .ifPresent(t -> texts.add(new TraceText(file, t)));
        }
        if (texts.size() < files.size()) {
            return Optional.empty();
        }
        TraceReading reading = format.get().read(texts);
        reading.flaws().forEach(problems::add);
        reading.notes().forEach(note -> screen.say("maquete: " + note));
        return reading.trace();
    }

    /** The hosts in an order that follows from the seed; the real one is arbitrary. */
    private static Trace shuffled(Trace trace, long seed) {
        List<Trace.Host> hosts = new ArrayList<>(trace.hosts());
        Draws draws = Draws.of(seed, "bench", trace.name(), "order of hosts", 0);
        for (int i = hosts.size() - 1; i > 0; i--) {
            int j = draws.below(i + 1);
            Trace.Host held = hosts.get(i);
            hosts.set(i, hosts.get(j));
            hosts.set(j, held);
        }
        return trace.withHosts(hosts);
    }
}
