package org.maquete.ceph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.maquete.ceph.cluster.AddMonitor;
import org.maquete.ceph.cluster.CephClusterView;
import org.maquete.ceph.cluster.RemoveMonitor;
import org.maquete.juju.Assessment;
import org.maquete.juju.Charm;
import org.maquete.juju.CharmReadiness;
import org.maquete.juju.EndpointState;
import org.maquete.juju.Hook;
import org.maquete.juju.HookContext;
import org.maquete.juju.HookOutcome;
import org.maquete.juju.Relation;
import org.maquete.juju.Unit;
import org.maquete.juju.UnitHost;
import org.maquete.juju.catalog.CharmMetadata;
import org.maquete.kernel.Ref;

/**
 * ceph-mon: it bootstraps when {@code monitor-count} units know each other, serves OSDs once there
 * is a quorum, and clients once {@code expected-osd-count} OSDs have come.
 */
final class CephMonCharm implements Charm {

    static final String NAME = "ceph-mon";

    // 3, OSDs: charm-ceph-mon stable/quincy.2 src/ceph_status.py, when the option is 0
    private static final int OSDS_EXPECTED_MIN = 3;

    private final CharmReadiness readiness;

    CephMonCharm(CharmMetadata charm) {
        this.readiness = new CharmReadiness(charm);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(Hook hook, HookContext context, HookOutcome out) {
        String host = UnitHost.of(context.world(), context.unit()).orElse("");
        if (hook.kind() == Hook.Kind.STOP || hook.kind() == Hook.Kind.REMOVE) {
            if (isMonitor(host, context)) {
                out.command(new RemoveMonitor(host));
            }
            return;
        }
        Assessment cluster = cluster(context);
        Assessment found = cluster.isActive() ? storage(context) : cluster;
        if (cluster.isActive() && !host.isEmpty() && !isMonitor(host, context)) {
            out.command(new AddMonitor(host, host, context.unit().address()));
        }
        if (found.isActive()) {
            Broker.serve(context, out);
        }
        readiness.report(found, context, out);
        readiness.share(
                context,
                out,
                endpoint -> endpoint.equals("osd") ? cluster.isActive() : found.isActive());
    }

    @Override
    public void action(
            String action, Map<String, String> parameters, HookContext context, HookOutcome out) {
        if (!MonActions.run(action, parameters, context, out)) {
            Charm.super.action(action, parameters, context, out);
        }
    }

    /** A monitor has the name of its host. */
    private static boolean isMonitor(String host, HookContext context) {
        return context.world().table(CephClusterView.MONITORS).has(host);
    }

    /** Whether the monitors are a cluster. */
    private Assessment cluster(HookContext context) {
        String wanted = context.config("monitor-count");
        List<Unit> units = context.peers();
        if (units.size() < number(wanted)) {
            return Assessment.blocked(
                    "Insufficient peer units to bootstrap cluster (require " + wanted + ")",
                    new Ref("application", context.application().name()));
        }
        EndpointState peers = readiness.state(context, "mon");
        if (units.size() > 1 && !peers.isComplete()) {
            return Assessment.waiting(
                    "Peer units detected, waiting for addresses", peers.waitsFor());
        }
        List<Ref> lost = new ArrayList<>(0);
        for (Unit unit : units) {
            if (UnitHost.isDown(context.world(), unit)) {
                lost.add(new Ref("unit", unit.name()));
            }
        }
        if (units.size() - lost.size() <= units.size() / 2) {
            return new Assessment("blocked", "Unit not clustered (no quorum)", lost);
        }
        return Assessment.active("");
    }

    /** Whether enough OSDs have come. */
    private static Assessment storage(HookContext context) {
        int configured = number(context.config("expected-osd-count"));
        int expected = configured == 0 ? OSDS_EXPECTED_MIN : configured;
        List<Relation> relations = context.relations("osd");
        int osdCount = 0;
        List<Ref> without = new ArrayList<>();
        for (Relation relation : relations) {
            for (Unit unit : context.remoteUnits(relation)) {
                int own = number(context.value(relation, unit.name(), "bootstrapped-osds"));
                osdCount += own;
                if (own == 0) {
                    without.add(new Ref("unit", unit.name()));
                }
            }
        }
        if (osdCount >= expected) {
            return Assessment.active("Unit is ready and clustered");
        }
        String application = context.application().name();
        if (relations.isEmpty()) {
            return Assessment.blocked(
                    "Missing relation: OSD", new Ref("endpoint", application + ":osd"));
        }
        if (without.isEmpty()) {
            without.add(new Ref("application", relations.getFirst().other(application)));
        }
        return Assessment.waiting(
                "Monitor bootstrapped but waiting for number of OSDs to reach expected-osd-count ("
                        + expected
                        + ")",
                without);
    }

    private static int number(String text) {
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }
}
