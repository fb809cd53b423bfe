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
import org.maquete.observe.Seen;
import tools.jackson.databind.JsonNode;

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

    void read(JsonNode applications) {
        for (Map.Entry<String, JsonNode> application : applications.properties()) {
            JsonNode relations = application.getValue().path("relations");
            String charm = application.getValue().path("charm-name").asString("");
            for (Map.Entry<String, JsonNode> endpoint : relations.properties()) {
                for (JsonNode each : endpoint.getValue()) {
                    half(application.getKey(), charm, endpoint.getKey(), each);
                }
            }
        }
        List<Half> open = new ArrayList<>(halves);
        for (Half half : halves) {
            if (half.role() == EndpointRole.PEER) {
                add(half, half);
            } else if (open.remove(half)) {
                Optional<Half> other = open.stream().filter(half::fits).findFirst();
                if (other.isPresent()) {
                    open.remove(other.get());
                    boolean first = half.role() == EndpointRole.PROVIDER;
                    add(first ? half : other.get(), first ? other.get() : half);
                }
            }
        }
    }

    private void half(String application, String charm, String endpoint, JsonNode node) {
        String other = node.path("related-application").asString("");
        halves.add(
                new Half(
                        application,
                        endpoint,
                        other,
                        node.path("interface").asString(""),
                        node.path("scope").asString("").equals("container"),
                        role(application, charm, endpoint, other)));
    }

    /** As the charm declares it; of an unknown charm the first application by name provides. */
    private EndpointRole role(String application, String charm, String endpoint, String other) {
        if (application.equals(other)) {
            return EndpointRole.PEER;
        }
        EndpointRole guess =
                application.compareTo(other) < 0 ? EndpointRole.PROVIDER : EndpointRole.REQUIRER;
        return catalog.find(charm)
                .flatMap(found -> found.endpoint(endpoint))
                .map(Endpoint::role)
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
