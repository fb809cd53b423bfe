package org.maquete.cli;

import java.util.ArrayList;
import java.util.List;
import org.maquete.kernel.Model;
import org.maquete.lab.LabProblem;
import org.maquete.lab.LabReader;
import org.maquete.lab.LabReading;
import org.maquete.lab.MaasInventory;
import org.maquete.runbook.SourceText;

/** {@code lab}: turns what a real MAAS printed into a lab file. */
final class LabCommand implements Command {

    @Override
    public String name() {
        return "lab";
    }

    @Override
    public String operands() {
        return "FILE...";
    }

    @Override
    public String summary() {
        return "make a lab file of what \"maas admin machines read\" and the like printed";
    }

    @Override
    public List<Option> options() {
        return List.of();
    }

    @Override
    public ExitCode run(Arguments arguments, Problems problems, Screen screen) {
        if (arguments.words().isEmpty()) {
            String advice = "Maybe machines.json, made with \"maas admin machines read\".";
            problems.add("lab", "documents of a MAAS", "none", advice);
            return ExitCode.UNREADABLE;
        }
        List<SourceText> documents = new ArrayList<>();
        for (String name : arguments.words()) {
            TextFiles.read(name, "a document of MAAS", problems)
                    .ifPresent(text -> documents.add(new SourceText(name, text)));
        }
        if (!problems.isEmpty()) {
            return ExitCode.UNREADABLE;
        }
        return switch (MaasInventory.of(documents)) {
            case MaasInventory.Made.Wrong(List<LabProblem> list) -> {
                list.forEach(p -> problems.add(p.text()));
                yield ExitCode.UNREADABLE;
            }
            case MaasInventory.Made.LabFile(String text) -> print(text, screen);
        };
    }

    /** Prints it; what the reader of labs would not take is said at once. */
    private static ExitCode print(String text, Screen screen) {
        screen.out().print(text);
        Model model = PlanReader.model();
        if (LabReader.read("lab.yaml", text, model.spans())
                instanceof LabReading.Problems problems) {
            screen.say(problems.text());
            return ExitCode.FOUND;
        }
        return ExitCode.CLEAN;
    }
}
