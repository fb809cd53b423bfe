package org.maquete.juju;

import java.util.Map;
import org.maquete.juju.catalog.CharmMetadata;
import org.maquete.juju.catalog.Condition;
import org.maquete.juju.catalog.Endpoint;
import org.maquete.juju.catalog.EndpointRole;
import org.maquete.juju.catalog.Gate;
import org.maquete.juju.catalog.ReadinessStyle;

/**
 * A charm without a class: its behaviour is what the catalogue says. It looks at its relations
 * after each hook, says what is missing in the words of its family, and gives to others as soon as
 * it has what it asks for. An action that its readiness waits for is noted by the leader.
 *
 * <p>A charm whose status code was not read (style unknown in the catalogue) is taken to be active
 * without a message; one that sets no status leaves the one that Juju gives it.
 */
final class CatalogCharm implements Charm {

    private final CharmReadiness readiness;

    /** The charm of this metadata. */
    public CatalogCharm(CharmMetadata charm) {
        this.readiness = new CharmReadiness(charm);
    }

    @Override
    public String name() {
        return readiness.charm().name();
    }

    @Override
    public void run(Hook hook, HookContext context, HookOutcome out) {
        if (hook.kind() == Hook.Kind.STOP || hook.kind() == Hook.Kind.REMOVE) {
            return;
        }
        if (readiness.charm().readiness().style() != ReadinessStyle.NONE) {
            readiness.report(readiness.assess(context), context, out);
        }
        readiness.share(context, out, _ -> readiness.canGive(context));
    }

    @Override
    public void action(
            String action, Map<String, String> parameters, HookContext context, HookOutcome out) {
        if (!isAwaited(action)) {
            Charm.super.action(action, parameters, context, out);
        } else if (!context.unit().leader()) {
            // charm-octavia stable/yoga src/actions/actions.py
            out.failAction("action must be run on the leader unit.");
        } else if (!readiness.canGive(context)) {
            // the same; the blank after "action" is missing there too
            out.failAction(
                    "all required relations not available, please defer actionuntil deployment is"
                            + " complete.");
        } else {
            note(action, context, out);
            out.command(new StatusStale(context.unit().model(), context.unit().name()));
            out.peersShouldLook();
        }
    }

    private boolean isAwaited(String action) {
        for (Gate gate : readiness.charm().readiness().gates()) {
            if (awaits(gate.when(), action)) {
                return true;
            }
        }
        return false;
    }

    private static boolean awaits(Condition condition, String action) {
        return switch (condition) {
            case Condition.NotRun(String name) -> name.equals(action);
            case Condition.All all -> all.conditions().stream().anyMatch(c -> awaits(c, action));
            case Condition.Related _, Condition.Unrelated _, Condition.ConfigIs _ -> false;
            case Condition.Unset _, Condition.Outside _, Condition.FewerUnits _ -> false;
            case Condition.NotPairs _, Condition.Leads _ -> false;
        };
    }

    private void note(String action, HookContext context, HookOutcome out) {
        for (Endpoint endpoint : readiness.charm().endpoints()) {
            if (endpoint.role() == EndpointRole.PEER) {
                for (Relation relation : context.relations(endpoint.name())) {
                    out.putForApplication(relation, CharmGates.noteOf(action), "true");
                    return;
                }
            }
        }
    }
}
