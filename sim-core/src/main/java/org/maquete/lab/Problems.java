package org.maquete.lab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.maquete.kernel.Place;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Collects the problems of one document. */
final class Problems {

    private static final int FOUND_LENGTH = 60; // <characters>: what fits beside the rest on a line

    private final String file;
    private final List<LabProblem> list = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void at(Node node, String expected, String found, String advice) {
        Place place =
                node.getStartMark().map(mark -> place(mark)).orElseGet(() -> new Place(file, 0, 0));
        list.add(new LabProblem(place, expected, found, advice));
    }

    void at(Place place, String expected, String found, String advice) {
        list.add(new LabProblem(place, expected, found, advice));
    }

    Place place(Mark mark) {
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** All problems in order of their places. */
    List<LabProblem> sorted() {
        return list.stream().sorted(Comparator.comparing(LabProblem::place)).toList();
    }

    boolean isEmpty() {
        return list.isEmpty();
    }

    /** A node in a few words. */
    static String found(Node node) {
        return switch (node) {
            case ScalarNode scalar -> quoted(scalar.getValue());
            case SequenceNode sequence -> "a list of " + sequence.getValue().size();
            case MappingNode mapping -> "a mapping of " + mapping.getValue().size() + " keys";
            default -> "a " + node.getNodeType();
        };
    }

    /** A text between quotes, cut when it is long. */
    static String quoted(String text) {
        String line = text.replace("\n", "\\n");
        return line.length() <= FOUND_LENGTH
                ? "\"" + line + "\""
                : "\"" + line.substring(0, FOUND_LENGTH) + "...\"";
    }
}
