package org.maquete.juju.catalog;

import java.util.Comparator;

/** An endpoint of an application, as opposed to one of a charm; printed {@code app:endpoint}. */
public record BoundEndpoint(String application, Endpoint endpoint)
        implements Comparable<BoundEndpoint> {

    private static final Comparator<BoundEndpoint> KEY_ORDER =
            Comparator.comparing((BoundEndpoint bound) -> bound.endpoint.role())
                    .thenComparing(BoundEndpoint::toString);

    /** The order inside a relation key: requirer, provider, then by text. */
    @Override
    public int compareTo(BoundEndpoint other) {
        return KEY_ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return application + ":" + endpoint.name();
    }
}
