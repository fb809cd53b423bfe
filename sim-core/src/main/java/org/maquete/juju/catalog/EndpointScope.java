package org.maquete.juju.catalog;

/** Whether all units of both applications meet, or only those in the same machine. */
public enum EndpointScope {
    GLOBAL,
    CONTAINER
}
