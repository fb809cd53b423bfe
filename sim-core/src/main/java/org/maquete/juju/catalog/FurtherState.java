package org.maquete.juju.catalog;

/**
 * A status that depends on more than relations.
 *
 * @param when the condition in prose; empty when the source gives none
 */
public record FurtherState(StatusText text, String when) {}
