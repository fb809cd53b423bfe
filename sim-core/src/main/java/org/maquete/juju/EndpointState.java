package org.maquete.juju;

import java.util.ArrayList;
import java.util.List;
import org.maquete.juju.catalog.Endpoint;
import org.maquete.juju.catalog.EndpointRole;
import org.maquete.kernel.Ref;

/**
 * How far one endpoint of a unit has come.
 *
 * @param waitsFor who has to do something before it is complete: the endpoint itself when nothing
 *     is related to it, an application without a unit, or the units that have not put {@code ready}
 */
public record EndpointState(Kind kind, List<Ref> waitsFor) {

    /** The steps, in order. */
    public enum Kind {
        /** There is no relation; for a peer endpoint, no other unit. */
        UNRELATED,
        /** Related, but no remote unit has joined. */
        EMPTY,
        /** A remote unit has joined and none of them has put {@code ready}. */
        INCOMPLETE,
        /** In each relation some remote unit has put {@code ready}; of peers, every one. */
        COMPLETE
    }

    /** Every relation of the endpoint has given what it is for. */
    public static final EndpointState DONE = new EndpointState(Kind.COMPLETE, List.of());

    public EndpointState {
        waitsFor = List.copyOf(waitsFor);
        if ((kind == Kind.COMPLETE) != waitsFor.isEmpty()) {
            throw new IllegalArgumentException(
                    "expected a reason unless complete, found " + kind + " " + waitsFor);
        }
    }

    /** Whether it is complete. */
    public boolean isComplete() {
        return kind == Kind.COMPLETE;
    }

    /** Whether there is a relation. */
    public boolean isRelated() {
        return kind != Kind.UNRELATED;
    }

    /** The state of an endpoint of the unit whose hook runs. */
    public static EndpointState of(HookContext context, Endpoint endpoint) {
        return endpoint.role() == EndpointRole.PEER
                ? ofPeers(context, endpoint)
                : ofRelations(context, endpoint);
    }

    private static EndpointState ofRelations(HookContext context, Endpoint endpoint) {
        String application = context.application().name();
        List<Relation> relations = context.relations(endpoint.name());
        if (relations.isEmpty()) {
            Ref itself = new Ref("endpoint", application + ":" + endpoint.name());
            return new EndpointState(Kind.UNRELATED, List.of(itself));
        }
        List<Ref> reasons = new ArrayList<>(0);
        boolean someJoined = false;
        for (Relation relation : relations) {
            if (context.isSomeReady(relation)) {
                someJoined = true;
                continue;
            }
            List<Unit> remotes = context.remoteUnits(relation);
            someJoined |= !remotes.isEmpty();
            if (remotes.isEmpty()) {
                reasons.add(new Ref("application", relation.other(application)));
            } else if (!isJujuInfo(endpoint)) {
                remotes.forEach(unit -> reasons.add(new Ref("unit", unit.name())));
            }
        }
        return reasons.isEmpty()
                ? DONE
                : new EndpointState(someJoined ? Kind.INCOMPLETE : Kind.EMPTY, reasons);
    }

    /** Every unit gives it by being there: its address and name. */
    private static boolean isJujuInfo(Endpoint endpoint) {
        return endpoint.interfaceName().equals(Endpoint.JUJU_INFO.interfaceName());
    }

    private static EndpointState ofPeers(HookContext context, Endpoint endpoint) {
        List<Unit> others = new ArrayList<>(context.peers());
        others.removeIf(peer -> peer.name().equals(context.unit().name()));
        if (others.isEmpty()) {
            Ref itself = new Ref("application", context.application().name());
            return new EndpointState(Kind.UNRELATED, List.of(itself));
        }
        List<Ref> reasons = new ArrayList<>(0);
        for (Relation relation : context.relations(endpoint.name())) {
            for (Unit other : others) {
                if (!context.isReady(relation, other.name())) {
                    reasons.add(new Ref("unit", other.name()));
                }
            }
        }
        return reasons.isEmpty() ? DONE : new EndpointState(Kind.INCOMPLETE, reasons);
    }
}
