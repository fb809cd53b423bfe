package org.maquete.kernel;

import org.maquete.world.Sink;

/** What an operator or a higher subsystem asks. A record of ids and values; an imperative. */
public interface Command {

    /** What it is about. */
    Ref subject();

    /** Writes every component, in order. */
    void encode(Sink sink);
}
