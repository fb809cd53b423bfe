package org.maquete.reach;

import java.util.regex.Pattern;

/** Words as one types them into a shell. */
final class Shell {

    private static final String PLAIN = "[A-Za-z0-9_@%+=:,./-]+";

    private Shell() {}

    /** The word, in single quotes if a shell would take it apart. */
    static String quoted(String word) {
        return Pattern.matches(PLAIN, word) ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
