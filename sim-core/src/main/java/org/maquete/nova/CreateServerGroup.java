package org.maquete.nova;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code openstack server group create}.
 *
 * @param rules {@code key=value}
 */
public record CreateServerGroup(
        String project, String user, String name, String policy, List<String> rules)
        implements Command {

    public CreateServerGroup {
        rules = List.copyOf(rules);
    }

    @Override
    public Ref subject() {
        return new Ref("server group", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("project", project)
                .text("user", user)
                .text("name", name)
                .text("policy", policy)
                .texts("rules", rules);
    }
}
