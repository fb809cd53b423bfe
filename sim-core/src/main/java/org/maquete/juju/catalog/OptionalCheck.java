package org.maquete.juju.catalog;

/** A check that the charm makes only under a condition. */
public record OptionalCheck(Condition when, ReadinessCheck check) {}
