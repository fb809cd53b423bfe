package org.maquete.gui.model;

/**
 * One unit at an instant, as {@code juju status} shows it.
 *
 * @param name with {@code *} behind the leader
 * @param subordinate whether it lives beside another unit
 */
public record UnitLine(
        String name,
        boolean subordinate,
        String workload,
        String agent,
        String machine,
        String message) {}
