package org.maquete.operator;

import java.util.ArrayList;
import java.util.List;
import org.maquete.runbook.Note;
import org.maquete.runbook.RunbookReader;
import org.maquete.runbook.Script;
import org.maquete.runbook.SourceText;

/**
 * Documents as scripts: a document that several runs type is read once. Safe for several threads;
 * who asks for a script that another thread is reading waits for it.
 */
public final class Scripts {

    // a plan, the files that it sources, the cures of a healed run
    private static final int REMEMBERED = 32;

    private final List<Compiled> known = new ArrayList<>();

    /** What follows from documents alone. */
    record Compiled(List<SourceText> sources, Code code, List<Note> notes) {}

    synchronized Compiled of(List<SourceText> sources) {
        for (Compiled script : known) {
            if (script.sources().equals(sources)) {
                return script;
            }
        }
        Script script = RunbookReader.read(sources);
        Compiled fresh =
                new Compiled(
                        List.copyOf(sources),
                        Compiler.compile(script.statements()),
                        script.notes());
        if (known.size() < REMEMBERED) {
            known.add(fresh);
        }
        return fresh;
    }

    /**
     * The commands of documents: of each the words that stand there as they are, without those that
     * only a run can know.
     */
    public List<List<String>> commands(List<SourceText> sources) {
        List<List<String>> commands = new ArrayList<>();
        for (Code.Op op : of(sources).code().ops()) {
            if (op instanceof Code.Run run) {
                commands.add(plainWords(run));
            }
        }
        return commands;
    }

    private static List<String> plainWords(Code.Run run) {
        List<String> words = new ArrayList<>();
        for (Code.Arg arg : run.words()) {
            String plain = arg.plain();
            if (plain != null) {
                words.add(plain);
            }
        }
        return words;
    }
}
