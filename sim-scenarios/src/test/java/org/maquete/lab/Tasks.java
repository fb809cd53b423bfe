package org.maquete.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.cli.Bundled;
import org.maquete.finding.Finding;
import org.maquete.finding.Remedy;
import org.maquete.finding.Rule;
import org.maquete.finding.Run;
import org.maquete.finding.Trouble;
import org.maquete.finding.TypedLine;
import org.maquete.kernel.Command;
import org.maquete.kernel.Origin;
import org.maquete.kernel.Refusal;
import org.maquete.kernel.Simulation;
import org.maquete.operator.OperatorView;
import org.maquete.operator.Pace;
import org.maquete.operator.TypeScript;
import org.maquete.reach.Answer;
import org.maquete.reach.Protocol;
import org.maquete.reach.Question;
import org.maquete.reach.Reach;
import org.maquete.runbook.SourceText;

/** The lab's tasks 3 and 4: the runbook of the application, as it is or with a line changed. */
final class Tasks {

    /** The request of somebody outside. */
    static final String ASK = "curl -m 300 http://172.16.7.80/";

    private static final Simulation DEPLOYED = deployed();

    private final Simulation run;

    private Tasks(Simulation run) {
        this.run = run;
    }

    /** The corrected runbook, up to its first server. */
    private static Simulation deployed() {
        String text = Bundled.corrected("en").text();
        String before = text.substring(0, text.indexOf("## 22. The first virtual machine"));
        return Labs.run(Labs.plan(new SourceText("openstack.en.md", before)));
    }

    static String text() {
        return Bundled.tasks("en").text();
    }

    static Tasks asWritten() {
        return with(text());
    }

    /** With one text in place of another, which has to be there. */
    static Tasks changed(String from, String to) {
        String text = text();
        if (!text.contains(from)) {
            throw new IllegalArgumentException("expected in the runbook: " + from);
        }
        return with(text.replace(from, to));
    }

    private static Tasks with(String text) {
        return new Tasks(DEPLOYED).typed(new SourceText("tasks.en.md", text));
    }

    /** Types further lines into a branch. */
    Tasks then(String lines) {
        return typed(new SourceText("then.sh", lines + "\n"));
    }

    private Tasks typed(SourceText text) {
        Simulation branch = run.fork();
        branch.submit(
                new TypeScript(List.of(text), Pace.PATIENT), new Origin.Person("types a runbook"));
        branch.runToEnd();
        return new Tasks(branch);
    }

    /** Something happens beside the keyboard. */
    Tasks after(Command command) {
        Simulation branch = run.fork();
        branch.submit(command, new Origin.Lab("test"));
        branch.runToEnd();
        return new Tasks(branch);
    }

    List<TypedLine> lines() {
        return OperatorView.lines(run.world());
    }

    /** What lines were answered. */
    static List<String> texts(List<TypedLine> lines) {
        return lines.stream().map(line -> line.answer().text()).toList();
    }

    /** What the last line was answered. */
    TypedLine last() {
        return lines().getLast();
    }

    /** What a request from outside is answered now. */
    String asked() {
        return then(ASK).last().answer().text();
    }

    /** What the check says about lines typed in guests and to them, in order of place. */
    List<Finding> findings() {
        Run all = new Run(lines(), run.journal(), run.world(), run.model());
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : run.model().contributions(Rule.class)) {
            if (rule.id().startsWith("guest.")) {
                findings.addAll(rule.check(all));
            }
        }
        for (TypedLine line : lines()) {
            if (line.failed()) {
                explained(line).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private Optional<Finding> explained(TypedLine line) {
        Refusal refusal = line.refusal().orElse(Refusal.of("", line.answer().text()));
        for (Remedy remedy : run.model().contributions(Remedy.class)) {
            Optional<Remedy.Diagnosis> found = remedy.diagnose(line, refusal, run.world());
            if (found.isPresent()) {
                return Optional.of(
                        new Finding(
                                found.get().rule(),
                                found.get().severity(),
                                Trouble.REFUSED,
                                line.place(),
                                refusal.missed(),
                                line.answer().text(),
                                found.get().cause(),
                                found.get().cures(),
                                refusal.missed()));
            }
        }
        return Optional.empty();
    }

    /** What became of a packet. */
    Answer tcp(String from, String to, int port) {
        Question question = new Question(from, to, Protocol.TCP, port, "");
        return ((Reach.Answered) Reach.of(run).ask(question)).answer();
    }

    Simulation run() {
        return run;
    }
}
