package org.maquete.juju.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A relation that may be added: requirer and provider, or one peer endpoint. */
public record InferredRelation(List<BoundEndpoint> endpoints) implements RelationDecision {

    public InferredRelation {
        List<BoundEndpoint> sorted = new ArrayList<>(endpoints);
        sorted.sort(Comparator.naturalOrder());
        endpoints = List.copyOf(sorted);
        boolean isPeer =
                endpoints.size() == 1
                        && endpoints.getFirst().endpoint().role() == EndpointRole.PEER;
        boolean isPair =
                endpoints.size() == 2
                        && endpoints.getFirst().endpoint().role() == EndpointRole.REQUIRER
                        && endpoints.getLast().endpoint().role() == EndpointRole.PROVIDER;
        if (!isPeer && !isPair) {
            throw new IllegalArgumentException(
                    "a requirer and a provider, or one peer expected, found " + endpoints);
        }
    }

    /** Juju's key: the requirer, then the provider. */
    public String key() {
        return RelationInference.key(endpoints);
    }

    /** The first column of {@code juju status --relations}; for peers the same as the second. */
    public BoundEndpoint provider() {
        return endpoints.getLast();
    }

    public BoundEndpoint requirer() {
        return endpoints.getFirst();
    }

    public String interfaceName() {
        return endpoints.getFirst().endpoint().interfaceName();
    }

    /** True when only units in the same machine meet. */
    public boolean isContainerScoped() {
        return endpoints.getFirst().endpoint().scope() == EndpointScope.CONTAINER;
    }

    /** The column Type of {@code juju status --relations}. */
    public String type() {
        if (endpoints.size() == 1) {
            return "peer";
        }
        return isContainerScoped() ? "subordinate" : "regular";
    }

    @Override
    public String toString() {
        return endpoints.stream().map(BoundEndpoint::toString).collect(Collectors.joining(" "));
    }
}
