package org.maquete.guest;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** An image was pulled, built or pushed. */
record ImageStored(Image row) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("docker image", row.key());
    }

    @Override
    public void encode(Sink sink) {
        row.encode(sink);
    }
}
