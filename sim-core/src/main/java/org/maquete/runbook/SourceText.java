package org.maquete.runbook;

/**
 * A document as it was handed in.
 *
 * @param name the name as the person gave it; its ending helps to tell Markdown from shell
 * @param text all of it, line ends of any kind
 */
public record SourceText(String name, String text) {}
