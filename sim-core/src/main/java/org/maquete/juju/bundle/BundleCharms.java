package org.maquete.juju.bundle;

import java.util.Optional;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.juju.catalog.CharmMetadata;

/** The charms that a bundle needs, for whoever has them. */
@FunctionalInterface
interface BundleCharms {

    /** The charm under what the bundle writes: {@code ch:mysql}. */
    Optional<CharmMetadata> charm(String written);

    static BundleCharms of(CharmCatalog catalog) {
        return written ->
                CharmUrl.parse(written) instanceof CharmUrl.Read(CharmUrl url)
                        ? catalog.find(url.name())
                        : Optional.empty();
    }
}
