package org.maquete.juju.bundle;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.maquete.kernel.Place;

/**
 * A machine of a bundle, which stands for a new one or for one that {@code --map-machines} names.
 *
 * @param id its key, a placeholder
 * @param defined whether it has a body; one without is a machine like any
 */
public record BundleMachine(
        String id,
        Place place,
        boolean defined,
        String constraints,
        String series,
        String base,
        Map<String, String> annotations) {

    public BundleMachine {
        annotations = Collections.unmodifiableMap(new LinkedHashMap<>(annotations));
    }
}
