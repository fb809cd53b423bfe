package org.maquete.juju.catalog;

/**
 * A store that the charm can be given.
 *
 * @param type {@code block} or {@code filesystem}
 * @param range how many are taken, as in metadata.yaml: {@code 0-}, {@code 0-1}, {@code 1}
 */
public record StorageSlot(String name, String type, String range) {}
