package org.maquete.ceph.cluster;

import java.util.Optional;
import java.util.TreeMap;
import org.maquete.ceph.osdmap.PgId;
import org.maquete.ceph.osdmap.PgMapper;
import org.maquete.ceph.status.Fullness;
import org.maquete.kernel.EventId;
import org.maquete.kernel.Outcome;
import org.maquete.world.Ints;
import org.maquete.world.World;

/**
 * How full OSDs are, and what the map says of it a few seconds later. Nothing is computed while all
 * objects together would fit on the smallest OSD.
 */
final class FullnessHandler {

    private FullnessHandler() {}

    /** What each OSD holds, in bytes, by number. */
    static TreeMap<Integer, Long> used(ClusterState state) {
        TreeMap<Integer, Long> used = new TreeMap<>();
        for (MapOsd osd : state.osds()) {
            used.put(osd.osd(), 0L);
        }
        if (!hasContent(state)) {
            return used;
        }
        PgMapper mapper = MapDraft.of(state).mapper();
        for (MapPool pool : state.pools()) {
            PoolContent content = state.content(pool.name()).orElseThrow();
            for (int seed = 0; seed < content.objects().count(); seed++) {
                if (content.objects(seed) > 0) {
                    add(pool, seed, content, state, mapper, used);
                }
            }
        }
        return used;
    }

    private static void add(
            MapPool pool,
            int seed,
            PoolContent content,
            ClusterState state,
            PgMapper mapper,
            TreeMap<Integer, Long> used) {
        long each = content.bytes(seed) / pool.settings().neededCount();
        int objects = content.objects(seed);
        Optional<Pg> row = state.pgs().find(new PgId(pool.pool(), seed).toString());
        if (row.isEmpty()) {
            Ints up = mapper.map(pool.placed(), seed).up();
            up.stream().forEach(osd -> used.computeIfPresent(osd, (_, sum) -> sum + each));
            return;
        }
        Copies copies = row.get().at().copies();
        for (int i = 0; i < copies.count(); i++) {
            long there = objects - Math.min(objects, Math.abs((long) copies.lacking(i)));
            used.computeIfPresent(copies.osd(i), (_, sum) -> sum + each * there / objects);
        }
    }

    private static boolean hasContent(ClusterState state) {
        for (MapPool pool : state.pools()) {
            if (state.content(pool.name()).filter(c -> !c.batches().isEmpty()).isPresent()) {
                return true;
            }
        }
        return false;
    }

    static Fullness level(long used, long bytes, ClusterMap.Ratios ratios) {
        double permille = bytes == 0 ? 0 : used * 1000.0 / bytes;
        if (permille >= ratios.full()) {
            return Fullness.FULL;
        }
        if (permille >= ratios.backfillfull()) {
            return Fullness.BACKFILLFULL;
        }
        return permille >= ratios.nearfull() ? Fullness.NEARFULL : Fullness.ROOMY;
    }

    /** Plans a change of the map if an OSD is as full as the map does not say. */
    static void review(World world, Outcome out) {
        ClusterState state = new ClusterState(world);
        if (!state.isFounded() || state.map().plans().fullnessDueNs() > 0 || isRoomy(state)) {
            return;
        }
        TreeMap<Integer, Long> used = used(state);
        for (MapOsd osd : state.osds()) {
            Fullness level =
                    level(used.getOrDefault(osd.osd(), 0L), osd.seat().bytes(), state.map().full());
            if (level != osd.belief().fullness()) {
                long ns = out.draw(ClusterSpans.FULLNESS, osd.key(), out.now());
                EventId event = out.schedule(ns, new FullnessDue(0));
                out.fact(new FullnessPlanned(Math.max(1, out.now() + ns), event));
                return;
            }
        }
    }

    /** Whether all objects together would fit on one OSD, and the map says so of all. */
    private static boolean isRoomy(ClusterState state) {
        long bytes = 0;
        for (MapPool pool : state.pools()) {
            PoolContent content = state.content(pool.name()).orElseThrow();
            for (PoolContent.Batch batch : content.batches()) {
                bytes += batch.bytes() * batch.count();
            }
        }
        for (MapOsd osd : state.osds()) {
            if (osd.belief().fullness() != Fullness.ROOMY
                    || bytes * 1000.0
                            >= (double) osd.seat().bytes() * state.map().full().nearfull()) {
                return false;
            }
        }
        return true;
    }

    static void due(FullnessDue event, World world, Outcome out) {
        out.fact(new FullnessPlanned(0, EventId.NONE));
        if (!Truth.canCommit(world)) {
            return;
        }
        ClusterState state = new ClusterState(world);
        TreeMap<Integer, Long> used = used(state);
        for (MapOsd osd : state.osds()) {
            Fullness level =
                    level(used.getOrDefault(osd.osd(), 0L), osd.seat().bytes(), state.map().full());
            if (level != osd.belief().fullness() && Truth.answers(world, osd)) {
                out.fact(new OsdFullnessSet(osd.osd(), level));
            }
        }
    }

    /** Groups that waited for room may find some. */
    static void changed(World world, Outcome out) {
        PgLedger ledger = new PgLedger(world, out);
        Recovery.pause(ledger, out);
        Recovery.begin(ledger, out);
        ledger.write();
    }
}
