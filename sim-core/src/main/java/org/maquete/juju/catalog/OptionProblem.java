package org.maquete.juju.catalog;

import org.maquete.kernel.Place;

/** A refused setting: where it stands and what Juju says about it. */
public record OptionProblem(Place place, String message) {}
