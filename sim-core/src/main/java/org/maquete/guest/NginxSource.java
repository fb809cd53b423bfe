package org.maquete.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The text of a configuration of NGINX as a tree of directives. The complaints are those of {@code
 * nginx -t}: ngx_conf_file.c.
 */
final class NginxSource {

    private static final int DEPTH_MAX = 10; // <blocks>: GUESS, http, server, location, if

    private final String path;
    private final String text;
    private int at;
    private int line = 1;
    private String complaint = "";

    private NginxSource(String path, String text) {
        this.path = path;
        this.text = text;
    }

    /** A directive: its name and arguments, and what stands in its braces. */
    record Directive(List<String> words, List<Directive> block, boolean hasBlock, String place) {

        Directive {
            words = List.copyOf(words);
            block = List.copyOf(block);
        }

        String name() {
            return words.getFirst();
        }

        String argument() {
            return words.size() > 1 ? words.get(1) : "";
        }
    }

    /** The directives of a file, or what is wrong with it. */
    record Read(List<Directive> directives, String complaint) {}

    static Read read(String path, String text) {
        NginxSource source = new NginxSource(path, text);
        List<Directive> all = source.block(0);
        return new Read(all, source.complaint);
    }

    private List<Directive> block(int depth) {
        List<Directive> all = new ArrayList<>();
        List<String> words = new ArrayList<>();
        while (complaint.isEmpty()) {
            String token = token();
            if (token == null) {
                end(words, depth);
                return all;
            }
            switch (token) {
                case ";" -> {
                    if (words.isEmpty()) {
                        complain("unexpected \";\"");
                    } else {
                        all.add(new Directive(words, List.of(), false, place()));
                    }
                    words.clear();
                }
                case "{" -> {
                    if (words.isEmpty() || depth == DEPTH_MAX) {
                        complain("unexpected \"{\"");
                    } else {
                        String where = place();
                        all.add(new Directive(words, block(depth + 1), true, where));
                    }
                    words.clear();
                }
                case "}" -> {
                    if (depth == 0 || !words.isEmpty()) {
                        complain("unexpected \"}\"");
                    }
                    return all;
                }
                default -> words.add(token.substring(1));
            }
        }
        return all;
    }

    private void end(List<String> words, int depth) {
        if (!words.isEmpty()) {
            complain("unexpected end of file, expecting \";\" or \"}\"");
        } else if (depth > 0) {
            complain("unexpected end of file, expecting \"}\"");
        }
    }

    private String place() {
        return path + ":" + line;
    }

    private void complain(String what) {
        if (complaint.isEmpty()) {
            complaint = what + " in " + place();
        }
    }

    /** A mark, or a word behind a quote sign; null at the end. */
    private @Nullable String token() {
        skip();
        if (at >= text.length()) {
            return null;
        }
        char c = text.charAt(at);
        if (c == ';' || c == '{' || c == '}') {
            at++;
            return String.valueOf(c);
        }
        StringBuilder word = new StringBuilder("'");
        if (c == '"' || c == '\'') {
            int end = text.indexOf(c, at + 1);
            int stop = end < 0 ? text.length() : end;
            word.append(text, at + 1, stop);
            at = Math.min(text.length(), stop + 1);
            return word.toString();
        }
        while (at < text.length() && " \t\r\n;".indexOf(text.charAt(at)) < 0) {
            boolean opens = text.charAt(at) == '{' && text.charAt(at - 1) != '$';
            if (opens && word.length() > 1) {
                break;
            }
            word.append(text.charAt(at++));
        }
        return word.toString();
    }

    private void skip() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (c == '\n' || c == ' ' || c == '\t' || c == '\r') {
                line += c == '\n' ? 1 : 0;
                at++;
            } else {
                return;
            }
        }
    }

    /** The first directive of a name. */
    static Optional<Directive> first(List<Directive> block, String name) {
        for (Directive each : block) {
            if (each.name().equals(name)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
