package org.maquete.ovn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.host.HostView;
import org.maquete.host.Service;
import org.maquete.juju.Assessment;
import org.maquete.juju.Charm;
import org.maquete.juju.CharmReadiness;
import org.maquete.juju.Hook;
import org.maquete.juju.HookContext;
import org.maquete.juju.HookOutcome;
import org.maquete.juju.Relation;
import org.maquete.juju.Unit;
import org.maquete.juju.UnitHost;
import org.maquete.juju.catalog.CharmMetadata;
import org.maquete.kernel.EventId;
import org.maquete.vault.Certificate;
import org.maquete.vault.VaultView;

/**
 * ovn-central: the databases of OVN and northd. Once peers and certificates are there, the unit
 * that leads in Juju creates both database clusters and therefore leads them at first; northd is
 * active on one unit.
 */
final class OvnCentralCharm implements Charm {

    // check_services_running: "Certificate Issue: " and the error of Python 3.10; its line: GUESS
    private static final String EXPIRED =
            "Certificate Issue: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed:"
                    + " certificate has expired (_ssl.c:997)";

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
        Assessment relations = readiness.assess(context);
        Optional<OvnCluster> cluster =
                relations.isActive() ? cluster(peers.getFirst(), context, out) : Optional.empty();
        Optional<Service> service = service(context);
        if (relations.isActive() && service.isEmpty()) {
            out.command(new StartServer(context.unit().model(), context.unit().name()));
        }
        readiness.report(assess(relations, cluster, service, context), context, out);
        readiness.share(context, out, _ -> cluster.isPresent());
    }

    private static Assessment assess(
            Assessment relations,
            Optional<OvnCluster> cluster,
            Optional<Service> service,
            HookContext context) {
        if (!relations.isActive()) {
            return relations;
        }
        if (service.isPresent() && !service.get().running()) {
            return Assessment.blocked("Services not running that should be: " + OvnView.SERVICE);
        }
        if (VaultView.certificate(context.world(), context.unit())
                .filter(Certificate::expired)
                .isPresent()) {
            return Assessment.blocked(EXPIRED);
        }
        return Assessment.active(
                cluster.map(one -> message(context.unit().name(), one)).orElse("Unit is ready"));
    }

    /** The databases; the leader creates them and writes who leads into the peer relation. */
    private static Optional<OvnCluster> cluster(
            Relation peers, HookContext context, HookOutcome out) {
        String model = context.unit().model();
        String application = context.application().name();
        Optional<OvnCluster> known = OvnView.cluster(context.world(), model, application);
        if (known.isPresent()) {
            return known;
        }
        String leader = context.value(peers, application, "db-leader");
        String northd = context.value(peers, application, "northd");
        if (leader.isEmpty() && context.unit().leader()) {
            leader = context.unit().name();
            northd = northd(context);
            out.putForApplication(peers, "db-leader", leader);
            out.putForApplication(peers, "northd", northd);
            out.command(new FormCluster(model, application, leader, northd));
        }
        return leader.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new OvnCluster(
                                0, model, application, leader, leader, northd, 0, EventId.NONE));
    }

    private static Optional<Service> service(HookContext context) {
        return UnitHost.of(context.world(), context.unit())
                .flatMap(host ->
                        context.world().table(HostView.SERVICES).find(host, OvnView.SERVICE));
    }

    /** The unit with the active northd: drawn among those that do not lead the databases. */
    private static String northd(HookContext context) {
        List<Unit> others = new ArrayList<>(context.peers());
        others.removeIf(unit -> unit.name().equals(context.unit().name()));
        return others.get(context.draws("northd", 0).below(others.size())).name();
    }

    /** The parts that are true of this unit, joined by one blank. */
    private static String message(String unit, OvnCluster cluster) {
        List<String> led = new ArrayList<>();
        if (unit.equals(cluster.northbound())) {
            led.add("ovnnb_db");
        }
        if (unit.equals(cluster.southbound())) {
            led.add("ovnsb_db");
        }
        List<String> parts = new ArrayList<>();
        if (!led.isEmpty()) {
            parts.add("leader: " + String.join(", ", led));
        }
        if (unit.equals(cluster.northd())) {
            parts.add("northd: active");
        }
        return parts.isEmpty()
                ? "Unit is ready"
                : "Unit is ready (" + String.join(" ", parts) + ")";
    }
}
