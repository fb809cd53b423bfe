package org.maquete.juju.catalog;

/** An endpoint of an application, as opposed to one of a charm; printed {@code app:endpoint}. */
public record BoundEndpoint(String application, Endpoint endpoint)
        implements Comparable<BoundEndpoint> {

    /** The order inside a relation key: requirer, provider, then by text. */
    @Override
    public int compareTo(BoundEndpoint other) {
        int byRole = endpoint.role().compareTo(other.endpoint.role());
        return byRole != 0 ? byRole : toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return application + ":" + endpoint.name();
    }
}
