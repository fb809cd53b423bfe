package org.maquete.tool;

import java.util.List;
import java.util.Optional;

/** What a client program sees of the shell that started it. */
public interface Session {

    /** The value of an exported variable, or the empty text when it is not set. */
    String variable(String name);

    /** The exported variables as {@code NAME=value}, in order of name. */
    List<String> environment();

    /** The content of a file, by a path as typed; {@code ~} is the home folder. */
    Optional<String> file(String path);

    /** The simulated time in nanoseconds; 0 where no time passes. */
    default long nowNs() {
        return 0;
    }

    /** The text on standard input; empty when nothing is piped or redirected into the program. */
    String stdin();
}
