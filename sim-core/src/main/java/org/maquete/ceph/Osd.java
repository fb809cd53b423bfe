package org.maquete.ceph;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * An object storage daemon as the OSD map has it.
 *
 * @param id also its number: {@code osd.0}
 * @param host the host it runs on
 * @param device the disk it took: {@code /dev/sdb}
 * @param up whether the monitors believe that it answers
 * @param in whether data are placed on it
 */
public record Osd(int id, String host, String device, boolean up, boolean in) implements Row {

    @Override
    public String key() {
        return "osd." + id;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("host", host).text("device", device).flag("up", up).flag("in", in);
    }
}
