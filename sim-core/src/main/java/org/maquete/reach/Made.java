package org.maquete.reach;

import org.maquete.kernel.Place;

/** The command line that made something. */
public record Made(Place place, String source) {}
