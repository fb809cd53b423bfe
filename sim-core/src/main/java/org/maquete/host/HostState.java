package org.maquete.host;

/** Whether a host runs. */
public enum HostState {
    /** Nothing of it runs. */
    DOWN,
    /** It boots; its services do not run yet. */
    BOOTING,
    /** It runs. */
    UP
}
