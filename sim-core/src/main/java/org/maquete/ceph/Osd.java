package org.maquete.ceph;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A disk that the charm turned into an OSD. What the monitors think of that OSD, and its number, is
 * in {@link org.maquete.ceph.cluster.CephClusterView#OSDS}.
 *
 * @param host the host it is in
 * @param device its name: {@code /dev/sdb}
 */
public record Osd(int id, String host, String device) implements Row {

    @Override
    public String key() {
        return host + " " + device;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("host", host).text("device", device);
    }
}
