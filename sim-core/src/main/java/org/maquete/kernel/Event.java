package org.maquete.kernel;

import org.maquete.world.Sink;

/** What is due at a simulated time: a record of ids and values, never code. */
public interface Event {

    /** Its place among the events of one instant. */
    Lane lane();

    /** What it is about. */
    Ref target();

    /** Writes every component, in order. */
    void encode(Sink sink);
}
