package org.maquete.nova;

import java.util.List;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * Nova keeps what was asked for with a server, beside what the server's row has.
 *
 * @param reservation the first server of the request
 * @param wish where it shall go: see {@link BuildWish#lines}
 */
public record RequestKept(String server, String reservation, List<String> wish) implements Fact {

    public RequestKept {
        wish = List.copyOf(wish);
    }

    @Override
    public Ref subject() {
        return new Ref("server", server);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("server", server).text("reservation", reservation).texts("wish", wish);
    }
}
