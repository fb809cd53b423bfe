package org.maquete.cli;

import java.util.List;
import org.maquete.finding.Cure;
import org.maquete.reach.Answer;
import org.maquete.reach.Hop;
import org.maquete.reach.Matrix;
import org.maquete.reach.MatrixDifference;
import org.maquete.reach.Why;
import org.maquete.report.TraceText;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers of {@code trace} and {@code reachability} as JSON. */
final class TraceJson {

    private static final int VERSION = 1;

    private final String language;

    private TraceJson(String language) {
        this.language = language;
    }

    /** An answer, with a newline at its end. */
    static String of(Answer answer, String language) {
        ObjectNode root = root();
        new TraceJson(language).answer(answer, root);
        return text(root);
    }

    /** A matrix, with a newline at its end. */
    static String of(Matrix matrix, String language) {
        ObjectNode root = root();
        ArrayNode names = root.putArray("names");
        matrix.names().forEach(names::add);
        new TraceJson(language).cells(matrix.cells(), root.putArray("pairs"));
        return text(root);
    }

    /** A difference, with a newline at its end. */
    static String of(MatrixDifference difference, String language) {
        ObjectNode root = root();
        root.put("pairsCompared", difference.pairCount());
        TraceJson json = new TraceJson(language);
        json.cells(difference.gained(), root.putArray("gained"));
        json.cells(difference.lost(), root.putArray("lost"));
        return text(root);
    }

    private static ObjectNode root() {
        return JsonMapper.builder().build().createObjectNode().put("version", VERSION);
    }

    private static String text(ObjectNode root) {
        return root.toPrettyString().replace("\r\n", "\n") + "\n";
    }

    private void answer(Answer answer, ObjectNode root) {
        root.put("reaches", answer.reaches());
        root.put("verdict", TraceText.verdict(answer, language));
        root.put("protocol", answer.question().protocol().word());
        root.put("port", answer.question().port());
        end(answer.from(), root.putObject("from"));
        end(answer.to(), root.putObject("to"));
        hops(answer.there(), root.putArray("there"));
        hops(answer.back(), root.putArray("back"));
        why(answer.why().stream().toList(), root);
    }

    private static void end(Answer.End end, ObjectNode node) {
        node.put("name", end.name()).put("address", end.address());
    }

    private void hops(List<Hop> hops, ArrayNode array) {
        for (Hop hop : hops) {
            ObjectNode node = array.addObject();
            node.put("kind", hop.kind().name().toLowerCase(java.util.Locale.ROOT));
            node.put("text", hop.words().in(language));
            hop.made()
                    .ifPresent(made -> {
                        ObjectNode by = node.putObject("madeBy");
                        by.put("file", made.place().file());
                        by.put("line", made.place().line());
                        by.put("column", made.place().column());
                        by.put("command", made.source());
                    });
        }
    }

    private void why(List<Why> whys, ObjectNode root) {
        if (whys.isEmpty()) {
            root.putNull("why");
        }
        for (Why why : whys) {
            ObjectNode node = root.putObject("why");
            node.put("reason", why.reason().word());
            node.put("isAnswer", why.isAnswer());
            node.put("text", why.words().in(language));
            ArrayNode cures = node.putArray("cures");
            why.cures().forEach(cure -> cure(cure, cures.addObject()));
        }
    }

    private void cure(Cure cure, ObjectNode node) {
        node.put("text", cure.words().in(language));
        ArrayNode lines = node.putArray("commands");
        cure.lines().forEach(lines::add);
    }

    private void cells(List<Matrix.Cell> cells, ArrayNode array) {
        for (Matrix.Cell cell : cells) {
            ObjectNode node = array.addObject();
            node.put("from", cell.from()).put("to", cell.to());
            node.put("protocol", cell.service().protocol().word());
            node.put("port", cell.service().port());
            node.put("reaches", cell.why().isEmpty());
            why(cell.why().stream().toList(), node);
        }
    }
}
