package org.maquete.preflight;

/** Hears how far a long piece of work is, and may stop it. */
@FunctionalInterface
public interface Progress {

    /** Nobody listens. */
    Progress NONE = (phase, timeNs, lines) -> true;

    /**
     * A step has been made.
     *
     * @param phase what is being done, for people
     * @param timeNs the simulated time reached
     * @param lines how many commands have been typed
     * @return false to stop
     */
    boolean at(String phase, long timeNs, int lines);
}
