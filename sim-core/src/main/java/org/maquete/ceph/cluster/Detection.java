package org.maquete.ceph.cluster;

import java.util.Optional;
import java.util.TreeMap;
import org.maquete.ceph.osdmap.OsdState;
import org.maquete.ceph.status.MapFlag;
import org.maquete.host.HostDied;
import org.maquete.host.HostView;
import org.maquete.host.NetworkLost;
import org.maquete.host.NetworkReturned;
import org.maquete.host.ServiceDied;
import org.maquete.host.ServiceStarted;
import org.maquete.kernel.EventId;
import org.maquete.kernel.Outcome;
import org.maquete.world.World;

/**
 * How the monitors learn what is so. Whenever something changes that they might learn, each OSD is
 * looked at: does the map say what is so? If not, who will tell, and when?
 *
 * <p>One that stops in good order says goodbye. One whose process dies is told of by the first that
 * is refused. One that falls silent is told of after its grace, but the monitors believe it only
 * when OSDs of two other hosts agree: so of three hosts the second that loses its power stays up in
 * the map until the monitors miss its own reports, ten to fifteen minutes later.
 */
final class Detection {

    private Detection() {}

    static void serviceDied(ServiceDied fact, World world, Outcome out) {
        if (fact.service().startsWith("ceph-osd@")) {
            boolean isTold =
                    find(fact.host(), fact.service(), world)
                            .filter(osd -> stopped(osd, world, out))
                            .isPresent();
            if (!isTold) {
                review(world, out);
            }
        } else if (fact.service().equals(Truth.MON)) {
            MonHandler.review(world, out);
        }
    }

    /** Whether a process that was stopped in good order says so, or one that hung is dead. */
    private static boolean stopped(MapOsd osd, World world, Outcome out) {
        boolean isKilled =
                world.table(HostView.SERVICES)
                        .find(osd.seat().host(), osd.service())
                        .map(service -> service.restartDueNs() > 0)
                        .orElse(true);
        if (osd.hung()) {
            out.fact(new OsdWoke(osd.osd())); // what is dead does not hang
            return true;
        }
        boolean saysGoodbye =
                Truth.refuses(world, osd) && !isKilled && osd.up() && Truth.canCommit(world);
        if (saysGoodbye) {
            plan(osd, Notice.GOODBYE, out.draw(ClusterSpans.GOODBYE, osd.key(), out.now()), out);
        }
        return saysGoodbye;
    }

    static void serviceStarted(ServiceStarted fact, World world, Outcome out) {
        if (fact.service().startsWith("ceph-osd@")) {
            review(world, out);
            PeeringHandler.goOn(world, out);
        } else if (fact.service().equals(Truth.MON)) {
            MonHandler.review(world, out);
        }
    }

    static void hostDied(HostDied fact, World world, Outcome out) {
        if (!new ClusterState(world).isFounded()) {
            return;
        }
        boolean isOrderly = fact.cause().contains("shut down");
        for (MapOsd osd : new ClusterState(world).osds()) {
            if (isOrderly
                    && osd.seat().host().equals(fact.name())
                    && osd.up()
                    && !osd.hung()
                    && Truth.canCommit(world)) {
                long ns = out.draw(ClusterSpans.GOODBYE, osd.key(), out.now());
                plan(osd, Notice.GOODBYE, ns, out);
            }
        }
        MonHandler.review(world, out);
    }

    static void networkLost(NetworkLost fact, World world, Outcome out) {
        MonHandler.review(world, out);
        review(world, out);
    }

    static void networkReturned(NetworkReturned fact, World world, Outcome out) {
        MonHandler.review(world, out);
        review(world, out);
        if (new ClusterState(world).isFounded()) {
            PeeringHandler.goOn(world, out);
        }
    }

    private static Optional<MapOsd> find(String host, String service, World world) {
        return new ClusterState(world)
                .osd(Integer.parseInt(service.substring(service.indexOf('@') + 1)))
                .filter(osd -> osd.seat().host().equals(host));
    }

    /** Looks at all OSDs. */
    static void review(World world, Outcome out) {
        ClusterState state = new ClusterState(world);
        if (!state.isFounded() || state.osds().count() == 0) {
            return;
        }
        boolean canCommit = Truth.canCommit(world);
        TreeMap<String, Integer> tellers = tellers(state);
        for (MapOsd osd : state.osds()) {
            look(osd, wanted(osd, canCommit, tellers, state), out);
        }
        OutHandler.review(world, out);
    }

    /** How many OSDs of each host could tell of others: up in the map, and really there. */
    private static TreeMap<String, Integer> tellers(ClusterState state) {
        TreeMap<String, Integer> tellers = new TreeMap<>();
        for (MapOsd osd : state.osds()) {
            if (osd.up() && Truth.answers(state.world(), osd)) {
                tellers.merge(osd.seat().host(), 1, Integer::sum);
            }
        }
        return tellers;
    }

    /** Which news of an OSD the monitors should get. */
    private static Notice wanted(
            MapOsd osd, boolean canCommit, TreeMap<String, Integer> tellers, ClusterState state) {
        boolean answers = Truth.answers(state.world(), osd);
        if (!canCommit || answers == osd.up()) {
            return Notice.NONE;
        }
        if (answers) {
            return state.has(MapFlag.NOUP) ? Notice.NONE : Notice.BOOT;
        }
        if (state.has(MapFlag.NODOWN)) {
            return Notice.NONE;
        }
        if (osd.news().notice() == Notice.GOODBYE) {
            return Notice.GOODBYE;
        }
        if (Truth.refuses(state.world(), osd)) {
            return tellers.isEmpty() ? Notice.TIMEOUT : Notice.REFUSED;
        }
        boolean enough = tellers.size() >= state.option(Options.MIN_DOWN_REPORTERS);
        return enough ? Notice.SILENCE : Notice.TIMEOUT;
    }

    private static void look(MapOsd osd, Notice wanted, Outcome out) {
        if (osd.news().notice() == wanted) {
            return;
        }
        out.cancel(osd.news().event());
        if (wanted == Notice.NONE) {
            out.fact(new OsdNoticePlanned(osd.osd(), Notice.NONE, 0, EventId.NONE));
            return;
        }
        plan(osd, wanted, delayNs(osd, wanted, out), out);
    }

    private static long delayNs(MapOsd osd, Notice notice, Outcome out) {
        String name = osd.key();
        return switch (notice) {
            case BOOT -> out.draw(ClusterSpans.OSD_BOOT, name, out.now());
            case GOODBYE -> out.draw(ClusterSpans.GOODBYE, name, out.now());
            case REFUSED -> out.draw(ClusterSpans.REFUSED, name, out.now());
            case SILENCE -> out.draw(ClusterSpans.SILENCE, name, out.now());
            // 900 s: Ceph 16.2, mon_osd_report_timeout, after its last report
            case TIMEOUT ->
                    900_000_000_000L
                            - out.draw(ClusterSpans.BEACON, name, out.now())
                            + out.draw(ClusterSpans.MON_TICK, name, out.now());
            case NONE, ORDERED -> 0;
        };
    }

    private static void plan(MapOsd osd, Notice notice, long ns, Outcome out) {
        out.cancel(osd.news().event());
        EventId event = out.schedule(ns, new OsdNoticeDue(osd.osd()));
        out.fact(new OsdNoticePlanned(osd.osd(), notice, out.now() + ns, event));
    }

    /** The news arrive. */
    static void due(OsdNoticeDue event, World world, Outcome out) {
        ClusterState state = new ClusterState(world);
        MapOsd osd = state.osd(event.osd()).orElseThrow();
        Notice notice = osd.news().notice();
        Notice wanted = wanted(osd, Truth.canCommit(world), tellers(state), state);
        if (wanted != notice) {
            // Those who would have told are gone, or nobody can write it down.
            look(osd, wanted, out);
        } else if (notice == Notice.BOOT) {
            boots(osd, world, out);
        } else {
            OsdHandler.down(osd, notice, world, out);
        }
    }

    private static void boots(MapOsd osd, World world, Outcome out) {
        ClusterState state = new ClusterState(world);
        boolean comesIn =
                (osd.belief().isNew() || osd.belief().autoOut()) && !state.has(MapFlag.NOIN);
        int weight = comesIn ? OsdState.ONE : osd.weightFixed16();
        int epoch = state.map().epoch() + 1;
        MapOsd up = osd.weighing(weight).with(osd.belief().up(epoch, out.now()));
        PgLedger ledger = new PgLedger(world, out);
        ledger.draft().put(up);
        out.fact(new OsdBooted(osd.osd(), weight));
        PeeringHandler.changed(ledger, false, out);
    }
}
