package org.maquete.reach;

import java.util.Optional;
import org.maquete.neutron.Port;
import org.maquete.nova.Server;

/** Somebody who sends or receives. */
sealed interface Party {

    /** The address it writes as its own. */
    String address();

    /** What people call it. */
    String name();

    /**
     * A port of the cloud.
     *
     * @param server the server it belongs to; a port that somebody made may have none
     */
    record Guest(Port port, Optional<Server> server) implements Party {

        @Override
        public String address() {
            return port.address();
        }

        @Override
        public String name() {
            return server.map(Server::name)
                    .orElse(port.name().isEmpty() ? port.address() : port.name());
        }
    }

    /** Somebody on the physical network, or behind its gateway. */
    record Outside(String address) implements Party {

        @Override
        public String name() {
            return Question.OUTSIDE;
        }
    }
}
