package org.maquete;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A Java source read just well enough for {@link SourceRules}: with comments and literals blanked
 * out, and where methods begin and end. It is no parser; what it cannot tell is no method.
 */
final class JavaText {

    /** A method or constructor: its first line from 1 and how many lines it has. */
    record Method(String header, int line, int lines) {}

    private static final Pattern TYPE = Pattern.compile("\\b(class|interface|enum|record)\\s+\\w");

    private JavaText() {}

    /** The same text with comments, strings and characters replaced by blanks. */
    static String code(String text) {
        StringBuilder out = new StringBuilder(text);
        for (int at = 0; at < text.length(); ) {
            int end = endOfLiteral(text, at);
            for (int i = at; i < end; i++) {
                if (text.charAt(i) != '\n') {
                    out.setCharAt(i, ' ');
                }
            }
            at = Math.max(end, at + 1);
        }
        return out.toString();
    }

    /** The end of the comment or literal that begins at {@code at}, or {@code at}. */
    private static int endOfLiteral(String text, int at) {
        if (text.startsWith("//", at)) {
            return end(text.indexOf('\n', at), 0, text);
        }
        if (text.startsWith("/*", at)) {
            return end(text.indexOf("*/", at + 2), 2, text);
        }
        if (text.startsWith("\"\"\"", at)) {
            int close = text.indexOf("\"\"\"", at + 3);
            while (close > 0 && text.charAt(close - 1) == '\\') {
                close = text.indexOf("\"\"\"", close + 1);
            }
            return end(close, 3, text);
        }
        char quote = text.charAt(at);
        if (quote != '"' && quote != '\'') {
            return at;
        }
        int i = at + 1;
        while (i < text.length() && text.charAt(i) != quote && text.charAt(i) != '\n') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(text.length(), i + 1);
    }

    private static int end(int found, int length, String text) {
        return found < 0 ? text.length() : found + length;
    }

    /** All methods and constructors of the types in {@code text}, nested types too. */
    static List<Method> methods(String text) {
        String code = code(text);
        List<Method> methods = new ArrayList<>();
        Deque<Block> open = new ArrayDeque<>();
        int header = 0;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c == '{') {
                open.push(block(code.substring(header, i), header, open));
            } else if (c == '}' && !open.isEmpty()) {
                Block block = open.pop();
                if (block.kind == Kind.METHOD) {
                    methods.add(method(code, block, i));
                }
            }
            header = c == '{' || c == '}' || c == ';' ? i + 1 : header;
        }
        return methods;
    }

    private enum Kind {
        TYPE,
        METHOD,
        OTHER
    }

    private record Block(Kind kind, String header, int start) {}

    private static Block block(String header, int start, Deque<Block> open) {
        Block parent = open.peek();
        Kind kind = Kind.OTHER;
        if (TYPE.matcher(header).find()) {
            kind = Kind.TYPE;
        } else if (parent != null && parent.kind == Kind.TYPE && isMethod(header)) {
            kind = Kind.METHOD;
        }
        return new Block(kind, header, start);
    }

    private static boolean isMethod(String header) {
        long opened = header.chars().filter(c -> c == '(').count();
        long closed = header.chars().filter(c -> c == ')').count();
        String bare = header.replaceAll("@\\w+(\\([^)]*\\))?", "");
        return opened == closed && !bare.contains("=") && !bare.isBlank();
    }

    private static Method method(String code, Block block, int end) {
        int start = block.start;
        while (Character.isWhitespace(code.charAt(start))) {
            start++;
        }
        int first = lineOf(code, start);
        String header = block.header.strip().replaceAll("\\s+", " ");
        return new Method(header, first, lineOf(code, end) - first + 1);
    }

    private static int lineOf(String text, int at) {
        return 1 + (int) text.chars().limit(at).filter(c -> c == '\n').count();
    }
}
