package org.maquete.neutron;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * What a security group lets through.
 *
 * @param uuid the natural key
 * @param protocol {@code tcp}, a number, or empty for any
 * @param portMin the first port, or -1 for any
 * @param portMax the last port, or -1 for any
 */
public record SecurityGroupRule(
        int id,
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
        String description,
        long createdNs)
        implements Row {

    @Override
    public String key() {
        return uuid;
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
                .text("description", description)
                .number("createdNs", createdNs);
    }
}
