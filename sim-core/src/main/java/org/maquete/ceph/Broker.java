package org.maquete.ceph;

import java.util.List;
import org.maquete.ceph.CephPools.Wish;
import org.maquete.ceph.cluster.CephClusterView;
import org.maquete.ceph.cluster.EnableApplication;
import org.maquete.ceph.cluster.PoolCreate;
import org.maquete.ceph.cluster.PoolSettings.Erasure;
import org.maquete.juju.Application;
import org.maquete.juju.HookContext;
import org.maquete.juju.HookOutcome;
import org.maquete.juju.JujuView;
import org.maquete.juju.Relation;

/**
 * What the leader of ceph-mon does for clients: it makes the pools that they ask for. The manager
 * makes a pool of its own as soon as there are OSDs.
 */
final class Broker {

    // Ceph 17.2, mgr: the pool of the manager, one group
    private static final Wish MANAGER = new Wish(".mgr", "mgr", 0, 3);
    private static final String COPIES = "ceph-osd-replication-count";

    private final HookContext context;
    private final HookOutcome out;

    private Broker(HookContext context, HookOutcome out) {
        this.context = context;
        this.out = out;
    }

    /** Serves all clients that have come; what is there is left as it is. */
    static void serve(HookContext context, HookOutcome out) {
        if (!context.unit().leader()
                || context.world().table(CephClusterView.MONITORS).count() == 0) {
            return;
        }
        Broker broker = new Broker(context, out);
        broker.make(MANAGER, 1);
        broker.endpoint("client");
        broker.endpoint("radosgw");
    }

    private void endpoint(String endpoint) {
        for (Relation relation : context.relations(endpoint)) {
            if (!context.remoteUnits(relation).isEmpty()) {
                String name = relation.other(context.application().name());
                JujuView.application(context.world(), context.unit().model(), name)
                        .ifPresent(client -> wishes(client).forEach(this::make));
            }
        }
    }

    private List<Wish> wishes(Application client) {
        return switch (client.charm()) {
            case "glance", "cinder-ceph" ->
                    List.of(volumes(client, option(client, "rbd-pool-name")));
            case "nova-compute" ->
                    option(client, "libvirt-image-backend").equals("rbd")
                            ? List.of(volumes(client, option(client, "rbd-pool")))
                            : List.of();
            case "ceph-radosgw" ->
                    CephPools.ofGateway(
                            number(client, "rgw-buckets-pool-weight"), number(client, COPIES));
            default -> List.of();
        };
    }

    /** A pool for block devices, by default with the name of the application. */
    private Wish volumes(Application client, String named) {
        String pool = named.isEmpty() ? client.name() : named;
        int copies = number(client, COPIES);
        return new Wish(pool, "rbd", number(client, "ceph-pool-weight"), copies);
    }

    private String option(Application client, String option) {
        return JujuView.config(context.world(), client, option);
    }

    private int number(Application client, String option) {
        String text = option(client, option);
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    }

    private void make(Wish wish) {
        int expected = whole(context.config("expected-osd-count"));
        int osdCount = Math.max(expected, CephView.osds(context.world()).size());
        make(wish, CephPools.pgNum(wish, osdCount, whole(context.config("pgs-per-osd"))));
    }

    private void make(Wish wish, int pgNum) {
        if (CephClusterView.pool(context.world(), wish.pool()).isPresent()) {
            return;
        }
        int least = CephPools.pgNumMin(pgNum);
        out.command(new PoolCreate(wish.pool(), pgNum, least, Erasure.NONE, wish.copies()));
        out.command(new EnableApplication(wish.pool(), wish.application()));
    }

    private static int whole(String text) {
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    }
}
