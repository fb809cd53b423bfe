package org.maquete.lxd;

/** Whether a container exists and runs. */
public enum ContainerState {
    /** It waits until its host has created the ones asked for earlier. */
    QUEUED,
    /** Its host creates it. */
    CREATING,
    /** It exists and boots for the first time. */
    STARTING,
    /** It runs. */
    RUNNING,
    /** It exists and does not run. */
    STOPPED
}
