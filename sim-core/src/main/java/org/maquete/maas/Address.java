package org.maquete.maas;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * An address that MAAS assigned.
 *
 * @param device the host name of a machine or container
 */
public record Address(int id, String device, String address) implements Row {

    /** The name of what a device has in another subnet than its first. */
    static String device(String device, String cidr) {
        return device + " " + cidr;
    }

    @Override
    public String key() {
        return device;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("device", device).text("address", address);
    }
}
