package org.maquete.juju.catalog;

import java.util.List;
import java.util.Optional;

/**
 * A relation without which the charm is not ready.
 *
 * @param endpoints any one of them satisfies the check
 * @param label the name that the charm prints for it
 * @param missing what it prints without the relation, when not the text of its style
 * @param incomplete what it prints while data are missing, when not the text of its style
 */
public record ReadinessCheck(
        List<String> endpoints,
        String label,
        Optional<StatusText> missing,
        Optional<StatusText> incomplete) {

    public ReadinessCheck {
        endpoints = List.copyOf(endpoints);
        if (endpoints.isEmpty() || label.isEmpty()) {
            throw new IllegalArgumentException("an endpoint and a label expected, none found");
        }
    }
}
