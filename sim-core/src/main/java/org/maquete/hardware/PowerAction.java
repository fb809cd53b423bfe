package org.maquete.hardware;

/** What a management controller can be asked to do. */
public enum PowerAction {
    /** Runs afterwards; a machine that runs already is started anew. */
    ON,
    /** Does not run afterwards. */
    OFF,
    /** Off if it runs, then on. */
    CYCLE,
    /** Only tells whether the machine runs. */
    QUERY
}
