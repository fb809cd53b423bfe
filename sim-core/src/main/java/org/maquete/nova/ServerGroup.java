package org.maquete.nova;

import java.util.List;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A server group.
 *
 * @param uuid the natural key
 * @param maxServersPerHost the rule max_server_per_host; 0: not given
 * @param members the servers that were made in it, those that are gone included
 */
public record ServerGroup(
        int id,
        String uuid,
        String project,
        String user,
        String name,
        String policy,
        int maxServersPerHost,
        List<String> members)
        implements Row {

    public ServerGroup {
        members = List.copyOf(members);
    }

    @Override
    public String key() {
        return uuid;
    }

    ServerGroup plus(String server) {
        List<String> more = new java.util.ArrayList<>(members);
        more.add(server);
        return new ServerGroup(id, uuid, project, user, name, policy, maxServersPerHost, more);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid)
                .text("project", project)
                .text("user", user)
                .text("name", name)
                .text("policy", policy)
                .number("maxServersPerHost", maxServersPerHost)
                .texts("members", members);
    }
}
