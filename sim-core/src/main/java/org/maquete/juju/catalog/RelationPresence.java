package org.maquete.juju.catalog;

/** Whether a model has the relation of a key. */
public enum RelationPresence {
    ABSENT,
    ALIVE,
    DYING
}
