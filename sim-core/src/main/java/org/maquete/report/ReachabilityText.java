package org.maquete.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.maquete.finding.Words;
import org.maquete.reach.Matrix;
import org.maquete.reach.MatrixDifference;
import org.maquete.reach.Why;

/** Who reaches whom, as tables with numbered reasons, and what a change made of it. */
public final class ReachabilityText {

    private final String language;
    private final StringBuilder out = new StringBuilder();
    private final List<String> reasons = new ArrayList<>();

    private ReachabilityText(String language) {
        this.language = language;
    }

    /** A table for each service, then the reasons. */
    public static String of(Matrix matrix, String language) {
        return new ReachabilityText(language).print(matrix);
    }

    /** What became reachable and what no more. */
    public static String of(MatrixDifference difference, String language) {
        return new ReachabilityText(language).print(difference);
    }

    private String say(String en, String pt) {
        return new Words(en, pt).in(language);
    }

    private String print(Matrix matrix) {
        long yes = matrix.cells().stream().filter(c -> c.why().isEmpty()).count();
        out.append(yes)
                .append(say(" of ", " de "))
                .append(matrix.cells().size())
                .append(say(" pairs reach each other", " pares se alcançam"))
                .append('\n');
        for (Matrix.Service service : matrix.services()) {
            table(matrix, service);
        }
        if (!reasons.isEmpty()) {
            out.append('\n').append(say("why not", "por que não")).append(":\n");
        }
        for (int i = 0; i < reasons.size(); i++) {
            out.append(String.format(Locale.ROOT, "%4d  ", i + 1))
                    .append(reasons.get(i))
                    .append('\n');
        }
        return out.toString();
    }

    private void table(Matrix matrix, Matrix.Service service) {
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of(service.text()));
        matrix.names().forEach(name -> header.add("> " + name));
        rows.add(header);
        for (String from : matrix.names()) {
            List<String> row = new ArrayList<>(List.of(from));
            for (String to : matrix.names()) {
                row.add(matrix.cell(service, from, to).map(this::cell).orElse("-"));
            }
            rows.add(row);
        }
        out.append('\n');
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                String text = row.get(i);
                line.append(text).append(" ".repeat(width(rows, i) - text.length() + 2));
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private String cell(Matrix.Cell cell) {
        return cell.why()
                .map(why -> say("no", "não") + " " + number(why))
                .orElse(say("yes", "sim"));
    }

    private int number(Why why) {
        String text = reason(why);
        if (!reasons.contains(text)) {
            reasons.add(text);
        }
        return reasons.indexOf(text) + 1;
    }

    private String reason(Why why) {
        String answer = why.isAnswer() ? say("the answer is lost: ", "a resposta se perde: ") : "";
        return answer + why.words().in(language);
    }

    private String print(MatrixDifference difference) {
        if (difference.isEmpty()) {
            out.append(say("no difference among ", "nenhuma diferença entre "))
                    .append(difference.pairCount())
                    .append(say(" pairs", " pares"))
                    .append('\n');
        }
        for (Matrix.Cell each : difference.gained()) {
            out.append("+ ").append(pair(each)).append('\n');
        }
        for (Matrix.Cell each : difference.lost()) {
            Optional<Why> why = each.why();
            out.append("- ")
                    .append(pair(each))
                    .append(": ")
                    .append(
                            why.map(this::reason)
                                    .orElse(say("one of the two is gone", "um dos dois sumiu")))
                    .append('\n');
        }
        return out.toString();
    }

    private static String pair(Matrix.Cell cell) {
        return cell.service().text() + " " + cell.from() + " > " + cell.to();
    }
}
