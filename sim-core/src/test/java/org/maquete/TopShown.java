package org.maquete;

/** Breaks the rule that a subsystem shows no such class: an example for {@link TidyTest}. */
public final class TopShown {}
