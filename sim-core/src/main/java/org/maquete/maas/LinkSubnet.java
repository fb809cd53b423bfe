package org.maquete.maas;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code maas PROFILE interface link-subnet}.
 *
 * @param name an interface that the machine has
 * @param cidr a subnet, or empty
 * @param address for mode static; empty for one that MAAS picks
 * @param force whether other links and the VLAN give way
 */
public record LinkSubnet(
        String hostname, String name, LinkMode mode, String cidr, String address, boolean force)
        implements Command {

    @Override
    public Ref subject() {
        return new Ref("maas-machine", hostname);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("hostname", hostname)
                .text("name", name)
                .text("mode", mode.name())
                .text("cidr", cidr)
                .text("address", address)
                .flag("force", force);
    }
}
