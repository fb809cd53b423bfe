package org.maquete.ovn.pipeline;

/**
 * What a router has learnt: a row of the southbound table MAC_Binding.
 *
 * @param logicalPort the router's port
 */
public record Binding(String logicalPort, String ip, String mac) {}
