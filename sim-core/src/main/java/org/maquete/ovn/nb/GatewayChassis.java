package org.maquete.ovn.nb;

/**
 * Where a gateway port may live.
 *
 * @param priority the highest that is alive has it
 */
public record GatewayChassis(String name, String chassisName, int priority) {}
