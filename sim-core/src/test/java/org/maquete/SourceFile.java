package org.maquete;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A Java source and its tree, read by the compiler's own parser. Nothing is resolved: that costs
 * ten times as much, and names are enough for the rules that need this.
 */
final class SourceFile {

    /** Where a string or character literal stands: offsets in the text, the end exclusive. */
    record Literal(int start, int end) {}

    /** Folding would make one literal of a sum of literals, over the comments between them. */
    private static final List<String> OPTIONS =
            List.of("-proc:none", "-XDallowStringFolding=false");

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /** To open one anew for each example takes longer than all else. */
    private static final JavaFileManager SHARED =
            COMPILER.getStandardFileManager(null, null, StandardCharsets.UTF_8);

    private final String name;
    private final String text;
    private final CompilationUnitTree unit;
    private final DocTrees trees;
    private final Map<String, ExpressionTree> constants = new HashMap<>();

    private SourceFile(String name, String text, CompilationUnitTree unit, DocTrees trees) {
        this.name = name;
        this.text = text;
        this.unit = unit;
        this.trees = trees;
        new ConstantScanner().scan(new TreePath(unit), null);
    }

    /** One source that is no file: an example. */
    static SourceFile of(String name, String text) {
        return parse(Map.of(name, text)).getFirst();
    }

    /** All sources of these modules, by their paths from {@code root}. */
    static List<SourceFile> read(Path root, List<String> modules) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String module : modules) {
            try (Stream<Path> found = Files.walk(root.resolve(module).resolve("src"))) {
                for (Path path : found.filter(SourceFile::isJava).sorted().toList()) {
                    String name = root.relativize(path).toString().replace('\\', '/');
                    texts.put(name, Files.readString(path));
                }
            }
        }
        return parse(texts);
    }

    private static boolean isJava(Path path) {
        return path.toString().endsWith(".java");
    }

    private static List<SourceFile> parse(Map<String, String> texts) {
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        List<JavaFileObject> inputs = new ArrayList<>();
        texts.forEach((name, text) -> inputs.add(new Input(name, text)));
        JavacTask task =
                (JavacTask) COMPILER.getTask(null, SHARED, problems, OPTIONS, null, inputs);
        List<SourceFile> sources = new ArrayList<>();
        try {
            for (CompilationUnitTree unit : task.parse()) {
                String name = unit.getSourceFile().getName().substring(1);
                sources.add(new SourceFile(name, texts.get(name), unit, DocTrees.instance(task)));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        for (Diagnostic<?> problem : problems.getDiagnostics()) {
            throw new IllegalArgumentException(problem.getMessage(Locale.ROOT));
        }
        return sources;
    }

    String name() {
        return name;
    }

    String text() {
        return text;
    }

    List<String> lines() {
        return text.lines().toList();
    }

    CompilationUnitTree unit() {
        return unit;
    }

    DocTrees trees() {
        return trees;
    }

    boolean isTest() {
        return name.contains("src/test/java/");
    }

    boolean isPackageInfo() {
        return name.endsWith("/package-info.java");
    }

    String folder() {
        return name.substring(0, name.lastIndexOf('/') + 1);
    }

    /** The line of an offset, from 1. */
    int line(int offset) {
        return (int) unit.getLineMap().getLineNumber(offset);
    }

    int start(Tree tree) {
        return (int) trees.getSourcePositions().getStartPosition(unit, tree);
    }

    int end(Tree tree) {
        return (int) trees.getSourcePositions().getEndPosition(unit, tree);
    }

    /** {@code file:line}, where this is. */
    String at(Tree tree) {
        return name + ":" + line(start(tree));
    }

    /** The text that {@code expression} always is, as far as this file alone tells. */
    Optional<String> constant(Tree expression) {
        return switch (expression) {
            case LiteralTree literal -> Optional.of(String.valueOf(literal.getValue()));
            case ParenthesizedTree inner -> constant(inner.getExpression());
            case BinaryTree sum when sum.getKind() == Tree.Kind.PLUS ->
                    both(sum.getLeftOperand(), sum.getRightOperand());
            case ConditionalExpressionTree either ->
                    both(either.getTrueExpression(), either.getFalseExpression());
            case IdentifierTree used ->
                    Optional.ofNullable(constants.get(used.getName().toString()))
                            .flatMap(this::constant);
            default -> Optional.empty();
        };
    }

    private Optional<String> both(Tree first, Tree second) {
        return constant(first).flatMap(start -> constant(second).map(end -> start + end));
    }

    /** All constant texts of this file, sums of constants put together. */
    List<String> strings() {
        List<String> strings = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitLiteral(LiteralTree literal, Void none) {
                strings.add(String.valueOf(literal.getValue()));
                return null;
            }

            @Override
            public Void visitBinary(BinaryTree sum, Void none) {
                constant(sum).ifPresent(strings::add);
                return super.visitBinary(sum, null);
            }
        }.scan(unit, null);
        return strings;
    }

    List<Literal> literals() {
        List<Literal> literals = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitLiteral(LiteralTree literal, Void none) {
                if (literal.getValue() instanceof String) {
                    literals.add(new Literal(start(literal), end(literal)));
                }
                return null;
            }
        }.scan(unit, null);
        return literals;
    }

    private final class ConstantScanner extends TreePathScanner<Void, Void> {
        @Override
        public Void visitVariable(VariableTree variable, Void none) {
            boolean isConstant =
                    variable.getModifiers().getFlags().contains(Modifier.STATIC)
                            && variable.getModifiers().getFlags().contains(Modifier.FINAL)
                            && variable.getType() instanceof IdentifierTree type
                            && type.getName().contentEquals("String");
            if (isConstant && variable.getInitializer() != null) {
                constants.put(variable.getName().toString(), variable.getInitializer());
            }
            return super.visitVariable(variable, null);
        }
    }

    private static final class Input extends SimpleJavaFileObject {
        private final String text;

        Input(String name, String text) {
            super(URI.create("source:///" + name), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
