package org.maquete.neutron;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A security group lets something more through. */
public record SecurityGroupRuleCreated(
        String uuid,
        String project,
        String group,
        String direction,
        String ethertype,
        String protocol,
        int portMin,
        int portMax,
        String remotePrefix,
        String remoteGroup,
        String description)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref(Kinds.GROUP, group);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid)
                .text("project", project)
                .text("group", group)
                .text("direction", direction)
                .text("ethertype", ethertype)
                .text("protocol", protocol)
                .number("portMin", portMin)
                .number("portMax", portMax)
                .text("remotePrefix", remotePrefix)
                .text("remoteGroup", remoteGroup)
                .text("description", description);
    }
}
