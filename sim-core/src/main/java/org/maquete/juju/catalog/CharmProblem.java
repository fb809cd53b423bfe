package org.maquete.juju.catalog;

import org.maquete.kernel.Place;

/** Something in a charm's text that cannot be read. */
public record CharmProblem(Place place, String expected, String found) {

    @Override
    public String toString() {
        return place + ": expected " + expected + ", found " + found;
    }
}
