package org.maquete.juju;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.maquete.juju.catalog.CharmCatalog;

/** The charms that have a class of their own, by name, and what stands in for the others. */
final class Charms {

    private final TreeMap<String, Charm> byName = new TreeMap<>();

    private final CharmCatalog catalog;

    Charms(List<Charm> charms, CharmCatalog catalog) {
        this.catalog = catalog;
        for (Charm charm : charms) {
            if (byName.put(charm.name(), charm) != null) {
                throw new IllegalArgumentException(
                        "expected one class per charm, found two for " + charm.name());
            }
        }
    }

    Charm of(String name) {
        return Optional.ofNullable(byName.get(name))
                .or(() -> catalog.find(name).map(CatalogCharm::new))
                .orElseGet(() -> new Unmodelled(name));
    }

    /** A charm of which nothing is known: it is active once it has started. */
    private record Unmodelled(String name) implements Charm {

        @Override
        public void run(Hook hook, HookContext context, HookOutcome out) {
            if (hook.kind() == Hook.Kind.START) {
                out.status("active", "");
            }
        }
    }
}
