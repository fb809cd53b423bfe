package org.maquete.juju.bundle;

import java.util.List;
import org.maquete.kernel.Place;

/** A relation as written: two items {@code application[:endpoint]}, if it is right. */
public record BundleRelation(Place place, List<String> endpoints) {

    public BundleRelation {
        endpoints = List.copyOf(endpoints);
    }

    /** Whether it names the application, with or without an endpoint. */
    boolean joins(String application) {
        return endpoints.stream()
                .anyMatch(e -> e.equals(application) || e.startsWith(application + ":"));
    }
}
