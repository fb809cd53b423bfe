package org.maquete.ceph.cluster;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** The process of an OSD stands still and answers nobody, as on a hung disk (SIGSTOP). */
public record HangOsd(int osd) implements Command {

    @Override
    public Ref subject() {
        return new Ref("osd", "osd." + osd);
    }

    @Override
    public void encode(Sink sink) {
        sink.number("osd", osd);
    }
}
