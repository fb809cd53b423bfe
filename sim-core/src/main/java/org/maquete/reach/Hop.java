package org.maquete.reach;

import java.util.Optional;
import org.maquete.finding.Words;

/**
 * A place on the way.
 *
 * @param made the command line that made what is told; empty when the lab or a default did
 */
public record Hop(Kind kind, Words words, Optional<Made> made) {

    /** What is there. */
    public enum Kind {
        PORT,
        NETWORK,
        RULE,
        ROUTER,
        ROUTE,
        TRANSLATION,
        BALANCER,
        PHYSICAL,
        END
    }
}
