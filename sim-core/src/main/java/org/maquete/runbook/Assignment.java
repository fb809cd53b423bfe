package org.maquete.runbook;

import org.maquete.kernel.Place;

/**
 * {@code NAME=value} in front of a command or alone.
 *
 * @param name the variable
 * @param value the word after {@code =}; it has no parts when nothing stands there
 * @param place where the name stands
 */
public record Assignment(String name, Word value, Place place) {}
