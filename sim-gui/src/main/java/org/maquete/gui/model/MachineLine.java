package org.maquete.gui.model;

/**
 * One machine of the rack at an instant.
 *
 * @param name the name in MAAS, {@code server3}
 * @param power {@code on}, {@code off} or {@code no mains}
 * @param maas the status that MAAS shows
 * @param juju the machine's number in a Juju model, with the model, or empty
 * @param containers how many LXD containers run on it
 */
public record MachineLine(String name, String power, String maas, String juju, int containers) {}
