package org.maquete.ceph.balancer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.maquete.ceph.crush.CrushMap;
import org.maquete.ceph.crush.CrushRule;
import org.maquete.ceph.osdmap.Exceptions;
import org.maquete.ceph.osdmap.OsdMap;
import org.maquete.ceph.osdmap.PgId;
import org.maquete.ceph.osdmap.Pool;
import org.maquete.world.Ints;

/**
 * Evens out the groups of each pool over its OSDs with {@code pg_upmap_items}, as the balancer
 * module of the manager does in its mode upmap: pool by pool, until no OSD has more than a
 * deviation above or below what its weight asks for.
 *
 * <p>First the upmaps that no longer hold are taken away ({@link UpmapCleanup}). Then {@link
 * PoolBalance} makes one move at a time; each makes the sum of the squared deviations smaller, so
 * it ends. All ties are broken by number: the same maps give the same commands.
 */
public final class UpmapBalancer {

    private final OsdMap map;
    private final Goal goal;
    private final TreeMap<PgId, Ints> itemsByPg = new TreeMap<>();
    private final List<Result> results = new ArrayList<>();

    /**
     * When to stop.
     *
     * @param deviationMax shards above or below what the weight asks for; at least 1
     * @param upmapCountMax groups whose upmap may change
     */
    public record Goal(int deviationMax, int upmapCountMax) {

        public Goal {
            if (deviationMax < 1 || upmapCountMax < 0) {
                throw new IllegalArgumentException(deviationMax + " " + upmapCountMax);
            }
        }
    }

    /**
     * A pool.
     *
     * @param deviationMaxBefore the largest distance of an OSD to what its weight asks for
     * @param stddevBefore root of the mean square of the distances
     * @param changedCount groups whose upmap was changed
     */
    public record Result(
            Pool pool,
            double deviationMaxBefore,
            double deviationMaxAfter,
            double stddevBefore,
            double stddevAfter,
            int changedCount) {}

    /**
     * What is to be typed, and the map after it.
     *
     * @param cleaned how many of the commands only take away what no longer holds
     */
    public record Plan(OsdMap map, List<String> commands, List<Result> results, int cleaned) {

        public Plan {
            commands = List.copyOf(commands);
            results = List.copyOf(results);
        }
    }

    private UpmapBalancer(OsdMap map, Goal goal) {
        this.map = map;
        this.goal = goal;
        map.exceptions().upmapItems().forEach(e -> itemsByPg.put(e.pg(), e.pairs()));
    }

    /** A plan for some pools, or for all. */
    public static Plan balance(OsdMap map, CrushMap crush, List<Pool> pools, Goal goal) {
        UpmapCleanup.Cleaned cleaned = UpmapCleanup.of(map, crush);
        UpmapBalancer balancer = new UpmapBalancer(cleaned.map(), goal);
        double[] total = new double[Math.max(map.osdCountMax(), crush.deviceCountMax())];
        int left = goal.upmapCountMax();
        List<PoolBalance> balances = new ArrayList<>();
        for (Pool pool : map.pools()) {
            Optional<CrushRule> rule = crush.rule(pool.crushRule());
            if (rule.isPresent()) {
                PoolBalance balance = new PoolBalance(cleaned.map(), crush, pool, total);
                balances.add(balance);
            }
        }
        for (PoolBalance balance : balances) {
            if (pools.contains(balance.pool())) {
                left -= balancer.run(balance, left);
            }
        }
        List<String> commands = new ArrayList<>();
        commands(map, cleaned.map(), commands);
        int count = commands.size();
        OsdMap after = balancer.after();
        commands(cleaned.map(), after, commands);
        return new Plan(after, commands, balancer.results, count);
    }

    private int run(PoolBalance balance, int left) {
        double before = balance.deviationMax();
        double stddev = balance.stddev();
        int changed = balance.run(goal.deviationMax(), left);
        balance.items()
                .forEach((pg, pairs) -> {
                    if (pairs.count() == 0) {
                        itemsByPg.remove(pg);
                    } else {
                        itemsByPg.put(pg, pairs);
                    }
                });
        results.add(
                new Result(
                        balance.pool(),
                        before,
                        balance.deviationMax(),
                        stddev,
                        balance.stddev(),
                        changed));
        return changed;
    }

    private OsdMap after() {
        List<Exceptions.Items> items = new ArrayList<>();
        itemsByPg.forEach((pg, pairs) -> items.add(new Exceptions.Items(pg, pairs)));
        Exceptions now = map.exceptions();
        return map.withExceptions(
                new Exceptions(now.upmaps(), items, now.temps(), now.primaryTemps()));
    }

    /** What leads from one map to another, group by group. */
    private static void commands(OsdMap from, OsdMap to, List<String> commands) {
        TreeMap<PgId, Ints> items = new TreeMap<>();
        to.exceptions().upmapItems().forEach(e -> items.put(e.pg(), e.pairs()));
        TreeMap<PgId, Ints> wholes = new TreeMap<>();
        to.exceptions().upmaps().forEach(e -> wholes.put(e.pg(), e.osds()));
        TreeMap<PgId, Ints> old = new TreeMap<>();
        from.exceptions().upmapItems().forEach(e -> old.put(e.pg(), e.pairs()));
        for (Exceptions.Osds each : from.exceptions().upmaps()) {
            if (!wholes.containsKey(each.pg())) {
                commands.add("ceph osd rm-pg-upmap " + each.pg());
            }
        }
        for (PgId pg : old.sequencedKeySet()) {
            if (!items.containsKey(pg)) {
                commands.add("ceph osd rm-pg-upmap-items " + pg);
            }
        }
        items.forEach((pg, pairs) -> {
            if (!pairs.equals(old.getOrDefault(pg, Ints.NONE))) {
                StringBuilder command = new StringBuilder("ceph osd pg-upmap-items ").append(pg);
                pairs.stream().forEach(osd -> command.append(' ').append(osd));
                commands.add(command.toString());
            }
        });
    }
}
