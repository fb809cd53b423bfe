package org.maquete.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maquete.ovn.replay.Topology;
import org.maquete.ovn.replay.TraceVectors;

/** Recorded answers of ovn-trace: a packet is a case. */
final class OvnConformance implements Conformance {

    private static final String VECTORS = "vectors.json";

    @Override
    public String name() {
        return "ovn";
    }

    @Override
    public String operand() {
        return "a folder with vectors.json beside nb/NAME.json and topologies/NAME.json";
    }

    @Override
    public Tally replay(List<String> names, Problems problems) {
        long count = 0;
        List<String> differences = new ArrayList<>();
        for (String name : names) {
            Path given = Path.of(name);
            Path folder = Files.isDirectory(given) ? given : given.resolveSibling("");
            Path file = Files.isDirectory(given) ? given.resolve(VECTORS) : given;
            Optional<String> vectors = Recordings.text(file, operand(), problems);
            if (vectors.isPresent()) {
                try {
                    Topologies found = new Topologies(folder, problems);
                    TraceVectors.Agreement all = TraceVectors.replay(vectors.get(), found::byName);
                    count += all.caseCount();
                    differences.addAll(all.differences());
                } catch (IllegalArgumentException bad) {
                    problems.add(file + ": " + bad.getMessage());
                }
            }
        }
        return new Tally(count, differences);
    }

    /** The networks of a folder, each read once. */
    private record Topologies(
            Path folder, Problems problems, Map<String, Optional<Topology>> read) {

        Topologies(Path folder, Problems problems) {
            this(folder, problems, new LinkedHashMap<>());
        }

        Optional<Topology> byName(String name) {
            return read.computeIfAbsent(name, this::read);
        }

        private Optional<Topology> read(String name) {
            String file = name + ".json";
            Path rows = folder.resolve("nb").resolve(file);
            Path neutron = folder.resolve("topologies").resolve(file);
            Optional<String> northbound = Recordings.text(rows, "northbound rows", problems);
            return Recordings.text(neutron, "the objects of a network", problems)
                    .flatMap(text -> northbound.map(nb -> new Topology(text, nb)));
        }
    }
}
