package org.maquete.nova.replay;

import java.util.ArrayList;
import java.util.List;
import org.maquete.kernel.Registry;
import org.maquete.world.ColumnKey;
import org.maquete.world.Edits;
import org.maquete.world.World;

/** What is counted beside the rows of a replay. */
final class Columns {

    private final Asked asked;
    private final List<ColumnKey<ColumnKey.Ints>> used = new ArrayList<>();
    private final ColumnKey<ColumnKey.Ints> servers;
    private final ColumnKey<ColumnKey.Longs> totals;

    Columns(Asked asked) {
        this.asked = asked;
        for (Resource each : Resource.values()) {
            int r = each.number();
            used.add(new ColumnKey<>("replay.used_" + each, (world, into) -> used(world, r, into)));
        }
        servers = new ColumnKey<>("replay.servers", Columns::servers);
        totals = new ColumnKey<>("replay.totals", this::totals);
    }

    void declare(Registry registry) {
        used.forEach(registry::ints);
        registry.ints(servers);
        registry.longs(totals);
    }

    /** What of a class servers have taken of a host. */
    int used(World world, int resource, int host) {
        return world.ints(used.get(resource)).get(host);
    }

    int servers(World world, int host) {
        return world.ints(servers).get(host);
    }

    /** What of a class servers have taken of all hosts. */
    long usedInAll(World world, int resource) {
        return world.longs(totals).get(resource);
    }

    /** How many requests have found no host. */
    long refusedCount(World world) {
        return world.longs(totals).get(Resource.COUNT);
    }

    void refused(Edits edits) {
        edits.put(totals, Resource.COUNT, refusedCount(edits.world()) + 1);
    }

    /** A server has come (1) or gone (-1). */
    void moved(Edits edits, int request, int host, int sign) {
        World world = edits.world();
        int[] amounts = asked.kind(request).amounts();
        for (int r = 0; r < Resource.COUNT; r++) {
            if (amounts[r] != 0) {
                edits.put(used.get(r), host, used(world, r, host) + sign * amounts[r]);
                edits.put(totals, r, usedInAll(world, r) + (long) sign * amounts[r]);
            }
        }
        edits.put(servers, host, servers(world, host) + sign);
    }

    private void used(World world, int resource, ColumnKey.Put into) {
        int[] sums = new int[asked.hostCount()];
        for (Served each : world.table(TraceReplay.SERVED)) {
            if (each.isRunning()) {
                sums[each.host()] += asked.kind(each.id()).amounts()[resource];
            }
        }
        for (int i = 0; i < sums.length; i++) {
            into.put(i, sums[i]);
        }
    }

    private static void servers(World world, ColumnKey.Put into) {
        List<Integer> counts = new ArrayList<>();
        for (Served each : world.table(TraceReplay.SERVED)) {
            if (each.isRunning()) {
                while (counts.size() <= each.host()) {
                    counts.add(0);
                }
                counts.set(each.host(), counts.get(each.host()) + 1);
            }
        }
        for (int i = 0; i < counts.size(); i++) {
            into.put(i, counts.get(i));
        }
    }

    private void totals(World world, ColumnKey.Put into) {
        long[] sums = new long[Resource.COUNT + 1];
        for (Served each : world.table(TraceReplay.SERVED)) {
            sums[Resource.COUNT] += each.host() == Served.NOWHERE ? 1 : 0;
            for (int r = 0; r < Resource.COUNT && each.isRunning(); r++) {
                sums[r] += asked.kind(each.id()).amounts()[r];
            }
        }
        for (int i = 0; i < sums.length; i++) {
            into.put(i, sums[i]);
        }
    }
}
