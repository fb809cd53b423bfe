package org.maquete.tool;

import org.maquete.kernel.Answer;
import org.maquete.kernel.Command;

/** What a client does once it has understood its words. */
public sealed interface Deed {

    /** Asks a server to change something. */
    record Ask(Command command) implements Deed {}

    /** Prints and ends: every query, and everything that happens on the client alone. */
    record Say(Answer answer) implements Deed {}

    /** Finds out by itself that it cannot: a file or an object that is not there. */
    record Reject(Rejected rejected) implements Deed {}

    /** The real program would do it; this model does not have it. */
    record NotModelled(String feature) implements Deed {}
}
