package org.maquete.neutron;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code openstack security group rule create}.
 *
 * @param protocol {@code tcp}, a number, or empty for any
 * @param portMin the first port, or -1 for any
 * @param portMax the last port, or -1 for any
 */
public record CreateSecurityGroupRule(
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
        implements Command {

    @Override
    public Ref subject() {
        return new Ref(Kinds.GROUP, group);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("project", project)
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
