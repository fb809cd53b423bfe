package org.maquete.whatif;

import org.maquete.world.World;

/** A world at an instant, to be looked at beside others. */
public record Moment(long timeNs, World world) {}
