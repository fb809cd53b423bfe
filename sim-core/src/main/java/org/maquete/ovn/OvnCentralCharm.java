package org.maquete.ovn;

import java.util.ArrayList;
import java.util.List;
import org.maquete.juju.Assessment;
import org.maquete.juju.Charm;
import org.maquete.juju.CharmReadiness;
import org.maquete.juju.Hook;
import org.maquete.juju.HookContext;
import org.maquete.juju.HookOutcome;
import org.maquete.juju.Relation;
import org.maquete.juju.Unit;
import org.maquete.juju.catalog.CharmMetadata;

/**
 * ovn-central: the databases of OVN and northd. Once peers and certificates are there, the unit
 * that leads in Juju creates both database clusters and therefore leads them; northd is active on
 * one unit.
 */
final class OvnCentralCharm implements Charm {

    private static final String DATABASES = "ovnnb_db, ovnsb_db";

    private final CharmReadiness readiness;

    OvnCentralCharm(CharmMetadata charm) {
        this.readiness = new CharmReadiness(charm);
    }

    @Override
    public String name() {
        return "ovn-central";
    }

    @Override
    public void run(Hook hook, HookContext context, HookOutcome out) {
        List<Relation> peers = context.relations("ovsdb-peer");
        if (hook.kind() == Hook.Kind.STOP || hook.kind() == Hook.Kind.REMOVE || peers.isEmpty()) {
            return;
        }
        Relation cluster = peers.getFirst();
        Assessment relations = readiness.assess(context);
        String application = context.application().name();
        String leader = context.value(cluster, application, "db-leader");
        String northd = context.value(cluster, application, "northd");
        if (relations.isActive() && context.unit().leader() && leader.isEmpty()) {
            leader = context.unit().name();
            northd = northd(context);
            out.putForApplication(cluster, "db-leader", leader);
            out.putForApplication(cluster, "northd", northd);
        }
        boolean serves = relations.isActive() && !leader.isEmpty();
        readiness.report(
                relations.isActive()
                        ? Assessment.active(message(context.unit().name(), leader, northd))
                        : relations,
                context,
                out);
        readiness.share(context, out, _ -> serves);
    }

    /** The unit with the active northd: drawn among those that do not lead the databases. */
    private static String northd(HookContext context) {
        List<Unit> others = new ArrayList<>(context.peers());
        others.removeIf(unit -> unit.name().equals(context.unit().name()));
        return others.get(context.draws("northd", 0).below(others.size())).name();
    }

    /** The parts that are true of this unit, joined by one blank. */
    private static String message(String unit, String leader, String northd) {
        List<String> parts = new ArrayList<>();
        if (unit.equals(leader)) {
            parts.add("leader: " + DATABASES);
        }
        if (unit.equals(northd)) {
            parts.add("northd: active");
        }
        return parts.isEmpty()
                ? "Unit is ready"
                : "Unit is ready (" + String.join(" ", parts) + ")";
    }
}
