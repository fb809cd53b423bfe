package org.maquete.neutron.ovn;

import org.maquete.kernel.EventId;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A chassis whose tunnels do not answer BFD, and what the others know of it. Chassis that all hear
 * have none.
 *
 * @param chassis the natural key
 * @param sinceNs when it fell silent; in {@code RETURNING}, when it could answer again
 * @param claimNs when the others have noticed, and the next one claims its gateways
 * @param doneNs when packets take the new way
 * @param due the end of the phase, if it has one
 */
public record Silence(
        int id, String chassis, Phase phase, long sinceNs, long claimNs, long doneNs, EventId due)
        implements Row {

    /** How far it is. */
    public enum Phase {
        /** The others still send to it. */
        UNNOTICED,
        /** They have noticed, but without the southbound database nobody can claim anything. */
        HELD,
        /** The next ones have claimed its gateways; their flows are on the way. */
        CLAIMED,
        /** Its gateways are elsewhere. */
        LOST,
        /** It answers again; the sessions are coming up. */
        RETURNING
    }

    @Override
    public String key() {
        return chassis;
    }

    /** Whether others have, or may have, what it had. */
    public boolean isReplaced() {
        return phase != Phase.UNNOTICED && phase != Phase.HELD;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("chassis", chassis)
                .text("phase", phase.name())
                .number("sinceNs", sinceNs)
                .number("claimNs", claimNs)
                .number("doneNs", doneNs);
    }
}
