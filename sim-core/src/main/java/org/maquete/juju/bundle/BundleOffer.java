package org.maquete.juju.bundle;

import java.util.List;
import org.maquete.kernel.Place;

/** Endpoints that a bundle offers to other models. */
public record BundleOffer(String name, Place place, List<String> endpoints) {

    public BundleOffer {
        endpoints = List.copyOf(endpoints);
    }
}
