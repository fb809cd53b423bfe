package org.maquete.lxd;

/** The steps by which Juju's machine agent creates a container on its host. */
public enum CreationStep {
    /** It has not begun. */
    WAITING,
    /** The host retrieves the image: first half, without a word about how far it is. */
    ACQUIRING_IMAGE,
    /** The host retrieves the image: second half. */
    RETRIEVING_IMAGE,
    /** The host makes the container from the image. */
    CREATING,
    /** The container exists. */
    CREATED
}
