package org.maquete.guest;

import java.util.Optional;

/**
 * Who opens a connection.
 *
 * @param server the id of a server, or {@link Wire#OUTSIDE}
 * @param container the container in which the program runs, if it runs in one
 */
record Asker(String server, Optional<Container> container) {

    static Asker guest(String server) {
        return new Asker(server, Optional.empty());
    }

    static Asker of(Sockets.Seat seat) {
        return new Asker(seat.server(), seat.container());
    }

    boolean isOutside() {
        return server.equals(Wire.OUTSIDE);
    }
}
