package org.maquete.juju;

/** Texts as go-yaml prints them. */
final class YamlText {

    private YamlText() {}

    /** {@code name: value} with its newline; a text of several lines becomes a literal block. */
    static String entry(String name, String value, int indent) {
        if (value.indexOf('\n') < 0) {
            return name + ": " + scalar(value) + "\n";
        }
        boolean endsWithNewline = value.endsWith("\n");
        String body = endsWithNewline ? value.substring(0, value.length() - 1) : value;
        String margin = " ".repeat(indent + 2);
        return name
                + (endsWithNewline ? ": |\n" : ": |-\n")
                + margin
                + body.replace("\n", "\n" + margin)
                + "\n";
    }

    /** A text of one line, quoted when it would be read as something else. */
    static String scalar(String value) {
        if (value.isEmpty()
                || value.matches("(?i)true|false|yes|no|on|off|y|n|null|~")
                || value.matches("[-+]?[0-9][0-9_]*([.][0-9]*)?([eE][-+]?[0-9]+)?")
                || value.matches("0[xob][0-9a-fA-F_]+")) {
            return "\"" + value + "\"";
        }
        boolean isPlain =
                !value.contains(": ")
                        && !value.contains(" #")
                        && !value.endsWith(":")
                        && !value.startsWith(" ")
                        && !value.endsWith(" ")
                        && "-?:,[]{}#&*!|>'\"%@`".indexOf(value.charAt(0)) < 0;
        boolean isDash = value.charAt(0) == '-' && value.length() > 1 && value.charAt(1) != ' ';
        return isPlain || (isDash && !value.contains(": "))
                ? value
                : "'" + value.replace("'", "''") + "'";
    }
}
