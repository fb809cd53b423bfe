package org.maquete.juju.bundle;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.maquete.kernel.Place;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * An application of a bundle. One flat record, made in one place, because its readers ask for
 * single components.
 *
 * @param defined whether it has a body
 * @param charm as written: {@code mysql}, {@code ch:mysql}, {@code ./mysql}
 * @param to the items of the placement, as written
 * @param options values as YAML has them: Juju converts them by the option's type
 * @param resources whether the value is a number or a text, by name
 * @param places where single fields stand, by name
 */
public record BundleApplication(
        String name,
        Place place,
        boolean defined,
        String charm,
        String channel,
        OptionalInt revision,
        String series,
        String base,
        int units,
        List<String> to,
        boolean expose,
        List<BundleExposure> exposed,
        Map<String, Node> options,
        Map<String, String> annotations,
        String constraints,
        Map<String, String> storage,
        Map<String, String> devices,
        Map<String, String> bindings,
        Map<String, Boolean> resources,
        List<BundleOffer> offers,
        String plan,
        boolean trust,
        Map<String, Place> places) {

    public BundleApplication {
        to = List.copyOf(to);
        exposed = List.copyOf(exposed);
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        annotations = Collections.unmodifiableMap(new LinkedHashMap<>(annotations));
        storage = Collections.unmodifiableMap(new LinkedHashMap<>(storage));
        devices = Collections.unmodifiableMap(new LinkedHashMap<>(devices));
        bindings = Collections.unmodifiableMap(new LinkedHashMap<>(bindings));
        resources = Collections.unmodifiableMap(new LinkedHashMap<>(resources));
        offers = List.copyOf(offers);
        places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
    }

    /** Where the field stands, or the application when it is not there. */
    Place placeOf(String field) {
        return places.getOrDefault(field, place);
    }

    /** Whether the charm is a folder or a file beside the bundle. */
    boolean isLocal() {
        return charm.startsWith(".") || charm.startsWith("/");
    }
}
