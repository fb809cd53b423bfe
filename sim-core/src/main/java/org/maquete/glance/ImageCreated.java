package org.maquete.glance;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** There is one image more, without a file yet. */
public record ImageCreated(String uuid, ImageDraft draft) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("image", draft.name());
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid);
        draft.encode(sink);
    }
}
