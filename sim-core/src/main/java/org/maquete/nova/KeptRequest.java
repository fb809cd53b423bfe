package org.maquete.nova;

import java.util.List;
import org.maquete.world.Row;
import org.maquete.world.Sink;
import org.maquete.world.World;

/**
 * What Nova's request_specs have of a server: its place and hints, and with which others it was
 * asked for. One that was asked for alone and without any wish has no row.
 *
 * @param server the natural key
 * @param reservation the first server of the request
 * @param wish see {@link BuildWish#lines}
 */
public record KeptRequest(int id, String server, String reservation, List<String> wish)
        implements Row {

    public KeptRequest {
        wish = List.copyOf(wish);
    }

    @Override
    public String key() {
        return server;
    }

    /** What was wished for a server. */
    static BuildWish wishOf(World world, String server) {
        return world.table(NovaView.REQUESTS)
                .find(server)
                .map(r -> BuildWish.of(r.wish()))
                .orElse(BuildWish.NONE);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("server", server).text("reservation", reservation).texts("wish", wish);
    }
}
