package org.maquete.nova;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * There is one server group more.
 *
 * @param maxServersPerHost the rule max_server_per_host; 0: not given
 */
public record ServerGroupCreated(
        String uuid, String project, String user, String name, String policy, int maxServersPerHost)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref("server group", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid)
                .text("project", project)
                .text("user", user)
                .text("name", name)
                .text("policy", policy)
                .number("maxServersPerHost", maxServersPerHost);
    }
}
