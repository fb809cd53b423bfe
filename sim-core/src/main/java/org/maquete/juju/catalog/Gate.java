package org.maquete.juju.catalog;

/**
 * A status that a unit has under a condition, whatever its relations say. One that is {@code
 * active} replaces the usual message of a unit that is ready.
 *
 * @param text the status; the name of an option in braces stands for its value
 * @param early whether it is looked at before the relations
 */
public record Gate(Condition when, StatusText text, boolean early) {}
