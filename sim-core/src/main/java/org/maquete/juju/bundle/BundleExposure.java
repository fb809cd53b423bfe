package org.maquete.juju.bundle;

import java.util.List;

/**
 * Who may reach an endpoint of an exposed application.
 *
 * @param endpoint or empty for all
 */
public record BundleExposure(String endpoint, List<String> spaces, List<String> cidrs) {

    public BundleExposure {
        spaces = List.copyOf(spaces);
        cidrs = List.copyOf(cidrs);
    }
}
