package org.maquete.preflight;

import java.util.List;
import java.util.Optional;
import org.maquete.finding.Finding;
import org.maquete.finding.Remedy;
import org.maquete.finding.Severity;
import org.maquete.finding.Trouble;
import org.maquete.finding.TypedLine;
import org.maquete.finding.Words;
import org.maquete.kernel.Model;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.tool.Verb;
import org.maquete.tool.Verbs;
import org.maquete.world.World;

/** Makes a finding of a refused line, with what the subsystems know about such refusals. */
final class Diagnoser {

    private final List<Remedy> remedies;
    private final Verbs verbs;

    Diagnoser(Model model) {
        remedies = model.contributions(Remedy.class);
        verbs = new Verbs(model.contributions(Verb.class));
    }

    /** Whether the line failed in a way that counts: the shell's own filters do not. */
    boolean failed(TypedLine line) {
        return line.failed();
    }

    /** The kind of thing that the line would have made, or the empty text. */
    String creates(TypedLine line) {
        return verbs.longest(plain(line)).map(match -> match.verb().creates()).orElse("");
    }

    /** Whether {@code line} should have made the thing that {@code missed} names. */
    boolean shouldHaveMade(TypedLine line, Ref missed) {
        return missed.isSome() && shouldHaveMade(creates(line), line.words(), missed);
    }

    /** The same of a line with these words that creates something of this kind. */
    static boolean shouldHaveMade(String creates, List<String> words, Ref missed) {
        if (missed.kind().equals("option")) {
            // An option comes with the file of the application that has it: "neutron-api mtu".
            String application = missed.name().split(" ", 2)[0];
            return creates.equals("application") && words.contains(application);
        }
        if (!missed.isSome() || !creates.equals(missed.kind())) {
            return false;
        }
        return missed.name().isEmpty() || words.contains(missed.name());
    }

    Finding finding(TypedLine line, World world) {
        Refusal refusal =
                line.refusal()
                        .orElse(Refusal.of("exit " + line.answer().exit(), line.answer().text()));
        for (Remedy remedy : remedies) {
            Optional<Remedy.Diagnosis> diagnosis = remedy.diagnose(line, refusal, world);
            if (diagnosis.isPresent()) {
                Remedy.Diagnosis d = diagnosis.get();
                return new Finding(
                        d.rule(),
                        d.severity(),
                        Trouble.REFUSED,
                        line.place(),
                        subject(line, refusal),
                        line.answer().text(),
                        d.cause(),
                        d.cures(),
                        refusal.missed());
            }
        }
        String program = plain(line).getFirst();
        return new Finding(
                program + ".refused",
                Severity.ERROR,
                Trouble.REFUSED,
                line.place(),
                subject(line, refusal),
                line.answer().text(),
                words(refusal, program),
                List.of(),
                refusal.missed());
    }

    private static Ref subject(TypedLine line, Refusal refusal) {
        return refusal.missed().isSome() ? refusal.missed() : new Ref("line", line.source());
    }

    private static Words words(Refusal refusal, String program) {
        if (refusal.missed().isSome()) {
            String missed = refusal.missed().toString();
            return new Words(
                    "There is no " + missed + " when this line is typed.",
                    "Não existe " + missed + " quando esta linha é digitada.");
        }
        return new Words(program + " refuses this line.", program + " recusa esta linha.");
    }

    private static List<String> plain(TypedLine line) {
        List<String> words = line.words();
        return words.size() > 1 && words.getFirst().equals("sudo")
                ? words.subList(1, words.size())
                : words;
    }
}
