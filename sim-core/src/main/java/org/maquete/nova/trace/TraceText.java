package org.maquete.nova.trace;

/** A file of a trace: its name, for messages, and what stands in it. */
public record TraceText(String file, String text) {}
