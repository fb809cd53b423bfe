package org.maquete.juju.catalog;

/** The side of a relation that an endpoint takes, in the order of a relation key. */
public enum EndpointRole {
    REQUIRER,
    PROVIDER,
    PEER
}
