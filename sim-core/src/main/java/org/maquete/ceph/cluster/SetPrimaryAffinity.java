package org.maquete.ceph.cluster;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Makes an OSD a less likely primary, in 65,536ths: {@code ceph osd primary-affinity}. */
public record SetPrimaryAffinity(int osd, int affinityFixed16) implements Command {

    @Override
    public Ref subject() {
        return new Ref("osd", "osd." + osd);
    }

    @Override
    public void encode(Sink sink) {
        sink.number("osd", osd).number("affinityFixed16", affinityFixed16);
    }
}
