package org.maquete.neutron;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maquete.finding.TypedLine;

/** Words as one types them into a shell. */
final class ShellWord {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");
    private static final Pattern CONTINUED = Pattern.compile("\\s*\\\\\\r?\\n\\s*");

    private ShellWord() {}

    /** The word, in single quotes if a shell would take it apart. */
    static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /**
     * The line with some of its words replaced. The source is kept as written, with its variables,
     * if every word is found in it; else the expanded words are joined.
     *
     * @param from words of the line
     * @param to as many others
     */
    static String replaced(TypedLine line, List<String> from, List<String> to) {
        String source = CONTINUED.matcher(line.source()).replaceAll(" ");
        for (int i = 0; i < from.size(); i++) {
            Matcher word =
                    Pattern.compile(
                                    "(?<=^|\\s|[\"'])"
                                            + Pattern.quote(from.get(i))
                                            + "(?=$|[\\s\"')])")
                            .matcher(source);
            if (from.get(i).isEmpty() || !word.find()) {
                return joined(line.words(), from, to);
            }
            source = word.replaceFirst(Matcher.quoteReplacement(quoted(to.get(i))));
        }
        return source.strip();
    }

    private static String joined(List<String> words, List<String> from, List<String> to) {
        return String.join(
                " ",
                words.stream()
                        .map(w -> from.contains(w) ? to.get(from.indexOf(w)) : w)
                        .map(ShellWord::quoted)
                        .toList());
    }
}
