package org.maquete.glance;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** An image is said to be otherwise. */
public record ImageChanged(String uuid, ImageDraft draft) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("image", uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid);
        draft.encode(sink);
    }
}
