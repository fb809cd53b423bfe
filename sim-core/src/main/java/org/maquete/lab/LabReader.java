package org.maquete.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.maquete.kernel.Place;
import org.maquete.kernel.Span;
import org.maquete.runbook.PlainYaml;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads the description of a lab, YAML or JSON (which is YAML too). It never stops at the first
 * problem; only a text that is no YAML at all has a single one.
 */
public final class LabReader {

    /** Deeper nesting than this is refused before anything descends into it. */
    public static final int DEPTH_LIMIT = 20; // <levels>: the format needs 6

    /** More machines than this are refused. */
    public static final int MACHINE_LIMIT = 10_000; // <machines>: DESIGN, the largest lab measured

    private static final List<String> KEYS =
            List.of("format", "seed", "clouds", "maas", "machines", "durations");

    private LabReader() {}

    /**
     * Reads a description.
     *
     * @param fileName the name of the document as the person gave it, for places
     * @param spans those of the model: what the document may override
     */
    public static LabReading read(String fileName, String text, List<Span> spans) {
        Optional<LabDescription> plain = PlainYaml.read(text).flatMap(node -> plain(node, spans));
        if (plain.isPresent()) {
            return new LabReading.Read(plain.get());
        }
        Problems problems = new Problems(fileName);
        Optional<Node> root = compose(fileName, text, problems);
        if (root.isEmpty()) {
            return new LabReading.Problems(problems.sorted());
        }
        LabDescription description = describe(root.get(), spans, problems);
        return problems.isEmpty()
                ? new LabReading.Read(description)
                : new LabReading.Problems(problems.sorted());
    }

    /** A description without a problem; else the library reads it, which knows the places. */
    private static Optional<LabDescription> plain(Node root, List<Span> spans) {
        Problems problems = new Problems("");
        LabDescription description = describe(root, spans, problems);
        return problems.isEmpty() ? Optional.of(description) : Optional.empty();
    }

    private static Optional<Node> compose(String fileName, String text, Problems problems) {
        LoadSettings settings = LoadSettings.builder().setLabel(fileName).setUseMarks(true).build();
        try {
            if (isTooDeep(settings, text, problems)) {
                return Optional.empty();
            }
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                problems.at(
                        new Place(fileName, 1, 1),
                        "the description of a lab",
                        "nothing",
                        "Maybe the file is empty, or everything in it is a comment.");
            }
            return root;
        } catch (MarkedYamlEngineException e) {
            Place place =
                    e.getProblemMark()
                            .map(problems::place)
                            .orElseGet(() -> new Place(fileName, 0, 0));
            problems.at(
                    place,
                    "YAML or JSON",
                    said(e.getProblem()),
                    "Maybe a quote, colon or bracket.");
        } catch (YamlEngineException e) {
            problems.at(
                    new Place(fileName, 0, 0),
                    "YAML or JSON",
                    said(String.valueOf(e.getMessage())),
                    "Maybe it is another kind of file.");
        }
        return Optional.empty();
    }

    private static String said(String problem) {
        return problem.lines().findFirst().orElse("something else");
    }

    /**
     * The composer descends by recursion, so depth is measured on the flat list of events first.
     */
    private static boolean isTooDeep(LoadSettings settings, String text, Problems problems) {
        int depth = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            switch (event.getEventId()) {
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                default -> {}
            }
            if (depth > DEPTH_LIMIT) {
                Place place = event.getStartMark().map(problems::place).orElseThrow();
                problems.at(
                        place,
                        "at most " + DEPTH_LIMIT + " levels",
                        "one more",
                        "Maybe a bracket is not closed.");
                return true;
            }
        }
        return false;
    }

    private static LabDescription describe(Node root, List<Span> spans, Problems problems) {
        Fields fields = new Fields(root, "lab", KEYS, problems);
        String format =
                fields.parsed(
                                fields.required("format"),
                                LabDescription.FORMAT,
                                "Maybe write format: " + LabDescription.FORMAT + ".",
                                text -> Optional.of(text).filter(LabDescription.FORMAT::equals))
                        .orElse("");
        LabDescription.Maas maas =
                fields.required("maas")
                        .map(node -> MaasReader.read(node, problems))
                        .orElse(MaasReader.NONE);
        return new LabDescription(
                format,
                fields.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE, 1),
                fields.texts("clouds"),
                maas,
                machines(fields, problems),
                fields.value("durations")
                        .map(node -> DurationReader.read(node, spans, problems))
                        .orElse(List.of()));
    }

    private static List<LabDescription.Computer> machines(Fields lab, Problems problems) {
        lab.required("machines");
        List<Node> nodes = lab.list("machines");
        if (nodes.size() > MACHINE_LIMIT) {
            problems.at(
                    nodes.get(MACHINE_LIMIT),
                    "at most " + MACHINE_LIMIT + " machines",
                    nodes.size() + " of them",
                    "Maybe divide the lab.");
            return List.of();
        }
        List<LabDescription.Computer> machines = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>();
        for (Node node : nodes) {
            LabDescription.Computer machine = MachineReader.read(node, problems);
            if (!machine.name().isEmpty() && !names.add(machine.name())) {
                problems.at(
                        node,
                        "each machine once",
                        "\"" + machine.name() + "\" twice",
                        "Maybe give it another name.");
            }
            machines.add(machine);
        }
        return machines;
    }
}
