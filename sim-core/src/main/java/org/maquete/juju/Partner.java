package org.maquete.juju;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.juju.catalog.Endpoint;
import org.maquete.juju.catalog.EndpointRole;
import org.maquete.juju.catalog.EndpointScope;
import org.maquete.world.World;

/**
 * The one endpoint of a model that fits one that nothing is related to.
 *
 * @param unit a unit of its application
 * @param endpoint {@code vault:certificates}
 */
record Partner(Unit unit, String endpoint) {

    /** The partner for {@code side} of a unit, if there is exactly one that is still to be had. */
    static Optional<Partner> of(World world, Unit unit, String side, CharmCatalog catalog) {
        String name = side.substring(side.indexOf(':') + 1);
        Optional<Endpoint> own =
                JujuView.application(world, unit.model(), unit.application())
                        .flatMap(application -> catalog.find(application.charm()))
                        .flatMap(charm -> charm.endpoint(name));
        List<Partner> found = new ArrayList<>();
        for (Application application : JujuView.applications(world, unit.model())) {
            List<Unit> units = JujuView.units(world, unit.model(), application.name());
            Unit one = units.isEmpty() ? unit : units.getFirst();
            for (Endpoint other :
                    catalog.find(application.charm()).map(c -> c.endpoints()).orElse(List.of())) {
                String key = application.name() + ":" + other.name();
                if (own.isPresent() && fits(own.get(), other) && isFree(world, unit, key, other)) {
                    found.add(new Partner(one, key));
                }
            }
        }
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static boolean fits(Endpoint one, Endpoint other) {
        return one.interfaceName().equals(other.interfaceName())
                && one.role() != EndpointRole.PEER
                && other.role() != EndpointRole.PEER
                && one.role() != other.role();
    }

    /** A subordinate's endpoint serves the one application beside it. */
    private static boolean isFree(World world, Unit unit, String key, Endpoint endpoint) {
        return endpoint.scope() == EndpointScope.GLOBAL
                || JujuView.relations(world, unit.model()).stream()
                        .noneMatch(one -> one.provider().equals(key) || one.requirer().equals(key));
    }
}
