package org.maquete.tool;

import java.util.List;
import org.maquete.kernel.Contribution;

/** A program that a person starts on a host of the lab, through {@code ssh}. */
public interface HostProgram extends Contribution {

    /** The first word. */
    String name();

    /**
     * What it makes of its words on that host.
     *
     * @param words all of them, the program first
     * @param host the name of the host, which is up when the line is invoked
     */
    Parsed parse(List<String> words, String host);
}
