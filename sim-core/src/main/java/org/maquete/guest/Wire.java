package org.maquete.guest;

import java.util.List;
import org.maquete.finding.Cure;
import org.maquete.finding.Words;
import org.maquete.world.World;

/** The network between guests, as far as what runs in them has to know. */
public interface Wire {

    /** Who is not of the cloud: the sender's name for somebody outside. */
    String OUTSIDE = "";

    /**
     * What becomes of the first packet of a TCP connection and of its answer.
     *
     * @param from the id of a server, or {@link #OUTSIDE}
     * @param to an address
     */
    Way tcp(World world, String from, String to, int port);

    /** What becomes of a question to a name server. */
    Way dns(World world, String from, String to);

    /** Where a packet ends. */
    sealed interface Way {}

    /** At this server. */
    record Arrived(String server) implements Way {}

    /** At somebody who is not of the cloud, and of whom nothing is known. */
    record Outside() implements Way {}

    /**
     * Nowhere, or its answer does not come back.
     *
     * @param isUnreachable whether the sender hears so, as nobody on its own network has the next
     *     address
     */
    record Lost(boolean isUnreachable, String reason, Words words, List<Cure> cures)
            implements Way {
        public Lost {
            cures = List.copyOf(cures);
        }
    }
}
