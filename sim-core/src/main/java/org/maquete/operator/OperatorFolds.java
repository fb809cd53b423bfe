package org.maquete.operator;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Place;
import org.maquete.runbook.RunbookReader;
import org.maquete.runbook.Script;
import org.maquete.runbook.SourceText;
import org.maquete.world.Edits;
import org.maquete.world.Table;

/** Applies what happens at the keyboard. */
final class OperatorFolds {

    private static final int START = 0;

    private OperatorFolds() {}

    static void taken(Acts.ScriptTaken fact, long timeNs, Edits edits) {
        Script script = RunbookReader.read(fact.sources());
        shell(edits, fact.pace());
        push(edits, fact.sources().getFirst().name(), script, false, Optional.empty());
    }

    static void inserted(Acts.LinesInserted fact, long timeNs, Edits edits) {
        Frame frame = OperatorView.top(edits.world()).orElseThrow();
        if (fact.instead()) {
            Code code = edits.world().table(OperatorTables.CODES).get(frame.code()).code();
            Code.Line line = (Code.Line) code.ops().get(frame.pc());
            edits.set(OperatorTables.FRAMES, frame.at(line.next()));
        }
        Script script = RunbookReader.read(fact.lines());
        String name = fact.lines().getFirst().name();
        push(edits, name, script, fact.cured(), fact.at());
    }

    static void sourced(Acts.Sourced fact, long timeNs, Edits edits) {
        SourceText file = new SourceText(fact.file().name() + ".sh", fact.file().text());
        Script script = RunbookReader.read(List.of(file));
        push(edits, fact.file().name(), script, fact.cured(), Optional.of(fact.caller()));
    }

    private static void push(
            Edits edits, String name, Script script, boolean cured, Optional<Place> caller) {
        Code code = Compiler.compile(script.statements());
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
        Shell fresh = new Shell(0, pace, Shell.Phase.RUNNING, 0, 0, 0, 0, 0, 0, "~");
        if (shells.count() == 0) {
            edits.insert(OperatorTables.SHELL, fresh);
        } else {
            Shell old = shells.get("shell");
            edits.set(
                    OperatorTables.SHELL,
                    new Shell(
                            0,
                            pace,
                            Shell.Phase.RUNNING,
                            0,
                            0,
                            0,
                            0,
                            old.generation() + 1,
                            old.exit(),
                            old.directory()));
        }
    }

    static void left(Acts.FrameLeft fact, long timeNs, Edits edits) {
        edits.remove(OperatorTables.FRAMES, fact.frame());
    }

    static void moved(Acts.Moved fact, long timeNs, Edits edits) {
        edits.change(OperatorTables.FRAMES, fact.frame(), frame -> frame.at(fact.pc()));
        edits.change(
                OperatorTables.SHELL,
                "shell",
                s ->
                        new Shell(
                                s.id(),
                                s.pace(),
                                Shell.Phase.RUNNING,
                                0,
                                0,
                                0,
                                s.typedNs(),
                                s.generation(),
                                fact.exit(),
                                s.directory()));
    }

    static void waited(Acts.Waited fact, long timeNs, Edits edits) {
        edits.change(
                OperatorTables.SHELL,
                "shell",
                s ->
                        new Shell(
                                s.id(),
                                s.pace(),
                                fact.phase(),
                                fact.ticket(),
                                fact.attempt(),
                                fact.firstNs(),
                                timeNs,
                                s.generation() + 1,
                                s.exit(),
                                s.directory()));
    }

    static void captured(Acts.Captured fact, long timeNs, Edits edits) {
        edits.change(
                OperatorTables.FRAMES,
                fact.frame(),
                frame -> {
                    String before = fact.append() ? frame.temps().get(fact.temp()) : "";
                    return frame.withTemp(fact.temp(), before + fact.text());
                });
    }

    static void looped(Acts.Looped fact, long timeNs, Edits edits) {
        edits.change(
                OperatorTables.FRAMES,
                fact.frame(),
                frame -> frame.withLoop(fact.loop(), fact.count()));
    }

    static void set(Acts.VariableSet fact, long timeNs, Edits edits) {
        Table<Variable> table = edits.world().table(OperatorTables.VARIABLES);
        int id = table.idOf(fact.name());
        if (id < 0) {
            edits.insert(
                    OperatorTables.VARIABLES,
                    new Variable(table.nextId(), fact.name(), fact.value(), fact.exported()));
        } else {
            boolean exported = fact.exported() || table.get(id).exported();
            edits.set(
                    OperatorTables.VARIABLES,
                    new Variable(id, fact.name(), fact.value(), exported));
        }
    }

    static void unset(Acts.VariableUnset fact, long timeNs, Edits edits) {
        int id = edits.world().table(OperatorTables.VARIABLES).idOf(fact.name());
        if (id >= 0) {
            edits.remove(OperatorTables.VARIABLES, id);
        }
    }

    static void written(Acts.FileWritten fact, long timeNs, Edits edits) {
        Table<TextFile> table = edits.world().table(OperatorTables.FILES);
        int id = table.idOf(fact.path());
        if (id < 0) {
            edits.insert(
                    OperatorTables.FILES,
                    new TextFile(table.nextId(), fact.path(), fact.content(), fact.shown()));
        } else {
            String before = fact.append() ? table.get(id).content() : "";
            edits.set(
                    OperatorTables.FILES,
                    new TextFile(id, fact.path(), before + fact.content(), fact.shown()));
        }
    }

    static void removed(Acts.FileRemoved fact, long timeNs, Edits edits) {
        int id = edits.world().table(OperatorTables.FILES).idOf(fact.path());
        if (id >= 0) {
            edits.remove(OperatorTables.FILES, id);
        }
    }

    static void changed(Acts.DirectoryChanged fact, long timeNs, Edits edits) {
        edits.change(
                OperatorTables.SHELL,
                "shell",
                s ->
                        new Shell(
                                s.id(),
                                s.pace(),
                                s.phase(),
                                s.ticket(),
                                s.attempt(),
                                s.firstNs(),
                                s.typedNs(),
                                s.generation(),
                                s.exit(),
                                fact.directory()));
    }

    static void answered(Acts.LineAnswered fact, long timeNs, Edits edits) {
        int id = edits.world().table(OperatorTables.TYPED).nextId();
        edits.insert(OperatorTables.TYPED, new Typed(id, fact.line()));
    }

    static void ended(Acts.ScriptEnded fact, long timeNs, Edits edits) {
        edits.change(OperatorTables.SHELL, "shell", s -> s.withPhase(Shell.Phase.ENDED));
    }
}
