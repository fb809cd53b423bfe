package org.maquete.nova;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * No hypervisor could take a server: what nova-scheduler and Placement have in their logs, while
 * the user is told no more than {@code No valid host was found. }
 *
 * @param why each hypervisor with the reason
 */
public record HostsRuledOut(String uuid, String why) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("server", uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid).text("why", why);
    }
}
