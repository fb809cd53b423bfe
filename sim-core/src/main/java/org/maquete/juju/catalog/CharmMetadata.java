package org.maquete.juju.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known about one charm. One flat record, made in one place, because its readers ask for
 * single components; endpoints are in the order of Juju (role, then name), without the implicit
 * one.
 *
 * @param source repository, branch, commit and file that were read
 * @param channel where the charm comes from unless another is named
 * @param channels channels that are known to exist; Charmhub may have more
 * @param version the application version a unit reports; empty when it reports none
 * @param bindings names that can be bound to a space besides the endpoints
 * @param services what systemd runs for it, in the order in which it starts them
 * @param options by name, in the order of the file
 * @param actions by name, in the order of the file
 */
public record CharmMetadata(
        String name,
        String source,
        boolean subordinate,
        Channel channel,
        List<Channel> channels,
        int revision,
        String version,
        List<OsRelease> bases,
        List<Endpoint> endpoints,
        List<String> bindings,
        List<StorageSlot> storage,
        Map<String, ConfigOption> options,
        Readiness readiness,
        List<Port> ports,
        List<CharmService> services,
        Map<String, CharmAction> actions) {

    public CharmMetadata {
        channels = List.copyOf(channels);
        bases = List.copyOf(bases);
        bindings = List.copyOf(bindings);
        storage = List.copyOf(storage);
        ports = List.copyOf(ports);
        services = List.copyOf(services);
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        actions = Collections.unmodifiableMap(new LinkedHashMap<>(actions));
        List<Endpoint> inOrder = new ArrayList<>(endpoints);
        inOrder.sort(RelationInference.ENDPOINT_ORDER);
        endpoints = List.copyOf(inOrder);
        if (name.isEmpty() || bases.isEmpty()) {
            throw new IllegalArgumentException(
                    "charm with name and bases expected: '" + name + "'");
        }
    }

    /** The declared endpoint of this name; the implicit {@code juju-info} is not declared. */
    public Optional<Endpoint> endpoint(String wanted) {
        for (Endpoint endpoint : endpoints) {
            if (endpoint.name().equals(wanted)) {
                return Optional.of(endpoint);
            }
        }
        return Optional.empty();
    }

    public Optional<ConfigOption> option(String wanted) {
        return Optional.ofNullable(options.get(wanted));
    }

    public Optional<CharmAction> action(String wanted) {
        return Optional.ofNullable(actions.get(wanted));
    }
}
