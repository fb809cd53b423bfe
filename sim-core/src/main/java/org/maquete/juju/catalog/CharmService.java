package org.maquete.juju.catalog;

/**
 * A service of systemd that a charm installs.
 *
 * @param memoryMib what it uses when idle
 * @param cpuMilli thousandths of a hardware thread that it uses when idle
 */
public record CharmService(String name, int memoryMib, int cpuMilli) {}
