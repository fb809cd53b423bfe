package org.maquete.guest;

import java.util.Optional;
import org.maquete.world.World;

/** What others may know of the insides of servers. */
public final class GuestView {

    private GuestView() {}

    /**
     * Why nothing answers on a port of TCP that is asked over the network; empty when something
     * does, or when nobody has told what runs in the server.
     *
     * @param server the id of a server
     */
    public static Optional<Fault> whyNot(World world, String server, int port) {
        Site site = new Site(world, 0);
        if (!site.knows(server)) {
            return Optional.empty();
        }
        return new Sockets(site).at(server, port, false) instanceof Sockets.Closed closed
                ? Optional.of(closed.fault())
                : Optional.empty();
    }
}
