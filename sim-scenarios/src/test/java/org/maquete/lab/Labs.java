package org.maquete.lab;

import java.util.List;
import org.maquete.cli.Bundled;
import org.maquete.kernel.Model;
import org.maquete.kernel.Origin;
import org.maquete.kernel.Simulation;
import org.maquete.operator.OperatorView;
import org.maquete.operator.Pace;
import org.maquete.operator.TypeScript;
import org.maquete.preflight.Plan;
import org.maquete.runbook.SourceText;

/** The bundled lab, for tests. */
final class Labs {

    private Labs() {}

    static Plan plan(SourceText source) {
        return plan(Lab.model(Library.of(Bundled.charms())), source);
    }

    static Plan plan(Model model, SourceText source) {
        SourceText lab = Bundled.lab();
        LabDescription five =
                ((LabReading.Read) LabReader.read(lab.name(), lab.text(), model.spans()))
                        .description();
        return new Plan(
                model,
                LabBuilder.settings(five),
                LabBuilder.commands(five),
                List.of(),
                List.of(source),
                Pace.PATIENT);
    }

    /** A plan run to its end. */
    static Simulation run(Plan plan) {
        Simulation run = plan.start();
        run.runToEnd();
        return run;
    }

    /** The lab as the corrected runbook deploys it. */
    static Simulation deployed() {
        return run(plan(Bundled.corrected("en")));
    }

    /** What a program prints when this line is typed into the finished run. */
    static String ask(Simulation run, String line) {
        Simulation branch = run.fork();
        SourceText text = new SourceText("question.sh", line + "\n");
        branch.submit(
                new TypeScript(List.of(text), Pace.HASTY), new Origin.Person("asks a question"));
        branch.runToEnd();
        int last = OperatorView.lineCount(branch.world()) - 1;
        return OperatorView.line(branch.world(), last).answer().stdout();
    }
}
