package org.maquete.juju.client;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maquete.finding.TypedLine;

/** A line as written, changed at one place; everything else of it stays as the person wrote it. */
final class LineText {

    private static final Pattern CONTINUED = Pattern.compile("\\\\\\s*\\n\\s*");

    private LineText() {}

    /** The line on one line. */
    static String whole(TypedLine line) {
        return CONTINUED.matcher(line.source()).replaceAll("").strip();
    }

    /** The line with one word replaced by another, at its first place. */
    static String replacing(TypedLine line, String word, String other) {
        Pattern whole = Pattern.compile("(?<![\\w./:-])" + Pattern.quote(word) + "(?![\\w./-])");
        return whole.matcher(whole(line)).replaceFirst(Matcher.quoteReplacement(other));
    }

    /** The line with more words behind the name of its command. */
    static String adding(TypedLine line, String command, String words) {
        Pattern name = Pattern.compile("\\bjuju\\s+" + Pattern.quote(command) + "\\b");
        return name.matcher(whole(line))
                .replaceFirst(Matcher.quoteReplacement("juju " + command + " " + words));
    }
}
