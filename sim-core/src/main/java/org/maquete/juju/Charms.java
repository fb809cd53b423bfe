package org.maquete.juju;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maquete.juju.catalog.CharmCatalog;

/** The charms that have a class of their own, by name, and what stands in for the others. */
final class Charms {

    private final List<Charm> classes;
    private final CharmCatalog catalog;
    private final Map<String, Charm> byName = new LinkedHashMap<>();

    /** The classes are looked at when the first charm runs: then all subsystems have spoken. */
    Charms(List<Charm> classes, CharmCatalog catalog) {
        this.classes = classes;
        this.catalog = catalog;
    }

    private void index() {
        for (Charm charm : classes) {
            if (byName.put(charm.name(), charm) != null) {
                throw new IllegalArgumentException(
                        "expected one class per charm, found two for " + charm.name());
            }
        }
    }

    Charm of(String name) {
        if (byName.isEmpty()) {
            index();
        }
        Charm known = byName.get(name);
        if (known == null) {
            known = catalog.find(name).<Charm>map(CatalogCharm::new).orElse(new Unmodelled(name));
            byName.put(name, known);
        }
        return known;
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
