package org.maquete.keystone.client;

import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Draws;

/**
 * A session: who is logged in where, and the catalogue that came with the token.
 *
 * @param project the id of the project
 * @param projectName its name
 * @param user the id of the user
 * @param admin whether the user has the role {@code admin} in the project
 * @param region the region asked for, or empty for any
 * @param salt from which the numbers of requests are drawn
 * @param endpoints the catalogue
 * @param computeMinor the {@code 64} of {@code --os-compute-api-version 2.64}; -1: not given
 */
public record Cloud(
        String project,
        String projectName,
        String user,
        boolean admin,
        String region,
        long salt,
        List<Endpoint> endpoints,
        int computeMinor) {

    public Cloud {
        endpoints = List.copyOf(endpoints);
    }

    /** Of somebody who has not said which version of the compute API to speak. */
    public Cloud(
            String project,
            String projectName,
            String user,
            boolean admin,
            String region,
            long salt,
            List<Endpoint> endpoints) {
        this(project, projectName, user, admin, region, salt, endpoints, -1);
    }

    /**
     * Whether a command speaks at least this version of the compute API.
     *
     * @param minor the {@code 64} of 2.64
     * @param otherwise what it speaks when no version is given: 1 with novaclient, the newest that
     *     it knows with openstacksdk
     */
    public boolean speaks(int minor, int otherwise) {
        return (computeMinor < 0 ? otherwise : computeMinor) >= minor;
    }

    /** The endpoint of a type of service in the region. */
    public Optional<Endpoint> endpoint(String type) {
        return endpoints.stream()
                .filter(e -> e.type().equals(type))
                .filter(e -> region.isEmpty() || e.region().equals(region))
                .findFirst();
    }

    /** The public URL of a type of service; empty when it is not in the catalogue. */
    public String url(String type) {
        return endpoint(type).map(Endpoint::url).orElse("");
    }

    /** {@code req-} and a UUID that belongs to this command line. */
    public String requestId(List<String> words) {
        String name = String.join(" ", words);
        return "req-" + Draws.of(salt, "keystone", name, "request", 0).uuid();
    }
}
