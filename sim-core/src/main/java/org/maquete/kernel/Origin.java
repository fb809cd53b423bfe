package org.maquete.kernel;

/** Where something that nobody inside caused comes from. */
public sealed interface Origin {

    /** A line of a script. */
    record ScriptLine(Place place) implements Origin {}

    /** The description of the lab. */
    record Lab(String name) implements Origin {}

    /** A fault that somebody injects on purpose. */
    record Fault(String description) implements Origin {}

    /** A person at the window or the prompt. */
    record Person(String action) implements Origin {}

    /** A document of a real cluster. */
    record Document(String source) implements Origin {}
}
