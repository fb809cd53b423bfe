package org.maquete.ovn.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.maquete.ovn.nb.LogicalSwitchPort;
import org.maquete.ovn.nb.Northbound;
import org.maquete.ovn.nb.NorthboundReader;
import org.maquete.ovn.pipeline.Binding;
import org.maquete.ovn.pipeline.Packet;
import org.maquete.ovn.pipeline.Tracer;
import tools.jackson.databind.JsonNode;

/**
 * Asks and rebuilds for the script {@code benchmarks/ovn/run}. Arguments: a folder with the
 * recording of the network {@code big} and {@code queries.json}, then {@code compare}, or {@code
 * time} and the seconds to warm up for.
 */
public final class TraceByHand {

    private static final long SECOND = 1_000_000_000L;

    private final Path folder;
    private final Topology topology;
    private final Northbound rows;
    private final List<Binding> bindings = new ArrayList<>();
    private long seen;

    private TraceByHand(Path folder) throws IOException {
        this.folder = folder;
        String neutron = Files.readString(folder.resolve("topologies/big.json"));
        String northbound = Files.readString(folder.resolve("nb/big.json"));
        topology = new Topology(neutron, northbound);
        rows = NorthboundReader.read(northbound);
        for (JsonNode each : Topology.json(neutron).path("mac_bindings")) {
            bindings.add(
                    new Binding(
                            each.path("logical_port").asString(""),
                            each.path("ip").asString(""),
                            each.path("mac").asString("")));
        }
    }

    /**
     * Prints how many answers are equal; or microseconds of a query to a neighbour and to the
     * internet, then milliseconds of a rebuild, of a change, and of the first rebuild.
     */
    public static void main(String[] args) throws IOException {
        TraceByHand hand = new TraceByHand(Path.of(args[0]));
        if (args[1].equals("compare")) {
            hand.compare();
        } else {
            hand.time(Long.parseLong(args[2]) * SECOND);
        }
    }

    private void compare() throws IOException {
        TraceVectors.Agreement agreement =
                TraceVectors.replay(
                        Files.readString(folder.resolve("vectors.json")),
                        _ -> Optional.of(topology));
        long wrong = agreement.differences().size();
        System.out.printf(
                Locale.ROOT,
                "%d of %d equal%n",
                agreement.caseCount() - wrong,
                agreement.caseCount());
        if (wrong > 0) {
            agreement.differences().stream().limit(5).forEach(System.err::println);
            System.exit(1);
        }
    }

    private void time(long warmNs) throws IOException {
        long start = System.nanoTime();
        Tracer tracer = new Tracer(rows, bindings);
        double cold = System.nanoTime() - start;
        JsonNode queries = Topology.json(Files.readString(folder.resolve("queries.json")));
        double near = query(tracer, queries.path("near"), warmNs);
        double out = query(tracer, queries.path("out"), warmNs);
        double rebuild = best(warmNs, () -> seen += new Tracer(rows, bindings).madeCount());
        Northbound other = withoutOnePort();
        double change =
                best(
                                warmNs,
                                () -> {
                                    tracer.update(other, bindings);
                                    tracer.update(rows, bindings);
                                })
                        / 2;
        System.out.printf(
                Locale.ROOT,
                "%.3f %.3f %.3f %.3f %.1f%n",
                near / 1e3,
                out / 1e3,
                rebuild / 1e6,
                change / 1e6,
                cold / 1e6);
        if (seen == 0) {
            throw new IllegalStateException("expected answers, found none");
        }
    }

    /** A question as a text of fields, the answer as a value: nanoseconds of one. */
    private double query(Tracer tracer, JsonNode queries, long warmNs) {
        List<String> inports = new ArrayList<>();
        List<SortedMap<String, String>> packets = new ArrayList<>();
        for (JsonNode query : queries) {
            SortedMap<String, String> fields = new TreeMap<>();
            for (Map.Entry<String, JsonNode> each : query.properties()) {
                fields.put(each.getKey(), each.getValue().asString(""));
            }
            inports.add(topology.id(fields.getOrDefault("inport", "")));
            packets.add(fields);
        }
        Runnable all =
                () -> {
                    for (int i = 0; i < packets.size(); i++) {
                        Packet packet = new Packet(packets.get(i));
                        seen += tracer.trace(inports.get(i), packet).outputs().size();
                    }
                };
        return best(warmNs, all) / packets.size();
    }

    /** Nanoseconds of the best run, after a time of running. */
    private static double best(long warmNs, Runnable run) {
        long end = System.nanoTime() + warmNs;
        long best = Long.MAX_VALUE;
        int after = 0;
        while (after < 20) {
            long start = System.nanoTime();
            run.run();
            best = Math.min(best, System.nanoTime() - start);
            after += System.nanoTime() > end ? 1 : 0;
        }
        return best;
    }

    private Northbound withoutOnePort() {
        List<LogicalSwitchPort> ports = new ArrayList<>(rows.switchPorts());
        int at = ports.size() / 2;
        while (!ports.get(at).type().isEmpty()) {
            at++;
        }
        LogicalSwitchPort row = ports.get(at);
        ports.set(
                at,
                new LogicalSwitchPort(
                        row.name(),
                        row.type(),
                        row.addresses(),
                        row.portSecurity(),
                        row.tag(),
                        false,
                        row.dhcpv4(),
                        row.options(),
                        row.externalIds()));
        return new Northbound(
                rows.switches(),
                ports,
                rows.routers(),
                rows.routerPorts(),
                rows.portGroups(),
                rows.addressSets(),
                rows.loadBalancers());
    }
}
