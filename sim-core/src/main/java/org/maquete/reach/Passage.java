package org.maquete.reach;

import java.util.List;
import org.maquete.ovn.pipeline.Step;

/** What became of one packet. */
sealed interface Passage {

    /** What it met. */
    List<Step> steps();

    /**
     * Somebody has it.
     *
     * @param port the port of a switch
     * @param source the sender's address as it stands in the packet now
     * @param destination the receiver's
     */
    record Arrived(String port, String source, String destination, List<Step> steps)
            implements Passage {
        public Arrived {
            steps = List.copyOf(steps);
        }
    }

    /** A router answered an echo request itself. */
    record Echoed(List<Step> steps) implements Passage {
        public Echoed {
            steps = List.copyOf(steps);
        }
    }

    /**
     * It is lost.
     *
     * @param where the port, the router's row or the address that it is about
     */
    record Lost(Reason reason, String where, List<Step> steps) implements Passage {
        public Lost {
            steps = List.copyOf(steps);
        }
    }
}
