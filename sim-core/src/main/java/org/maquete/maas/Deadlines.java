package org.maquete.maas;

import java.util.List;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.SimTime;
import org.maquete.kernel.Span;

/** How long MAAS waits for a machine before it gives up: settings, one value for a whole region. */
final class Deadlines {

    static final Span NODE =
            Span.seconds("maas.node-timeout", 1800, 1800, "MAAS 3.5, config node_timeout, 30 min");
    static final Span RELEASE =
            Span.seconds("maas.release-timeout", 300, 300, "MAAS 3.5, node_status.py, 5 min");

    static final List<Span> SPANS = List.of(NODE, RELEASE);

    private Deadlines() {}

    static long ns(Span span, Outcome out) {
        return out.draw(span, "region", 0);
    }

    /** As MAAS tells it. */
    static long minutes(Span span, Outcome out) {
        return ns(span, out) / SimTime.MINUTE;
    }
}
