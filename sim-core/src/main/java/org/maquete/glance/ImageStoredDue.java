package org.maquete.glance;

import org.maquete.kernel.Event;
import org.maquete.kernel.Lane;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** The file is stored. */
record ImageStoredDue(String uuid, long sizeBytes, String checksum, long ticket) implements Event {

    @Override
    public Lane lane() {
        return Lane.WORK;
    }

    @Override
    public Ref target() {
        return new Ref("image", uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid)
                .number("sizeBytes", sizeBytes)
                .text("checksum", checksum)
                .number("ticket", ticket);
    }
}
