package org.maquete.ceph;

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
    private static final int DIGITS_MAX = 6; // <digits>
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
        if (!broker.isMade(MANAGER.pool())) {
            broker.make(MANAGER, 1);
        }
        broker.endpoint("client");
        broker.endpoint("radosgw");
    }

    /** A pool that somebody asked for by an action. */
    static void create(Wish wish, HookContext context, HookOutcome out) {
        new Broker(context, out).make(wish);
    }

    private void endpoint(String endpoint) {
        for (Relation relation : context.relations(endpoint)) {
            if (!context.remoteUnits(relation).isEmpty()) {
                String name = relation.other(context.application().name());
                JujuView.application(context.world(), context.unit().model(), name)
                        .ifPresent(this::serve);
            }
        }
    }

    private void serve(Application client) {
        switch (client.charm()) {
            case "glance", "cinder-ceph" -> volumes(client, option(client, "rbd-pool-name"));
            case "nova-compute" -> {
                if (option(client, "libvirt-image-backend").equals("rbd")) {
                    volumes(client, option(client, "rbd-pool"));
                }
            }
            case "ceph-radosgw" -> {
                int weight = number(client, "rgw-buckets-pool-weight");
                CephPools.ofGateway(weight, number(client, COPIES)).forEach(this::make);
            }
            default -> {
                // asks for no pool
            }
        }
    }

    /** A pool for block devices, by default with the name of the application. */
    private void volumes(Application client, String named) {
        String pool = named.isEmpty() ? client.name() : named;
        if (!isMade(pool)) {
            int copies = number(client, COPIES);
            make(new Wish(pool, "rbd", number(client, "ceph-pool-weight"), copies));
        }
    }

    private boolean isMade(String pool) {
        return CephClusterView.pool(context.world(), pool).isPresent();
    }

    private String option(Application client, String option) {
        return JujuView.config(context.world(), client, option);
    }

    private int number(Application client, String option) {
        return whole(option(client, option));
    }

    private void make(Wish wish) {
        if (isMade(wish.pool())) {
            return;
        }
        int expected = whole(context.config("expected-osd-count"));
        int osdCount = Math.max(expected, CephView.osds(context.world()).size());
        make(wish, CephPools.pgNum(wish, osdCount, whole(context.config("pgs-per-osd"))));
    }

    private void make(Wish wish, int pgNum) {
        int least = CephPools.pgNumMin(pgNum);
        out.command(new PoolCreate(wish.pool(), pgNum, least, Erasure.NONE, wish.copies()));
        out.command(new EnableApplication(wish.pool(), wish.application()));
    }

    /** A number of up to six digits; else 0, as the charm has no such pool then. */
    private static int whole(String text) {
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9' || i == DIGITS_MAX) {
                return 0;
            }
            number = 10 * number + c - '0';
        }
        return number;
    }
}
