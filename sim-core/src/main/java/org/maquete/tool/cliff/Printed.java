package org.maquete.tool.cliff;

/** What a command printed, and its exit code. */
public record Printed(String stdout, String stderr, int exit) {}
