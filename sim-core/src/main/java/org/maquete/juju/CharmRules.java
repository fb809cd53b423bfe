package org.maquete.juju;

import java.util.List;
import org.maquete.finding.Rule;
import org.maquete.juju.catalog.CharmCatalog;

/** Rules about charms that need nothing but Juju's rows and the catalogue. */
final class CharmRules {

    private CharmRules() {}

    /** All of them. */
    public static List<Rule> all(CharmCatalog catalog) {
        return List.of(
                new UnitNotActive(UnitNotActive.Kind.MISSING_RELATION, catalog),
                new UnitNotActive(UnitNotActive.Kind.WAITING, catalog),
                new ClusterTooSmall(catalog),
                new UnitWithoutMachine());
    }
}
