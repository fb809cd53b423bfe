package org.maquete.runbook;

import java.util.ArrayList;
import java.util.List;
import org.maquete.runbook.Block.Line;

/** Tells what was typed in a terminal session from what the programs answered. */
final class Prompts {
    private Prompts() {}

    /**
     * A session divided.
     *
     * @param typed the commands and their continued lines, prompts removed
     * @param shown the answers
     */
    record Session(List<Line> typed, List<Line> shown) {}

    /** Whether some line has a prompt; {@code # } counts where the block is surely a terminal. */
    static boolean hasPrompt(List<Line> lines, boolean terminal) {
        return hasUserPrompt(lines) || (terminal && hasRootPrompt(lines));
    }

    static Session divide(List<Line> lines) {
        boolean root = !hasUserPrompt(lines);
        List<Line> typed = new ArrayList<>();
        List<Line> shown = new ArrayList<>();
        boolean continues = false;
        boolean afterCommand = false;
        for (Line line : lines) {
            int prompt = length(line.text(), root);
            int more = line.text().startsWith("> ") ? 2 : line.text().equals(">") ? 1 : 0;
            if (prompt > 0 && !(continues && more > 0)) {
                typed.add(line.skip(prompt));
            } else if (continues || (afterCommand && more > 0)) {
                typed.add(line.skip(more));
            } else {
                shown.add(line);
            }
            afterCommand = prompt > 0 || continues || (afterCommand && more > 0);
            continues = afterCommand && line.text().stripTrailing().endsWith("\\");
        }
        return new Session(typed, shown);
    }

    private static boolean hasUserPrompt(List<Line> lines) {
        for (Line line : lines) {
            if (length(line.text(), false) > 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasRootPrompt(List<Line> lines) {
        for (Line line : lines) {
            if (line.text().startsWith("# ")) {
                return true;
            }
        }
        return false;
    }

    /**
     * The length of the prompt that the line begins with, or 0: {@code $ }, {@code user@host:~$ },
     * {@code [user@host dir]$ }, each also behind {@code (venv) }; {@code # } alone only when
     * asked.
     */
    static int length(String line, boolean root) {
        int at = 0;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        if (at < line.length() && line.charAt(at) == '(') {
            int close = line.indexOf(") ", at);
            at = close < 0 ? at : close + 2;
        }
        int sign = at < line.length() && line.charAt(at) == '[' ? bracketEnd(line, at) : at;
        int user = sign == at ? userEnd(line, at) : sign;
        boolean named = user > at;
        return signLength(line, user, named || root);
    }

    private static int signLength(String line, int at, boolean root) {
        if (at >= line.length()) {
            return 0;
        }
        char sign = line.charAt(at);
        boolean blank =
                at + 1 == line.length()
                        || line.charAt(at + 1) == ' '
                        || WebCharacters.isBlank(line.charAt(at + 1));
        boolean prompt = sign == '$' || (root && sign == '#');
        return prompt && blank ? Math.min(line.length(), at + 2) : 0;
    }

    private static int bracketEnd(String line, int open) {
        int close = line.indexOf(']', open);
        int user = line.indexOf('@', open);
        return close > user && user > 0 ? close + 1 : open;
    }

    /** Behind {@code user@host} or {@code user@host:path}, or {@code from} when there is none. */
    private static int userEnd(String line, int from) {
        int at = nameEnd(line, from);
        if (at == from || at >= line.length() || line.charAt(at) != '@') {
            return from;
        }
        at = nameEnd(line, at + 1);
        if (at < line.length() && line.charAt(at) == ':') {
            while (at < line.length() && " $#".indexOf(line.charAt(at)) < 0) {
                at++;
            }
        }
        return at;
    }

    private static int nameEnd(String line, int from) {
        int at = from;
        while (at < line.length()) {
            char c = line.charAt(at);
            if (!Character.isLetterOrDigit(c) && c != '-' && c != '_' && c != '.') {
                break;
            }
            at++;
        }
        return at;
    }
}
