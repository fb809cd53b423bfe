package org.maquete.kernel;

/**
 * One command from outside: an entry of the input log, which together with the settings is the
 * truth of a run.
 *
 * @param timeNs the simulated time at which it was given
 * @param after the number of the last thing that had happened by then
 */
public record Input(long timeNs, long after, Command command, Origin origin) {}
