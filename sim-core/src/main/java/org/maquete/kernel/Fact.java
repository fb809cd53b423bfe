package org.maquete.kernel;

import org.maquete.world.Sink;

/**
 * What has happened; the only thing that changes the world. A record of ids and values; a past
 * participle; what a log line of the real system could say.
 */
public interface Fact {

    /** What it is about. */
    Ref subject();

    /** Writes every component, in order: this is what is hashed, printed and compared. */
    void encode(Sink sink);
}
