package org.maquete.cinder;

import org.maquete.world.Sink;

/**
 * Who has a volume, or is about to.
 *
 * @param id its uuid; empty: nobody
 * @param server the uuid of the server
 * @param host of the server, once it connects
 * @param device the name of the disk in the server, once it sees it
 * @param attachedNs when it saw it
 */
public record Attachment(String id, String server, String host, String device, long attachedNs) {

    /** Nobody has it. */
    static final Attachment NONE = new Attachment("", "", "", "", 0);

    /** Whether the server sees it. */
    public boolean isComplete() {
        return !device.isEmpty();
    }

    /** The same once the host connects. */
    Attachment from(String newHost) {
        return new Attachment(id, server, newHost, "", 0);
    }

    /** The same once the server sees it. */
    Attachment as(String newDevice, long timeNs) {
        return new Attachment(id, server, host, newDevice, timeNs);
    }

    void encode(Sink sink) {
        sink.text("attachment", id)
                .text("server", server)
                .text("attachedHost", host)
                .text("device", device)
                .number("attachedNs", attachedNs);
    }
}
