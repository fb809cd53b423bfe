package org.maquete.runbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.maquete.runbook.Block.Line;
import org.maquete.runbook.BlockReader.Item;

/** Reads runbooks, Markdown or shell, into a script. Runs nothing, and no input makes it fail. */
public final class RunbookReader {
    private final Reading reading = new Reading();
    private final BlockReader blocks = new BlockReader(reading);
    private final List<Item> items = new ArrayList<>();
    private int lineCount;

    private RunbookReader() {}

    /** Reads one document; its name tells Markdown from shell where the text does not. */
    public static Script read(String fileName, String text) {
        return read(List.of(new SourceText(fileName, text)));
    }

    /** Reads several documents as one plan, in order. */
    public static Script read(List<SourceText> files) {
        RunbookReader reader = new RunbookReader();
        List<Note> notes = new ArrayList<>();
        for (SourceText file : files) {
            int before = reader.reading.notes().size();
            reader.add(new Document(file));
            notes.addAll(reader.takeNotes(before));
        }
        int before = reader.reading.notes().size();
        List<Statement> statements = new FileNames(reader.items, reader.reading).statements();
        notes.addAll(reader.takeNotes(before));
        return new Script(statements, inOrder(notes, files));
    }

    /** Whether a document is read as Markdown; otherwise it is a shell script. */
    public static boolean isMarkdown(SourceText file) {
        return isMarkdown(new Document(file));
    }

    private List<Note> takeNotes(int from) {
        List<Note> all = reading.notes();
        return List.copyOf(all.subList(from, all.size()));
    }

    private static List<Note> inOrder(List<Note> notes, List<SourceText> files) {
        List<String> names = files.stream().map(SourceText::name).toList();
        List<Note> sorted = new ArrayList<>(notes);
        sorted.sort(
                Comparator.comparingInt((Note note) -> names.indexOf(note.place().file()))
                        .thenComparing(Note::place));
        return sorted;
    }

    private void add(Document document) {
        if (reading.stopped()) {
            return;
        }
        int room = Reading.LINE_COUNT_MAX - lineCount;
        int count = Math.min(room, document.lineCount());
        lineCount += count;
        if (isMarkdown(document)) {
            for (Block block : new MarkdownReader(document, count, reading).blocks()) {
                if (!reading.stopped()) {
                    items.addAll(blocks.read(block));
                }
            }
        } else {
            items.addAll(blocks.typed(document.file(), lines(document, count)));
        }
        if (count < document.lineCount()) {
            reading.stop(document.placeOfLine(count), "%,d lines", Reading.LINE_COUNT_MAX);
        }
    }

    private static List<Line> lines(Document document, int count) {
        List<Line> lines = new ArrayList<>(count);
        for (int index = 0; index < count; index++) {
            lines.add(new Line(document.placeOfLine(index), document.line(index)));
        }
        return lines;
    }

    private static boolean isMarkdown(Document document) {
        String name = document.file().toLowerCase(Locale.ROOT);
        if (name.endsWith(".md") || name.endsWith(".markdown")) {
            return true;
        }
        boolean shell = name.endsWith(".sh") || name.endsWith(".bash");
        boolean shebang = document.lineCount() > 0 && document.line(0).startsWith("#!");
        if (shell || shebang) {
            return false;
        }
        return name.endsWith(".txt")
                ? MarkdownReader.looksLikeMarkdown(document)
                : hasFence(document);
    }

    private static boolean hasFence(Document document) {
        for (int index = 0; index < document.lineCount(); index++) {
            if (MarkdownReader.hasFence(document.line(index))) {
                return true;
            }
        }
        return false;
    }
}
