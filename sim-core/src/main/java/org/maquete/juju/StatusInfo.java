package org.maquete.juju;

import org.maquete.world.Sink;

/**
 * A status as Juju keeps it.
 *
 * @param current the status word: {@code active}, {@code idle}, {@code started}
 * @param message the text beside it, may be empty
 * @param sinceNs when it was set, in simulated nanoseconds
 */
public record StatusInfo(String current, String message, long sinceNs) {

    /** Not set: the empty status. */
    public static final StatusInfo NONE = new StatusInfo("", "", 0);

    void encode(String name, Sink sink) {
        sink.text(name, current).text(name + "Message", message).number(name + "SinceNs", sinceNs);
    }
}
