package org.maquete.juju.catalog;

/**
 * A named point of a charm at which it can be related.
 *
 * @param limit the most relations the endpoint takes; 0 when the charm sets none
 * @param optional what the charm declares; Juju itself does not look at it
 */
public record Endpoint(
        String name,
        EndpointRole role,
        String interfaceName,
        EndpointScope scope,
        int limit,
        boolean optional) {

    /** The endpoint that every application has without declaring it. */
    public static final Endpoint JUJU_INFO =
            new Endpoint(
                    "juju-info",
                    EndpointRole.PROVIDER,
                    "juju-info",
                    EndpointScope.GLOBAL,
                    0,
                    false);

    public Endpoint {
        if (name.isEmpty() || interfaceName.isEmpty() || limit < 0) {
            throw new IllegalArgumentException(
                    "endpoint with name, interface and limit from 0 expected, found '"
                            + name
                            + "', '"
                            + interfaceName
                            + "', "
                            + limit);
        }
    }

    /** True for {@code juju-info} as a provider, which inference drops first. */
    public boolean isImplicit() {
        return role == EndpointRole.PROVIDER
                && name.equals(JUJU_INFO.name)
                && interfaceName.equals(JUJU_INFO.interfaceName);
    }

    /** The same endpoint with the scope of its counterpart. */
    public Endpoint withScope(EndpointScope other) {
        return new Endpoint(name, role, interfaceName, other, limit, optional);
    }
}
