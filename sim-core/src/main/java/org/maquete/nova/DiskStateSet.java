package org.maquete.nova;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * A disk is in another state.
 *
 * @param state {@code mapped}, {@code reserved}, {@code attaching}, {@code attached} or {@code
 *     detaching}
 * @param waits whether the next step waits for nova-compute
 */
public record DiskStateSet(String uuid, String state, boolean waits) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("disk", uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid).text("state", state).flag("waits", waits);
    }
}
