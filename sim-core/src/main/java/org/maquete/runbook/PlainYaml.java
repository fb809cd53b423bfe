package org.maquete.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * The small part of YAML in which most people write most of it, and all of our own resources, read
 * five times as fast as the library does: a start that deploys twenty charms would spend an eighth
 * of its time in YAML.
 *
 * <p>Block mappings and lists by indentation; on one line plain words, quoted texts without
 * escapes, and {@code [...]} and <code>{...}</code> of these; comments. Whatever is outside of that
 * is not read: the caller takes the library then, and also when something is wrong with the
 * content, because these nodes do not know their places. A test compares the two on every charm.
 */
public final class PlainYaml {

    private static final String INDICATORS = "&*!|>%@`?,]}#:\"'";

    // 32, levels: more is for the library, which has limits of its own
    private static final int DEPTH_MAX = 32;

    private final String text;
    private int at;
    private int depth;

    private static final class NotPlain extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotPlain() {
            super("", null, false, false);
        }
    }

    private PlainYaml(String text) {
        this.text = text;
    }

    /** The document, or empty when it is not of the small part. */
    public static Optional<Node> read(String text) {
        PlainYaml yaml = new PlainYaml(text);
        try {
            int indent = yaml.next();
            return indent == 0 ? Optional.of(yaml.block(0)) : Optional.empty();
        } catch (NotPlain _) {
            return Optional.empty();
        }
    }

    /** Goes to the next line with content, from the start of a line; its indent, -1 at the end. */
    private int next() {
        while (at < text.length()) {
            int start = at;
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
            if (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '#') {
                return at - start;
            }
            toLineEnd();
        }
        return -1;
    }

    private void toLineEnd() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end + 1;
    }

    private Node block(int indent) {
        deeper();
        Node node = text.startsWith("- ", at) ? items(indent) : entries(indent);
        int after = next();
        if (after > indent) {
            throw new NotPlain();
        }
        at -= Math.max(0, after);
        depth--;
        return node;
    }

    private void deeper() {
        if (++depth > DEPTH_MAX) {
            throw new NotPlain();
        }
    }

    private Node items(int indent) {
        List<Node> items = new ArrayList<>();
        int found = indent;
        while (found == indent) {
            if (!text.startsWith("- ", at)) {
                throw new NotPlain();
            }
            at += 2;
            if (isKey()) {
                items.add(entries(indent + 2));
            } else {
                items.add(value(false));
                lineEnd();
            }
            found = next();
        }
        at -= Math.max(0, found);
        return new SequenceNode(Tag.SEQ, items, FlowStyle.BLOCK);
    }

    private Node entries(int indent) {
        List<NodeTuple> entries = new ArrayList<>();
        int found = indent;
        while (found == indent) {
            Node key = key();
            if (isLineEnd()) {
                lineEnd();
                found = next();
                if (found > indent) {
                    entries.add(new NodeTuple(key, block(found)));
                    found = next();
                } else {
                    entries.add(new NodeTuple(key, scalar("", ScalarStyle.PLAIN)));
                }
            } else {
                entries.add(new NodeTuple(key, value(false)));
                lineEnd();
                found = next();
            }
        }
        at -= Math.max(0, found);
        return new MappingNode(Tag.MAP, entries, FlowStyle.BLOCK);
    }

    /** A name and its colon, and the blanks after it. */
    private Node key() {
        if (!isKey()) {
            throw new NotPlain();
        }
        int end = text.indexOf(':', at);
        Node key = scalar(text.substring(at, end), ScalarStyle.PLAIN);
        at = end + 1;
        blanks();
        return key;
    }

    private boolean isKey() {
        int end = at;
        while (end < text.length() && isOfName(text.charAt(end))) {
            end++;
        }
        return end > at
                && text.charAt(at) != '-'
                && end + 1 < text.length()
                && text.charAt(end) == ':'
                && (text.charAt(end + 1) == ' ' || text.charAt(end + 1) == '\n');
    }

    private static boolean isOfName(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '-'
                || c == '_'
                || c == '.';
    }

    private void blanks() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private boolean isLineEnd() {
        return at >= text.length() || text.charAt(at) == '\n' || text.charAt(at) == '#';
    }

    private void lineEnd() {
        int from = at;
        blanks();
        boolean glued = isAt('#') && text.charAt(from - 1) != ' ';
        if (!isLineEnd() || glued && from == at) {
            throw new NotPlain();
        }
        toLineEnd();
    }

    private Node value(boolean inFlow) {
        char first = at < text.length() ? text.charAt(at) : '\n';
        return switch (first) {
            case '[' -> list();
            case '{' -> mapping();
            case '"', '\'' -> quoted(first);
            default -> plain(inFlow);
        };
    }

    private Node list() {
        List<Node> items = new ArrayList<>();
        deeper();
        at++;
        blanks();
        while (!isAt(']')) {
            items.add(value(true));
            separator(']');
        }
        at++;
        depth--;
        return new SequenceNode(Tag.SEQ, items, FlowStyle.FLOW);
    }

    private Node mapping() {
        List<NodeTuple> entries = new ArrayList<>();
        deeper();
        at++;
        blanks();
        while (!isAt('}')) {
            Node key = key();
            entries.add(new NodeTuple(key, value(true)));
            separator('}');
        }
        at++;
        depth--;
        return new MappingNode(Tag.MAP, entries, FlowStyle.FLOW);
    }

    private boolean isAt(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private void separator(char end) {
        blanks();
        if (isAt(',')) {
            at++;
            blanks();
            if (isAt(end)) {
                throw new NotPlain();
            }
        } else if (!isAt(end)) {
            throw new NotPlain();
        }
    }

    private Node quoted(char quote) {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != quote) {
            char c = text.charAt(at);
            if (c == '\n' || c == '\t') {
                throw new NotPlain();
            }
            value.append(c == '\\' && quote == '"' ? escaped() : c);
            at++;
        }
        at++;
        if (at > text.length() || isAt(quote)) {
            throw new NotPlain();
        }
        return scalar(
                value.toString(),
                quote == '"' ? ScalarStyle.DOUBLE_QUOTED : ScalarStyle.SINGLE_QUOTED);
    }

    private char escaped() {
        at++;
        return switch (at < text.length() ? text.charAt(at) : '\n') {
            case 'n' -> '\n';
            case '\\' -> '\\';
            case '"' -> '"';
            default -> throw new NotPlain();
        };
    }

    private Node plain(boolean inFlow) {
        int start = at;
        if (isLineEnd()
                || INDICATORS.indexOf(text.charAt(at)) >= 0
                || text.charAt(at) == '-' && text.startsWith("- ", at)) {
            throw new NotPlain();
        }
        int end = at;
        while (at < text.length() && text.charAt(at) != '\n') {
            char c = text.charAt(at);
            if (inFlow && (c == ',' || c == ']' || c == '}')) {
                break;
            }
            if (c == '#' && text.charAt(at - 1) == ' ') {
                break;
            }
            if (c == ':' || c == '\t' || inFlow && (c == '[' || c == '{')) {
                throw new NotPlain();
            }
            at++;
            end = c == ' ' ? end : at;
        }
        at = end;
        return scalar(text.substring(start, end), ScalarStyle.PLAIN);
    }

    private static Node scalar(String value, ScalarStyle style) {
        return new ScalarNode(Tag.STR, value, style);
    }
}
