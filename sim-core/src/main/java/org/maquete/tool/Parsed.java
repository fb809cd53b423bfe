package org.maquete.tool;

import org.maquete.kernel.Answer;

/** What a client's own grammar makes of the words, before it talks to any server. */
public sealed interface Parsed {

    /** Understood. */
    record Right(Invocation invocation) implements Parsed {}

    /** Not understood; the client says so and ends. */
    record Wrong(Rejected rejected) implements Parsed {}

    /** The client prints this and ends well: help, a version. */
    record Printed(Answer answer) implements Parsed {}

    /** The real program would understand it; this model does not have it. */
    record NotModelled(String feature) implements Parsed {}
}
