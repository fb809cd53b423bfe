package org.maquete.juju.bundle;

import org.maquete.kernel.Place;

/** Something that is wrong with a bundle, in the words of Juju, and where it stands. */
public record BundleProblem(Place place, String message) {

    @Override
    public String toString() {
        return place + ": " + message;
    }
}
