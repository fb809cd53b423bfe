package org.maquete.report;

import java.util.ArrayList;
import java.util.List;
import org.maquete.finding.Cure;
import org.maquete.finding.Words;
import org.maquete.reach.Answer;
import org.maquete.reach.Hop;
import org.maquete.reach.Made;
import org.maquete.reach.Why;

/**
 * The answer to a question about a packet: yes or no and why in the first line, the way hop by hop
 * with the command line that made each, the cure last.
 */
public final class TraceText {

    private final String language;
    private final StringBuilder out = new StringBuilder();
    private final List<Made> told = new ArrayList<>();

    private TraceText(String language) {
        this.language = language;
    }

    /** The text. */
    public static String of(Answer answer, String language) {
        return new TraceText(language).print(answer);
    }

    /** The first line alone, without its end. */
    public static String verdict(Answer answer, String language) {
        return new TraceText(language).first(answer);
    }

    private String say(String en, String pt) {
        return new Words(en, pt).in(language);
    }

    private String print(Answer answer) {
        out.append(first(answer)).append('\n');
        way(say("there", "ida"), answer.there());
        boolean isLost = answer.why().isPresent();
        if (isLost && answer.back().isEmpty() && !answer.there().isEmpty()) {
            out.append(say("  lost here\n", "  perde-se aqui\n"));
        }
        way(say("back", "volta"), answer.back());
        if (isLost && !answer.back().isEmpty()) {
            out.append(say("  lost here\n", "  perde-se aqui\n"));
        }
        answer.why().ifPresent(why -> cures(why.cures()));
        return out.toString();
    }

    private String first(Answer answer) {
        String what =
                answer.question().service()
                        + say(" from ", " de ")
                        + end(answer.from(), answer.question().from());
        String to = end(answer.to(), answer.question().to());
        if (answer.reaches()) {
            return say("yes: ", "sim: ")
                    + what
                    + say(" reaches ", " chega a ")
                    + to
                    + say(", and the answer comes back", " e a resposta volta");
        }
        Why why = answer.why().orElseThrow();
        String reason = why.words().in(language);
        return why.isAnswer()
                ? say("no: ", "não: ")
                        + what
                        + say(" reaches ", " chega a ")
                        + to
                        + say(" but its answer is lost: ", ", mas a resposta se perde: ")
                        + reason
                : say("no: ", "não: ")
                        + what
                        + say(" does not reach ", " não chega a ")
                        + to
                        + ": "
                        + reason;
    }

    private String end(Answer.End end, String asked) {
        String name = end.name().equals("outside") ? say("outside", "fora") : end.name();
        if (end.address().isEmpty() || end.address().equals(name)) {
            return name.isEmpty() ? asked : name;
        }
        return name.isEmpty() ? end.address() : name + " (" + end.address() + ")";
    }

    private void way(String title, List<Hop> hops) {
        if (hops.isEmpty()) {
            return;
        }
        out.append('\n').append(title).append(":\n");
        for (Hop hop : hops) {
            out.append("  ").append(hop.words().in(language)).append('\n');
            hop.made().ifPresent(this::made);
        }
    }

    /** The line that made it, once. */
    private void made(Made made) {
        if (told.contains(made)) {
            return;
        }
        told.add(made);
        String source = made.source().strip().replaceAll("\\s*\\\\?\\r?\\n\\s*", " ");
        out.append("      ").append(made.place()).append(": ").append(source).append('\n');
    }

    private void cures(List<Cure> cures) {
        out.append('\n').append(say("cure", "remédio")).append(":\n");
        for (Cure cure : cures) {
            out.append(Prose.wrapped("  ", cure.words().in(language)));
            cure.lines().forEach(line -> out.append("    ").append(line).append('\n'));
        }
    }
}
