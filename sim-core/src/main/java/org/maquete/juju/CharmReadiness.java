package org.maquete.juju;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.maquete.juju.catalog.CharmMetadata;
import org.maquete.juju.catalog.Endpoint;
import org.maquete.juju.catalog.EndpointRole;
import org.maquete.juju.catalog.OptionalCheck;
import org.maquete.juju.catalog.Port;
import org.maquete.juju.catalog.ReadinessCheck;

/** What follows from a charm's metadata alone; charms with a class of their own build upon it. */
public final class CharmReadiness {

    private final CharmMetadata charm;

    /** For this charm. */
    public CharmReadiness(CharmMetadata charm) {
        this.charm = charm;
    }

    /** The metadata. */
    public CharmMetadata charm() {
        return charm;
    }

    /** What the charm says when only its relations, options and actions are looked at. */
    public Assessment assess(HookContext context) {
        CharmGates gates = new CharmGates(charm, context);
        Optional<Assessment> early = gates.early();
        if (early.isPresent()) {
            return early.get();
        }
        return RelationChecks.assess(
                        charm.readiness().style(),
                        checks(gates),
                        gates.beside(),
                        endpoint -> state(context, endpoint))
                .or(gates::last)
                .orElseGet(() -> Assessment.active(gates.activeMessage()));
    }

    /** The state of an endpoint of this charm. */
    public EndpointState state(HookContext context, String endpoint) {
        return context.state(endpoint(endpoint));
    }

    /**
     * Whether everything that this charm asks others for is there, so that it can give: all its
     * checks but those of endpoints that it provides.
     */
    public boolean canGive(HookContext context) {
        for (ReadinessCheck check : checks(new CharmGates(charm, context))) {
            if (asks(check)
                    && !RelationChecks.best(check, name -> state(context, name)).isComplete()) {
                return false;
            }
        }
        return true;
    }

    /**
     * Puts {@code ready} where it is due: at once on what the charm requires, on peers, and where
     * the charm says so; else when {@code gives} is true of the provided endpoint.
     */
    public void share(HookContext context, HookOutcome out, Predicate<String> gives) {
        if (context.isReadyEverywhere()) {
            return;
        }
        for (Endpoint endpoint : charm.endpoints()) {
            List<Relation> unready = context.unready(endpoint.name());
            if (!unready.isEmpty() && isDue(endpoint, gives)) {
                for (Relation relation : unready) {
                    if (!context.remoteUnits(relation).isEmpty()) {
                        out.ready(relation);
                    }
                }
            }
        }
    }

    private boolean isDue(Endpoint endpoint, Predicate<String> gives) {
        return endpoint.role() != EndpointRole.PROVIDER
                || charm.readiness().atOnce().contains(endpoint.name())
                || gives.test(endpoint.name());
    }

    /**
     * Reports the assessment, or services that do not run where all else is well; a unit that is
     * active has a version and its ports open.
     */
    public void report(Assessment assessed, HookContext context, HookOutcome out) {
        String stopped = assessed.isActive() ? WorkloadServices.missing(charm, context) : "";
        Assessment found = stopped.isEmpty() ? assessed : Assessment.blocked(stopped);
        out.status(found.status(), found.message(), found.waitsFor());
        if (found.isActive()) {
            out.version(charm.version());
            for (Port port : charm.ports()) {
                out.openPort(port.toString());
            }
        }
        String applicationMessage = charm.readiness().applicationMessage();
        if (context.unit().leader() && !applicationMessage.isEmpty()) {
            String message = found.isActive() ? applicationMessage : found.message();
            out.applicationStatus(found.status(), message);
        }
    }

    private List<ReadinessCheck> checks(CharmGates gates) {
        List<ReadinessCheck> required = charm.readiness().required();
        if (charm.readiness().optional().isEmpty()) {
            return required;
        }
        List<ReadinessCheck> checks = new ArrayList<>(required);
        for (OptionalCheck optional : charm.readiness().optional()) {
            if (gates.holds(optional.when())) {
                checks.add(optional.check());
            }
        }
        return checks;
    }

    private boolean asks(ReadinessCheck check) {
        for (String name : check.endpoints()) {
            if (endpoint(name).role() != EndpointRole.PROVIDER) {
                return true;
            }
        }
        return false;
    }

    private Endpoint endpoint(String name) {
        for (Endpoint endpoint : charm.endpoints()) {
            if (endpoint.name().equals(name)) {
                return endpoint;
            }
        }
        throw new IllegalArgumentException(
                "expected an endpoint of " + charm.name() + ", found " + name);
    }
}
