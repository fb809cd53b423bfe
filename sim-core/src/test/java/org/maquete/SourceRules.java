package org.maquete;

import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTreeScanner;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** How long things may be, and that packages have a chapter. What it finds starts file:line. */
final class SourceRules {

    private static final int METHOD_LINES_MAX = 60;
    private static final int FILE_LINES_MAX = 500;
    private static final int COLUMNS_MAX = 100;
    private static final int COLUMNS_MAX_UNBREAKABLE = 120;
    private static final int CHAPTER_WORDS_MIN = 40;

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}'’-]*");
    private static final Pattern NAMED = Pattern.compile("(import|package) .*");
    private static final Pattern LATER = Pattern.compile("\\b(TODO|FIXME)\\b(?!\\s*\\(?#\\d)");

    private SourceRules() {}

    static List<String> longFiles(SourceFile source) {
        int lines = source.lines().size();
        return lines <= FILE_LINES_MAX
                ? List.of()
                : List.of(source.name() + ":" + lines + ": the file has " + lines + " lines");
    }

    /** Methods, constructors, initialisers and lambdas, from their name to their last brace. */
    static List<String> longMethods(SourceFile source) {
        List<String> found = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethod(MethodTree method, Void none) {
                String name = method.getName().toString();
                check(name.equals("<init>") ? "constructor" : name, afterAnnotations(method));
                return super.visitMethod(method, null);
            }

            @Override
            public Void visitClass(ClassTree type, Void none) {
                for (Tree member : type.getMembers()) {
                    if (member instanceof BlockTree) {
                        check("initialiser", new Span(source.start(member), source.end(member)));
                    }
                }
                return super.visitClass(type, null);
            }

            @Override
            public Void visitLambdaExpression(LambdaExpressionTree lambda, Void none) {
                check("lambda", new Span(source.start(lambda), source.end(lambda)));
                return super.visitLambdaExpression(lambda, null);
            }

            private Span afterAnnotations(MethodTree method) {
                int start = source.start(method);
                for (AnnotationTree annotation : method.getModifiers().getAnnotations()) {
                    start = Math.max(start, source.end(annotation));
                }
                while (Character.isWhitespace(source.text().charAt(start))) {
                    start++;
                }
                return new Span(start, source.end(method));
            }

            private void check(String what, Span span) {
                int first = source.line(span.start);
                int lines = source.line(span.end - 1) - first + 1;
                if (lines > METHOD_LINES_MAX) {
                    found.add(source.name() + ":" + first + ": " + what + " has " + lines);
                }
            }
        }.scan(source.unit(), null);
        return found;
    }

    private record Span(int start, int end) {}

    /** Lines over the limit, but for imports and for what no formatter could break. */
    static List<String> longLines(SourceFile source) {
        List<String> found = new ArrayList<>();
        List<String> lines = source.lines();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int columns = line.codePointCount(0, line.length());
            boolean fits =
                    columns <= COLUMNS_MAX
                            || (columns <= COLUMNS_MAX_UNBREAKABLE
                                    && (NAMED.matcher(line).matches()
                                            || hasUnbreakable(source, i + 1, columns)));
            if (!fits) {
                found.add(source.name() + ":" + (i + 1) + ": " + columns + " columns");
            }
        }
        return found;
    }

    /** Whether one literal without a blank makes the line long: a pattern, a path, a digest. */
    private static boolean hasUnbreakable(SourceFile source, int line, int columns) {
        return source.literals().stream()
                .filter(literal -> source.line(literal.start()) == line)
                .map(literal -> source.text().substring(literal.start(), literal.end()))
                .anyMatch(literal ->
                        !literal.startsWith("\"\"\"")
                                && !literal.contains(" ")
                                && literal.length() > columns - COLUMNS_MAX);
    }

    /** Folders of published code without {@code package-info}. */
    static List<String> packagesWithoutChapter(List<SourceFile> sources) {
        TreeSet<String> folders = new TreeSet<>();
        sources.stream().filter(s -> !s.isTest()).forEach(s -> folders.add(s.folder()));
        sources.stream().filter(SourceFile::isPackageInfo).forEach(s -> folders.remove(s.folder()));
        return folders.stream().map(folder -> folder + ":1: has no package-info").toList();
    }

    static List<String> shortChapters(SourceFile source) {
        List<String> found = new ArrayList<>();
        if (source.isTest() || !source.isPackageInfo()) {
            return found;
        }
        boolean isNullMarked =
                source.unit().getPackageAnnotations().stream()
                        .anyMatch(a -> a.getAnnotationType().toString().endsWith("NullMarked"));
        if (!isNullMarked) {
            found.add(source.name() + ":1: is not @NullMarked");
        }
        int words = wordsOfProse(source);
        if (words < CHAPTER_WORDS_MIN) {
            found.add(source.name() + ":1: its chapter has " + words + " words of prose");
        }
        return found;
    }

    private static int wordsOfProse(SourceFile source) {
        var chapter =
                source.trees()
                        .getDocCommentTree(
                                TreePath.getPath(source.unit(), source.unit().getPackage()));
        if (chapter == null) {
            return 0;
        }
        List<String> words = new ArrayList<>();
        new DocTreeScanner<Void, Void>() {
            @Override
            public Void visitLiteral(LiteralTree code, Void none) {
                return null;
            }

            @Override
            public Void visitText(TextTree text, Void none) {
                WORD.matcher(text.getBody()).results().forEach(word -> words.add(word.group()));
                return null;
            }
        }.scan(chapter.getFullBody(), null);
        return words.size();
    }

    /** Notes of later work that name no issue; what stands in strings is no note. */
    static List<String> openNotes(SourceFile source) {
        StringBuilder text = new StringBuilder(source.text());
        for (SourceFile.Literal literal : source.literals()) {
            for (int i = literal.start(); i < literal.end(); i++) {
                text.setCharAt(i, text.charAt(i) == '\n' ? '\n' : ' ');
            }
        }
        return LATER.matcher(text)
                .results()
                .map(note ->
                        source.name()
                                + ":"
                                + source.line(note.start())
                                + ": "
                                + note.group()
                                + " names no issue")
                .toList();
    }
}
