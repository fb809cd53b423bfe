package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maquete.juju.JujuTables;
import org.maquete.juju.Relation;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.juju.catalog.Endpoint;
import org.maquete.juju.catalog.EndpointRole;
import org.maquete.juju.catalog.EndpointScope;
import org.maquete.observe.Seen;

/**
 * Relations of a status. Each application lists its endpoints with the applications at the other
 * side; the other side's endpoint is the one there with the same interface that leads back. The
 * numbers of relations are not told.
 */
final class StatusRelations {

    private final String model;
    private final CharmCatalog catalog;
    private final List<Seen<?>> seen;
    private final List<Half> halves = new ArrayList<>();

    /** One side of a relation. */
    private record Half(
            String application,
            String endpoint,
            String other,
            String interfaceName,
            boolean container,
            EndpointRole role) {

        String name() {
            return application + ":" + endpoint;
        }

        boolean fits(Half that) {
            return other.equals(that.application)
                    && that.other.equals(application)
                    && interfaceName.equals(that.interfaceName)
                    && role != that.role;
        }
    }

    StatusRelations(String model, CharmCatalog catalog, List<Seen<?>> seen) {
        this.model = model;
        this.catalog = catalog;
        this.seen = seen;
    }

    void read(Map<String, StatusPart> applications) {
        applications.forEach((name, application) ->
                application
                        .lists("relations")
                        .forEach((endpoint, others) ->
                                others.forEach(each ->
                                        half(
                                                name,
                                                application.text("charm-name"),
                                                endpoint,
                                                each))));
        List<Half> open = new ArrayList<>(halves);
        for (Half half : halves) {
            if (half.role() == EndpointRole.PEER) {
                add(half, half);
            } else if (open.remove(half)) {
                match(half, open)
                        .ifPresent(other -> {
                            open.remove(other);
                            boolean isFirst = half.role() == EndpointRole.PROVIDER;
                            add(isFirst ? half : other, isFirst ? other : half);
                        });
            }
        }
    }

    /** The other side: one that has none yet, else any, for an application is listed once. */
    private Optional<Half> match(Half half, List<Half> open) {
        return open.stream()
                .filter(half::fits)
                .findFirst()
                .or(() -> halves.stream().filter(half::fits).findFirst());
    }

    /** What 2.9 does not tell about a relation, the charm does. */
    private void half(String application, String charm, String endpoint, StatusPart part) {
        String other = part.text("related-application");
        Optional<Endpoint> declared =
                catalog.find(charm).flatMap(found -> found.endpoint(endpoint));
        String interfaceName =
                part.has("interface")
                        ? part.text("interface")
                        : declared.map(Endpoint::interfaceName).orElse("");
        boolean isContainer =
                part.has("scope")
                        ? part.text("scope").equals("container")
                        : declared.filter(e -> e.scope() == EndpointScope.CONTAINER).isPresent();
        EndpointRole role = role(application, endpoint, other, declared);
        halves.add(new Half(application, endpoint, other, interfaceName, isContainer, role));
    }

    /** As the charm declares it; of an unknown charm the first application by name provides. */
    private static EndpointRole role(
            String application, String endpoint, String other, Optional<Endpoint> declared) {
        if (application.equals(other)) {
            return EndpointRole.PEER;
        }
        EndpointRole guess =
                application.compareTo(other) < 0 ? EndpointRole.PROVIDER : EndpointRole.REQUIRER;
        return declared.map(Endpoint::role)
                .orElse(endpoint.equals("juju-info") ? EndpointRole.PROVIDER : guess);
    }

    private void add(Half provider, Half requirer) {
        int number =
                Math.toIntExact(
                        seen.stream().filter(s -> s.table().equals(JujuTables.RELATIONS)).count());
        boolean peer = provider.role() == EndpointRole.PEER;
        seen.add(
                new Seen<>(
                        JujuTables.RELATIONS,
                        id ->
                                new Relation(
                                        id,
                                        model,
                                        number,
                                        provider.name(),
                                        requirer.name(),
                                        provider.interfaceName(),
                                        peer,
                                        provider.container() || requirer.container()),
                        List.of("number"),
                        true));
    }
}
