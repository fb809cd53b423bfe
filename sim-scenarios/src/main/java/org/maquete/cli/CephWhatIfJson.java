package org.maquete.cli;

import java.util.Optional;
import java.util.OptionalLong;
import org.maquete.ceph.balancer.UpmapBalancer;
import org.maquete.ceph.osdmap.Pool;
import org.maquete.ceph.placement.Comparison;
import org.maquete.ceph.placement.PoolMoves;
import org.maquete.ceph.placement.Spread;
import org.maquete.ceph.placement.Totals;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A comparison in the shape of {@code ceph-whatif.schema.json}. */
final class CephWhatIfJson {

    private static final int VERSION = 1;

    private final boolean hasVolume;

    private CephWhatIfJson(boolean hasVolume) {
        this.hasVolume = hasVolume;
    }

    /** The document, with a newline at its end. */
    static String of(Comparison comparison, Optional<UpmapBalancer.Plan> plan) {
        CephWhatIfJson json = new CephWhatIfJson(comparison.hasVolume());
        ObjectNode root = JsonMapper.builder().build().createObjectNode();
        root.put("version", VERSION);
        json.totals(comparison.totals(), root.putObject("total"));
        ArrayNode pools = root.putArray("pools");
        comparison.pools().forEach(p -> json.pool(p, pools.addObject()));
        ObjectNode osds = root.putObject("osds");
        spread("before", comparison.before(), osds);
        spread("after", comparison.after(), osds);
        plan.ifPresent(p -> balance(p, root.putObject("balance")));
        ArrayNode notes = root.putArray("notes");
        comparison.notes().forEach(notes::add);
        return root.toPrettyString().replace("\r\n", "\n") + "\n";
    }

    private void totals(Totals totals, ObjectNode node) {
        node.put("pgs", totals.pgs())
                .put("pgsRemapped", totals.remappedPgs())
                .put("pgsAffected", totals.affectedPgs())
                .put("shards", totals.shards())
                .put("shardsToMove", totals.movedShards())
                .put("shardsToRebuild", totals.rebuiltShards());
        ArrayNode byPg = node.putArray("pgsByShardsToMove");
        totals.movedByPg().stream().forEach(byPg::add);
        volume(totals.moved(), totals.all(), node);
    }

    private void volume(PoolMoves.Volume moved, PoolMoves.Volume all, ObjectNode node) {
        if (hasVolume) {
            node.put("objects", all.affectedObjects())
                    .put("objectsAffected", moved.affectedObjects())
                    .put("objectShards", all.objectShards())
                    .put("objectShardsToMove", moved.objectShards())
                    .put("bytes", all.bytes())
                    .put("bytesToMove", moved.bytes());
        }
    }

    private void pool(Comparison.PoolRow row, ObjectNode node) {
        PoolMoves moves = row.moves();
        node.put("id", moves.after().id()).put("name", moves.after().name());
        totals(
                new Totals(
                        moves.pgCount(),
                        moves.remappedPgs(),
                        moves.affectedPgs(),
                        moves.shardCount(),
                        moves.movedShards(),
                        moves.rebuiltShards(),
                        moves.moved(),
                        moves.all(),
                        moves.movedByPg()),
                node);
        state(moves.before(), node.putObject("before"), row.maxAvailBefore())
                .put("pgsUndersized", moves.undersizedBefore())
                .put("pgsBroken", moves.brokenBefore());
        state(moves.after(), node.putObject("after"), row.maxAvailAfter())
                .put("pgsUndersized", moves.undersizedAfter())
                .put("pgsBroken", moves.brokenAfter());
    }

    private static ObjectNode state(Pool pool, ObjectNode node, OptionalLong maxAvail) {
        node.put("pgNum", pool.pgNum()).put("size", pool.size()).put("rule", pool.crushRule());
        maxAvail.ifPresent(bytes -> node.put("maxAvailBytes", bytes));
        return node;
    }

    private static void spread(String name, Optional<Spread> spread, ObjectNode osds) {
        if (spread.isEmpty()) {
            osds.putNull(name);
            return;
        }
        Spread s = spread.get();
        ObjectNode node = osds.putObject(name);
        node.put("count", s.osdCount()).put("mean", s.mean()).put("stddev", s.stddev());
        node.put("deviationStddev", s.deviationStddev());
        load("fewest", s.least(), node);
        load("most", s.most(), node);
        load("emptiest", s.emptiest(), node);
        load("heaviest", s.heaviest(), node);
        s.fullest()
                .ifPresent(f ->
                        node.putObject("fullest")
                                .put("osd", f.osd())
                                .put("usedBytes", f.usedBytes())
                                .put("bytes", f.bytes()));
    }

    private static void load(String name, Spread.Load load, ObjectNode node) {
        node.putObject(name)
                .put("osd", load.osd())
                .put("shards", load.shards())
                .put("target", load.target());
    }

    private static void balance(UpmapBalancer.Plan plan, ObjectNode node) {
        ArrayNode pools = node.putArray("pools");
        for (UpmapBalancer.Result each : plan.results()) {
            pools.addObject()
                    .put("id", each.pool().id())
                    .put("deviationMaxBefore", each.deviationMaxBefore())
                    .put("deviationMaxAfter", each.deviationMaxAfter())
                    .put("stddevBefore", each.stddevBefore())
                    .put("stddevAfter", each.stddevAfter())
                    .put("changed", each.changedCount());
        }
        node.put("cleaned", plan.cleaned());
        ArrayNode commands = node.putArray("commands");
        plan.commands().forEach(commands::add);
    }
}
