package org.maquete.hardware;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A network port of a machine and its cable.
 *
 * @param ovsBridge the Open vSwitch bridge that the lab made on it, or empty
 * @param subnet the CIDR of the subnet it is cabled to
 * @param plugged whether the cable is in
 * @param enabled whether the switch port behind it is enabled
 */
public record Nic(
        int id,
        String machine,
        String name,
        String mac,
        String ovsBridge,
        String subnet,
        boolean plugged,
        boolean enabled)
        implements Row {

    @Override
    public String key() {
        return machine + " " + name;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("machine", machine)
                .text("name", name)
                .text("mac", mac)
                .text("ovsBridge", ovsBridge)
                .text("subnet", subnet)
                .flag("plugged", plugged)
                .flag("enabled", enabled);
    }

    /** Whether packets pass: the cable is in and the port behind it enabled. */
    public boolean isLive() {
        return plugged && enabled;
    }
}
