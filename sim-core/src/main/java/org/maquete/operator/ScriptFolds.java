package org.maquete.operator;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Place;
import org.maquete.runbook.SourceText;
import org.maquete.world.Edits;
import org.maquete.world.Table;

/** Puts scripts before the person. */
final class ScriptFolds {

    private static final int START = 0;

    private final Scripts scripts;

    ScriptFolds(Scripts scripts) {
        this.scripts = scripts;
    }

    void taken(Acts.ScriptTaken fact, long timeNs, Edits edits) {
        shell(edits, fact.pace());
        push(edits, fact.sources().getFirst().name(), fact.sources(), false, Optional.empty());
    }

    void inserted(Acts.LinesInserted fact, long timeNs, Edits edits) {
        Frame frame = OperatorView.top(edits.world()).orElseThrow();
        if (fact.instead()) {
            Code code = edits.world().table(OperatorTables.CODES).get(frame.code()).code();
            Code.Line line = (Code.Line) code.ops().get(frame.pc());
            edits.set(OperatorTables.FRAMES, frame.at(line.next()));
        }
        push(edits, fact.lines().getFirst().name(), fact.lines(), fact.cured(), fact.at());
    }

    void sourced(Acts.Sourced fact, long timeNs, Edits edits) {
        SourceText file = new SourceText(fact.file().name() + ".sh", fact.file().text());
        Optional<Place> caller = Optional.of(fact.caller());
        push(edits, fact.file().name(), List.of(file), fact.cured(), caller);
    }

    private void push(
            Edits edits,
            String name,
            List<SourceText> sources,
            boolean cured,
            Optional<Place> caller) {
        Scripts.Compiled script = scripts.of(sources);
        Code code = script.code();
        int codeId = edits.world().table(OperatorTables.CODES).nextId();
        edits.insert(OperatorTables.CODES, new CodeRow(codeId, name, code, script.notes()));
        int id = edits.world().table(OperatorTables.FRAMES).nextId();
        List<String> temps = Collections.nCopies(code.temps(), "");
        List<Integer> loops = Collections.nCopies(code.loops(), 0);
        edits.insert(
                OperatorTables.FRAMES, new Frame(id, codeId, START, temps, loops, cured, caller));
    }

    private static void shell(Edits edits, Pace pace) {
        Table<Shell> shells = edits.world().table(OperatorTables.SHELL);
        Optional<Shell> old = shells.find("shell");
        if (old.isEmpty()) {
            edits.insert(OperatorTables.SHELL, Shell.fresh(pace));
        } else {
            edits.set(OperatorTables.SHELL, old.get().restarted(pace));
        }
    }
}
