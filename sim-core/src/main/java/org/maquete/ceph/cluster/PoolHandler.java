package org.maquete.ceph.cluster;

import java.util.List;
import java.util.Optional;
import org.maquete.ceph.crush.CrushRule;
import org.maquete.ceph.osdmap.PgId;
import org.maquete.kernel.EventId;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Refusal;
import org.maquete.world.Ints;
import org.maquete.world.World;

/** Decides about pools: made, changed, deleted, written to. */
final class PoolHandler {

    // 32,768: Ceph 16.2, the largest pg_num of a new pool (mon_max_pool_pg_num is 65,536)
    private static final int PG_NUM_MAX = 65_536;

    private PoolHandler() {}

    static void create(PoolCreate command, World world, Outcome out) {
        if (!OsdHandler.isServed(world, out)) {
            return;
        }
        ClusterState state = new ClusterState(world);
        if (state.pools().has(command.name())) {
            return; // "pool 'x' already exists", and success
        }
        int pgNum =
                command.pgNum() == 0
                        ? (int) state.option(Options.POOL_DEFAULT_PG_NUM)
                        : command.pgNum();
        int size = size(command, state);
        Optional<Refusal> tooMany = tooMany(pgNum, size, "", state);
        if (tooMany.isPresent()) {
            out.refuse(tooMany.get());
            return;
        }
        int rule = 0;
        if (command.code().dataShards() > 0) {
            CrushRule made = CrushTree.erasure(nextRule(state), command.name(), size);
            rule = made.id();
            out.fact(new RuleAdded(made));
        }
        PoolSettings settings =
                new PoolSettings(
                        size,
                        sizeMin(size, command.code()),
                        rule,
                        pgNum,
                        command.pgNumMin(),
                        command.code(),
                        "on",
                        List.of());
        long ns = out.draw(ClusterSpans.PG_CREATE, command.name(), 0);
        long number = state.pools().nextId() + 1L;
        EventId event = out.schedule(ns, new PoolActiveDue(number, command.name()));
        out.fact(new PoolCreated(number, command.name(), settings, out.now() + ns, event));
    }

    private static int size(PoolCreate command, ClusterState state) {
        if (command.code().dataShards() > 0) {
            return command.code().dataShards() + command.code().codingShards();
        }
        return command.size() == 0 ? (int) state.option(Options.POOL_DEFAULT_SIZE) : command.size();
    }

    /** size - size / 2, or k + min(1, m - 1): Ceph 16.2, seen. */
    static int sizeMin(int size, PoolSettings.Erasure code) {
        return code.dataShards() > 0
                ? code.dataShards() + Math.min(1, code.codingShards() - 1)
                : size - size / 2;
    }

    private static int nextRule(ClusterState state) {
        int next = 0;
        for (MapRule row : state.rules()) {
            next = Math.max(next, row.rule().id() + 1);
        }
        return next;
    }

    /** The monitors refuse more groups than 250 for each OSD that is in. */
    private static Optional<Refusal> tooMany(
            int pgNum, int size, String without, ClusterState state) {
        if (pgNum < 1 || pgNum > PG_NUM_MAX) {
            String text = "'pg_num' must be greater than 0 and less than or equal to ";
            return Optional.of(
                    Refusal.of(
                            "ERANGE",
                            text
                                    + PG_NUM_MAX
                                    + " (you may adjust 'mon max pool pg num' for higher"
                                    + " values)"));
        }
        long in = 0;
        for (MapOsd osd : state.osds()) {
            in += osd.in() ? 1 : 0;
        }
        long projected = (long) pgNum * size;
        for (MapPool pool : state.pools()) {
            boolean counts = !pool.name().equals(without);
            long own = (long) pool.settings().pgNum() * pool.settings().size();
            projected += counts ? own : 0;
        }
        long each = (long) state.option(Options.MAX_PG_PER_OSD);
        if (projected <= each * in) {
            return Optional.empty();
        }
        String text =
                "pg_num "
                        + pgNum
                        + " size "
                        + size
                        + " would mean "
                        + projected
                        + " total pgs,"
                        + " which exceeds max "
                        + each * in
                        + " (mon_max_pg_per_osd "
                        + each
                        + " * num_in_osds "
                        + in
                        + ")";
        return Optional.of(Refusal.of("ERANGE", text));
    }

    /** Whether the monitors would let a pool have so many groups. */
    static boolean fits(MapPool pool, int pgNum, ClusterState state) {
        return tooMany(pgNum, pool.settings().size(), pool.name(), state).isEmpty();
    }

    static void activeDue(PoolActiveDue event, World world, Outcome out) {
        if (new ClusterState(world).pools().has(event.name())) {
            out.fact(new PoolActivated(event.pool(), event.name()));
        }
    }

    private static Optional<MapPool> find(String name, World world, Outcome out) {
        if (!OsdHandler.isServed(world, out)) {
            return Optional.empty();
        }
        Optional<MapPool> pool = new ClusterState(world).pools().find(name);
        if (pool.isEmpty()) {
            String text = "unrecognized pool '" + name + "'";
            out.refuse(Refusal.missing("ENOENT", text, "pool", name));
        }
        return pool;
    }

    static void delete(PoolDelete command, World world, Outcome out) {
        Optional<MapPool> found = find(command.name(), world, out);
        if (found.isEmpty()) {
            return;
        }
        MapPool pool = found.get();
        out.cancel(pool.made().event());
        PgLedger ledger = new PgLedger(world, out);
        for (Pg row : ledger.state().pgs()) {
            if (row.at().pool() == pool.pool()) {
                out.cancel(row.at().copying().event());
                ledger.settle(row.at());
            }
        }
        ledger.draft().removePool(pool.pool());
        Recovery.begin(ledger, out);
        ledger.write();
        out.fact(new PoolDeleted(command.name()));
    }

    static void enable(EnableApplication command, World world, Outcome out) {
        find(command.name(), world, out)
                .filter(pool -> !pool.settings().applications().contains(command.application()))
                .ifPresent(_ ->
                        out.fact(new ApplicationEnabled(command.name(), command.application())));
    }

    static void set(PoolSet command, World world, Outcome out) {
        Optional<MapPool> found = find(command.name(), world, out);
        if (found.isEmpty()) {
            return;
        }
        MapPool pool = found.get();
        PoolSettings old = pool.settings();
        switch (command.key()) {
            case "size" ->
                    number(command, 1, 10, out)
                            .ifPresent(size ->
                                    tune(
                                            pool,
                                            old.sized(size, sizeMin(size, old.code())),
                                            world,
                                            out));
            case "min_size" ->
                    number(command, 1, old.size(), out)
                            .ifPresent(sizeMin ->
                                    tune(pool, old.sized(old.size(), sizeMin), world, out));
            case "pg_num" ->
                    number(command, 1, PG_NUM_MAX, out)
                            .ifPresent(count -> scale(pool, count, world, out));
            case "pg_num_min" ->
                    number(command, 1, PG_NUM_MAX, out)
                            .ifPresent(count ->
                                    tune(
                                            pool,
                                            old.grouped(old.pgNum(), count, old.autoscale()),
                                            world,
                                            out));
            case "pg_autoscale_mode" ->
                    tune(
                            pool,
                            old.grouped(old.pgNum(), old.pgNumMin(), command.value()),
                            world,
                            out);
            case "crush_rule" -> rule(pool, command.value(), world, out);
            default ->
                    out.refuse(
                            Refusal.of(
                                    "not modelled",
                                    "osd pool set " + command.key() + " is not modelled"));
        }
    }

    private static Optional<Integer> number(PoolSet command, int low, int high, Outcome out) {
        try {
            int value = Integer.parseInt(command.value());
            if (value >= low && value <= high) {
                return Optional.of(value);
            }
        } catch (NumberFormatException e) {
            String text = "error parsing integer value '" + command.value() + "'";
            out.refuse(Refusal.of("EINVAL", text));
            return Optional.empty();
        }
        String text =
                command.key().equals("min_size")
                        ? "pool min_size must be between 1 and size, which is set to " + high
                        : "pool " + command.key() + " must be between " + low + " and " + high;
        out.refuse(Refusal.of("EINVAL", text));
        return Optional.empty();
    }

    private static void rule(MapPool pool, String name, World world, Outcome out) {
        Optional<MapRule> rule = world.table(CephClusterView.RULES).find(name);
        if (rule.isEmpty()) {
            String text = "crush rule " + name + " does not exist";
            out.refuse(Refusal.missing("ENOENT", text, "rule", name));
            return;
        }
        tune(pool, pool.settings().ruled(rule.get().rule().id()), world, out);
    }

    /** Other settings, and whatever follows for its groups. */
    private static void tune(MapPool pool, PoolSettings settings, World world, Outcome out) {
        PgLedger ledger = new PgLedger(world, out);
        ledger.draft().put(pool.with(settings));
        out.fact(new PoolTuned(pool.name(), settings));
        int epoch = ledger.state().map().epoch() + 1;
        boolean isTouched = ledger.remap(epoch, false) > 0;
        for (PgCondition group : ledger.all()) {
            if (group.pool() == pool.pool() && group.epoch() != epoch) {
                ledger.put(ledger.interval(group, group.place(), epoch));
                isTouched = true;
            }
        }
        if (isTouched) {
            PeeringHandler.begin(epoch, false, out);
            ledger.write();
        }
    }

    /** Another number of groups; fewer is not modelled. */
    static void scale(MapPool pool, int pgNum, World world, Outcome out) {
        PoolSettings old = pool.settings();
        ClusterState state = new ClusterState(world);
        Optional<Refusal> tooMany = tooMany(pgNum, old.size(), pool.name(), state);
        if (tooMany.isPresent()) {
            out.refuse(tooMany.get());
        } else if (pgNum < old.pgNum()) {
            out.refuse(Refusal.of("not modelled", "merging of groups is not modelled"));
        } else if (pgNum > old.pgNum()) {
            split(pool, pgNum, world, out);
        }
    }

    /** Each group keeps part of its objects and gives the rest to new ones, where they are. */
    static void split(MapPool pool, int pgNum, World world, Outcome out) {
        PoolSettings old = pool.settings();
        PoolSettings settings = old.grouped(pgNum, old.pgNumMin(), old.autoscale());
        PgLedger ledger = new PgLedger(world, out);
        int epoch = ledger.state().map().epoch() + 1;
        Splitting splitting = new Splitting(pool, settings, ledger);
        ledger.draft().put(pool.with(settings));
        out.fact(new PoolTuned(pool.name(), settings));
        for (int seed = old.pgNum(); seed < pgNum; seed++) {
            ledger.put(splitting.child(seed, epoch));
        }
        for (PgCondition group : ledger.all()) {
            if (group.pool() == pool.pool() && group.epoch() != epoch) {
                ledger.put(ledger.interval(group, group.place(), epoch));
            }
        }
        PeeringHandler.begin(epoch, false, out);
        ledger.write();
    }

    static void put(PutObjects command, World world, Outcome out) {
        Optional<MapPool> found = find(command.name(), world, out);
        if (found.isEmpty()) {
            return;
        }
        MapPool pool = found.get();
        Ints groups = PoolContent.spread(command.prefix(), command.count(), pool.placed());
        PgLedger ledger = new PgLedger(world, out);
        for (int i = 0; i < groups.count(); i += 2) {
            PgId id = new PgId(pool.pool(), groups.get(i));
            if (ClientAccess.blocks(ledger, pool, id)) {
                // The real client waits for ever, and goes on when the group can be written to.
                out.refuse(Refusal.of("blocked", "pg " + id + " takes no writes"));
                return;
            }
        }
        for (int i = 0; i < groups.count(); i += 2) {
            int more = groups.get(i + 1);
            ledger.find(new PgId(pool.pool(), groups.get(i)))
                    .ifPresent(group -> ledger.put(written(group, pool, more, ledger, out)));
        }
        out.fact(
                new ObjectsWritten(
                        command.name(),
                        command.prefix(),
                        command.count(),
                        command.bytes(),
                        groups));
        ledger.write();
    }

    /** A group that serves has more objects; it may be degraded for the first time. */
    private static PgCondition written(
            PgCondition group, MapPool pool, int more, PgLedger ledger, Outcome out) {
        PgCondition behind = behind(group, more);
        int objects = ledger.objects(group) + more;
        return behind.reported(PgStates.of(behind, pool.settings(), objects), out.now());
    }

    /** Those that do not serve now fall behind what is written. */
    private static PgCondition behind(PgCondition group, int objects) {
        Copies copies = group.copies();
        for (int i = 0; i < copies.count(); i++) {
            if (!PgStates.isIn(group.place().acting(), copies, i)) {
                int lacking = copies.lacking(i);
                int more = lacking < 0 ? lacking - objects : lacking + objects;
                copies = copies.with(copies.osd(i), copies.shard(i), more);
            }
        }
        return group.with(copies);
    }
}
