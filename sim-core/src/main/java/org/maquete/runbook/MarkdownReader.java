package org.maquete.runbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.maquete.kernel.Place;
import org.maquete.runbook.Block.Line;
import org.maquete.runbook.Block.Mention;
import org.maquete.runbook.Note.Kind;

/**
 * Finds the fenced blocks of a Markdown document.
 *
 * <p>commonmark says where a fence begins and ends, also in lists and block quotes; its source
 * spans give the column at which each line's content starts, so nothing is lost of the original.
 * Inline Markdown is not parsed: all that is wanted of the prose are the file names between
 * back-ticks.
 *
 * <p>Fences that are indented by four or more columns are no fences to CommonMark, but they are to
 * the tabs and admonitions of MkDocs, in which many reports are written. They are found by their
 * indentation.
 */
final class MarkdownReader {
    private static final int INDENT_OF_CODE = 4;

    private final Document document;
    private final Reading reading;
    private final int lineCount;
    private final List<Fence> fences = new ArrayList<>();
    private final boolean[] fenced;

    /**
     * A fence as found: the content is the lines between {@code firstIndex} and before {@code
     * endIndex}.
     *
     * @param columns the column index at which each line's content begins, from the first on
     */
    private record Fence(
            int firstIndex,
            int endIndex,
            String info,
            List<Integer> columns,
            int indent,
            boolean closed) {}

    MarkdownReader(Document document, int lineCount, Reading reading) {
        this.document = document;
        this.reading = reading;
        this.lineCount = lineCount;
        this.fenced = new boolean[lineCount];
    }

    List<Block> blocks() {
        Parser parser =
                Parser.builder()
                        .enabledBlockTypes(blockTypes())
                        .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                        .inlineParserFactory(context -> (lines, node) -> {})
                        .maxOpenBlockParsers(Reading.NESTING_DEPTH_MAX)
                        .build();
        collect(parser.parse(document.textOfLines(lineCount)));
        collectIndented();
        fences.sort((a, b) -> Integer.compare(a.firstIndex, b.firstIndex));
        return named();
    }

    private static Set<Class<? extends org.commonmark.node.Block>> blockTypes() {
        Set<Class<? extends org.commonmark.node.Block>> types = new LinkedHashSet<>();
        types.add(FencedCodeBlock.class);
        types.add(IndentedCodeBlock.class);
        types.add(HtmlBlock.class);
        types.add(ListBlock.class);
        types.add(BlockQuote.class);
        return types;
    }

    private void collect(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof FencedCodeBlock code) {
                fences.add(fence(code));
            } else {
                collect(node);
            }
        }
    }

    private Fence fence(FencedCodeBlock code) {
        List<SourceSpan> spans = code.getSourceSpans();
        int first = spans.getFirst().getLineIndex();
        int last = spans.getLast().getLineIndex();
        boolean closed = code.getClosingFenceLength() != null;
        Integer[] columns = new Integer[last - first + 1];
        Arrays.fill(columns, 0);
        for (SourceSpan span : spans) {
            columns[span.getLineIndex() - first] = span.getColumnIndex();
            fenced[span.getLineIndex()] = true;
        }
        int end = closed ? last : last + 1;
        return new Fence(
                first, end, code.getInfo(), List.of(columns), code.getFenceIndent(), closed);
    }

    private void collectIndented() {
        int index = 0;
        while (index < lineCount) {
            String line = fenced[index] ? "" : document.line(index);
            int indent = indent(line);
            boolean opens = indent >= INDENT_OF_CODE && line.startsWith("```", indent);
            index = opens ? indentedFence(index, line, indent) : index + 1;
        }
    }

    private int indentedFence(int first, String opening, int indent) {
        int end = first + 1;
        while (end < lineCount && !fenced[end] && !closesFence(document.line(end))) {
            end++;
        }
        boolean closed = end < lineCount && !fenced[end];
        String info = opening.substring(indent).replace("`", "").strip();
        if (closed && opening.indexOf("```", indent + 3) < 0) {
            for (int i = first; i <= end; i++) {
                fenced[i] = true;
            }
            fences.add(
                    new Fence(first, end, info, Collections.nCopies(end - first, 0), indent, true));
            return end + 1;
        }
        return closed ? first + 1 : end;
    }

    private static boolean closesFence(String line) {
        String bare = line.strip();
        return bare.startsWith("```") && bare.replace("`", "").isEmpty();
    }

    private static int indent(String line) {
        int at = 0;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
        return at > 0 && line.charAt(0) == '\t' ? at + INDENT_OF_CODE - 1 : at;
    }

    private List<Block> named() {
        List<Block> blocks = new ArrayList<>();
        Mention above = new Mention("", new Place(document.file(), 0, 0));
        int index = 0;
        for (Fence fence : fences) {
            while (index < fence.firstIndex) {
                String name = fenced[index] ? "" : lastYamlName(document.line(index));
                above = name.isEmpty() ? above : new Mention(name, document.placeOfLine(index));
                index++;
            }
            blocks.add(block(fence, above));
        }
        return blocks;
    }

    private Block block(Fence fence, Mention above) {
        Place place = document.placeOfLine(fence.firstIndex);
        List<Line> lines = new ArrayList<>();
        for (int index = fence.firstIndex + 1; index < fence.endIndex; index++) {
            int column = fence.columns.get(index - fence.firstIndex);
            String line = document.line(index);
            int start = Math.min(line.length(), column);
            int skipped = blanks(line, start, fence.indent);
            Place begin = new Place(document.file(), index + 1, start + skipped + 1);
            lines.add(new Line(begin, line.substring(start + skipped)));
        }
        if (!fence.closed) {
            reading.note(place, Kind.UNKNOWN_SYNTAX, "This fence is never closed.");
        }
        return new Block(place, fence.info.strip(), lines, above);
    }

    /** How many characters of indentation go with a fence that is indented itself. */
    private static int blanks(String line, int start, int columnCount) {
        int at = start;
        int column = 0;
        while (at < line.length() && column < columnCount) {
            char c = line.charAt(at);
            if (c != ' ' && c != '\t') {
                break;
            }
            column += c == '\t' ? INDENT_OF_CODE : 1;
            at++;
        }
        return at - start;
    }

    /** The last word of a line that ends in .yaml or .yml and stands between back-ticks. */
    private static String lastYamlName(String line) {
        String name = "";
        int open = line.indexOf('`');
        while (open >= 0) {
            int close = line.indexOf('`', open + 1);
            if (close < 0) {
                return name;
            }
            for (String word : line.substring(open + 1, close).split(" ", -1)) {
                name = isYamlName(word) ? word : name;
            }
            open = line.indexOf('`', close + 1);
        }
        return name;
    }

    static boolean isYamlName(String word) {
        return (word.endsWith(".yaml") && word.length() > ".yaml".length())
                || (word.endsWith(".yml") && word.length() > ".yml".length());
    }

    /** Whether a document without a telling name has a fence or a heading. */
    static boolean looksLikeMarkdown(Document document) {
        for (int index = 0; index < document.lineCount(); index++) {
            String line = document.line(index);
            if (isHeading(line) || hasFence(line)) {
                return true;
            }
        }
        return false;
    }

    static boolean hasFence(String line) {
        int at = 0;
        while (at < line.length() && " \t>-*".indexOf(line.charAt(at)) >= 0) {
            at++;
        }
        return line.startsWith("```", at) || line.startsWith("~~~", at);
    }

    private static boolean isHeading(String line) {
        int at = 0;
        while (at < line.length() && line.charAt(at) == '#') {
            at++;
        }
        return at > 0 && at <= 6 && at < line.length() && line.charAt(at) == ' ';
    }
}
