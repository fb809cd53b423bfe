package org.maquete.guest;

import java.util.List;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * What somebody has done to the system in a server; a server without a row is as its image made it.
 *
 * @param server the server's id
 * @param packages what apt has installed beside the image
 * @param hasLists whether apt knows what there is to install
 * @param inDockerGroup whether the user ubuntu is in the group docker
 */
record Guest(int id, String server, List<String> packages, boolean hasLists, boolean inDockerGroup)
        implements Row {

    Guest {
        packages = List.copyOf(packages);
    }

    Guest numbered(int number) {
        return new Guest(number, server, packages, hasLists, inDockerGroup);
    }

    @Override
    public String key() {
        return server;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("server", server)
                .texts("packages", packages)
                .flag("hasLists", hasLists)
                .flag("inDockerGroup", inDockerGroup);
    }

    static Guest fresh(String server) {
        return new Guest(-1, server, List.of(), false, false);
    }

    boolean has(String name) {
        return packages.contains(name);
    }

    boolean hasDocker() {
        return has("docker.io") || has("docker-ce");
    }

    Guest with(List<String> more) {
        List<String> all = new java.util.ArrayList<>(packages);
        for (String each : more) {
            if (!all.contains(each)) {
                all.add(each);
            }
        }
        return new Guest(id, server, all, hasLists, inDockerGroup);
    }
}
