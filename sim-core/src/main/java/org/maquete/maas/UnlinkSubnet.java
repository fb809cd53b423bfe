package org.maquete.maas;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code maas PROFILE interface unlink-subnet}, or {@code disconnect}.
 *
 * @param number of the link; 0 for all of them and the VLAN too
 */
public record UnlinkSubnet(String hostname, String name, int number) implements Command {

    @Override
    public Ref subject() {
        return new Ref("maas-machine", hostname);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("hostname", hostname).text("name", name).number("number", number);
    }
}
