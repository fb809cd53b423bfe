package org.maquete.juju.bundle;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maquete.kernel.Place;

/**
 * A bundle with its overlays merged, not yet verified. Everything is in the order of the file;
 * Juju's own maps have none.
 *
 * @param place the first line of the base bundle
 * @param type {@code kubernetes} or empty
 */
public record Bundle(
        Place place,
        String type,
        String series,
        String defaultBase,
        Map<String, BundleApplication> applications,
        Map<String, BundleMachine> machines,
        Map<String, BundleSaas> saas,
        List<BundleRelation> relations) {

    static final String KUBERNETES = "kubernetes";

    public Bundle {
        applications = Collections.unmodifiableMap(new LinkedHashMap<>(applications));
        machines = Collections.unmodifiableMap(new LinkedHashMap<>(machines));
        saas = Collections.unmodifiableMap(new LinkedHashMap<>(saas));
        relations = List.copyOf(relations);
    }

    /** Whether it is for a Kubernetes cloud. */
    public boolean isKubernetes() {
        return type.equals(KUBERNETES);
    }
}
