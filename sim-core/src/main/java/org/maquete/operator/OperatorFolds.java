package org.maquete.operator;

import org.maquete.world.Edits;
import org.maquete.world.Table;

/** Applies what happens at the keyboard. */
final class OperatorFolds {

    private OperatorFolds() {}

    static void left(Acts.FrameLeft fact, long timeNs, Edits edits) {
        edits.remove(OperatorTables.FRAMES, fact.frame());
    }

    static void moved(Acts.Moved fact, long timeNs, Edits edits) {
        edits.change(OperatorTables.FRAMES, fact.frame(), frame -> frame.at(fact.pc()));
        edits.change(OperatorTables.SHELL, "shell", shell -> shell.moved(fact.exit()));
    }

    static void waited(Acts.Waited fact, long timeNs, Edits edits) {
        edits.change(OperatorTables.SHELL, "shell", shell -> shell.waiting(fact, timeNs));
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
        edits.change(OperatorTables.SHELL, "shell", shell -> shell.in(fact.directory()));
    }

    static void answered(Acts.LineAnswered fact, long timeNs, Edits edits) {
        int id = edits.world().table(OperatorTables.TYPED).nextId();
        edits.insert(OperatorTables.TYPED, new Typed(id, fact.line()));
    }

    static void ended(Acts.ScriptEnded fact, long timeNs, Edits edits) {
        edits.change(OperatorTables.SHELL, "shell", Shell::ended);
    }
}
