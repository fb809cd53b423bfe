package org.maquete.ceph.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.maquete.ceph.crush.Algorithm;
import org.maquete.ceph.crush.Bucket;
import org.maquete.ceph.crush.CrushRule;
import org.maquete.ceph.crush.Setting;
import org.maquete.ceph.crush.Step;
import org.maquete.kernel.Outcome;
import org.maquete.world.Ints;

/**
 * The CRUSH tree as the monitors make it: {@code default} is -1; its part for the class of the
 * first device is made with the first OSD, so it is -2; and each host's part follows the host, so
 * hosts are -3, -5, -7 and their parts -4, -6, -8. Ids are hashed: others would place otherwise.
 */
final class CrushTree {

    static final String ROOT = "default";

    private static final int HOST = 1;
    private static final int ROOT_TYPE = 11;

    /** 2^40 bytes to a weight of 1, in 65,536ths. */
    private static final double TIB = 1L << 40;

    /** What a new cluster has: Ceph 16.2, seen. */
    static final CrushRule REPLICATED =
            new CrushRule(
                    0,
                    "replicated_rule",
                    CrushRule.REPLICATED,
                    1,
                    10,
                    List.of(
                            new Step.Take(-1),
                            new Step.Choose(true, true, 0, HOST),
                            new Step.Emit()));

    private final TreeMap<Integer, Bucket> buckets = new TreeMap<>();
    private final TreeMap<Integer, Bucket> changed = new TreeMap<>();

    private CrushTree(ClusterState state) {
        for (MapBucket row : state.buckets()) {
            buckets.put(row.bucket().id(), row.bucket());
        }
    }

    static List<Bucket> first() {
        return List.of(new Bucket(-1, ROOT, ROOT_TYPE, Algorithm.STRAW2, Ints.NONE, Ints.NONE));
    }

    /** The rule that a new erasure-coded pool gets, as seen in Ceph 16.2. */
    static CrushRule erasure(int id, String name, int size) {
        return new CrushRule(
                id,
                name,
                CrushRule.ERASURE,
                3,
                Math.max(3, size),
                List.of(
                        new Step.Set(Setting.CHOOSELEAF_TRIES, 5),
                        new Step.Set(Setting.CHOOSE_TRIES, 100),
                        new Step.Take(-1),
                        new Step.Choose(false, true, 0, HOST),
                        new Step.Emit()));
    }

    /** The bucket that holds an item, shadows aside. */
    static @Nullable Bucket parent(int item, ClusterState state) {
        for (MapBucket row : state.buckets()) {
            if (!row.bucket().isShadow() && PgStates.contains(row.bucket().items(), item)) {
                return row.bucket();
            }
        }
        return null;
    }

    static Bucket bucket(int id, ClusterState state) {
        for (MapBucket row : state.buckets()) {
            if (row.bucket().id() == id) {
                return row.bucket();
            }
        }
        throw new IllegalStateException("expected bucket " + id + ", found none");
    }

    /** The weight of a disk: its TiB, written with four decimals as an OSD writes it. */
    static int weight(long bytes) {
        float written = Math.round(Math.max(0.00001, bytes / TIB) * 1e4) / 1e4f;
        return (int) (written * 65536.0f);
    }

    /** A new OSD gets its place: below its host, which may be new below the root. */
    static void add(int osd, AddOsd command, PgLedger ledger, Outcome out) {
        CrushTree tree = new CrushTree(ledger.state());
        int weight = weight(command.bytes());
        String classRoot = ROOT + "~" + command.deviceClass();
        if (tree.named(classRoot).isEmpty()) {
            tree.empty(classRoot, ROOT_TYPE);
        }
        for (String part : List.of("", "~" + command.deviceClass())) {
            Bucket host = tree.below(command.host() + part, HOST, ROOT + part);
            tree.put(host.id(), osd, weight);
        }
        tree.write(ledger, out);
    }

    /** The bucket of a name, made below another of a name when there is none. */
    private Bucket below(String name, int type, String parent) {
        Optional<Bucket> found = named(name);
        if (found.isPresent()) {
            return found.get();
        }
        Bucket above = named(parent).orElseThrow();
        Bucket made = empty(name, type);
        put(above.id(), made.id(), 0);
        return made;
    }

    private Bucket get(int id) {
        return Optional.ofNullable(buckets.get(id)).orElseThrow();
    }

    private Optional<Bucket> named(String name) {
        for (Bucket each : buckets.values()) {
            if (each.name().equals(name)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private Bucket empty(String name, int type) {
        int id = -1;
        while (buckets.containsKey(id)) {
            id--;
        }
        Bucket made = new Bucket(id, name, type, Algorithm.STRAW2, Ints.NONE, Ints.NONE);
        set(made);
        return made;
    }

    private void set(Bucket bucket) {
        buckets.put(bucket.id(), bucket);
        changed.put(bucket.id(), bucket);
    }

    /** Puts an item into a bucket, or weighs it anew, and weighs all above. */
    private void put(int bucket, int item, int weight) {
        Bucket old = get(bucket);
        int[] items = old.items().stream().toArray();
        int[] weights = old.weightsFixed16().stream().toArray();
        int at = 0;
        while (at < items.length && items[at] != item) {
            at++;
        }
        if (at == items.length) {
            items = Arrays.copyOf(items, at + 1);
            weights = Arrays.copyOf(weights, at + 1);
        }
        items[at] = item;
        weights[at] = weight;
        set(old, items, weights);
        above(bucket);
    }

    private void set(Bucket old, int[] items, int[] weights) {
        set(
                new Bucket(
                        old.id(),
                        old.name(),
                        old.type(),
                        old.algorithm(),
                        Ints.of(items),
                        Ints.of(weights)));
    }

    private void above(int bucket) {
        for (Bucket parent : List.copyOf(buckets.values())) {
            if (PgStates.contains(parent.items(), bucket)) {
                put(parent.id(), bucket, (int) get(bucket).weightFixed16());
            }
        }
    }

    /** Takes an item out of all buckets that hold it. */
    private void take(int item) {
        for (Bucket each : List.copyOf(buckets.values())) {
            if (!PgStates.contains(each.items(), item)) {
                continue;
            }
            int[] items = new int[each.items().count() - 1];
            int[] weights = new int[items.length];
            int used = 0;
            for (int i = 0; i <= items.length; i++) {
                if (each.items().get(i) != item) {
                    items[used] = each.items().get(i);
                    weights[used++] = each.weightsFixed16().get(i);
                }
            }
            set(each, items, weights);
            above(each.id());
        }
    }

    private void write(PgLedger ledger, Outcome out) {
        changed.values().forEach(ledger.draft()::put);
        out.fact(new BucketsChanged(new ArrayList<>(changed.values())));
    }

    /** An OSD has no place any more; its host stays, as with {@code ceph osd purge}. */
    static void remove(int osd, PgLedger ledger, Outcome out) {
        CrushTree tree = new CrushTree(ledger.state());
        tree.take(osd);
        tree.write(ledger, out);
    }

    /** An OSD weighs otherwise. */
    static void reweigh(int osd, int fixed16, PgLedger ledger, Outcome out) {
        CrushTree tree = new CrushTree(ledger.state());
        for (Bucket each : List.copyOf(tree.buckets.values())) {
            if (PgStates.contains(each.items(), osd)) {
                tree.put(each.id(), osd, fixed16);
            }
        }
        tree.write(ledger, out);
    }

    /** A new bucket without items or place. */
    static void make(String name, int type, PgLedger ledger, Outcome out) {
        CrushTree tree = new CrushTree(ledger.state());
        tree.empty(name, type);
        tree.write(ledger, out);
    }

    /** A bucket, and its parts by class, below another. */
    static void move(Bucket bucket, Bucket parent, PgLedger ledger, Outcome out) {
        CrushTree tree = new CrushTree(ledger.state());
        for (Bucket each : List.copyOf(tree.buckets.values())) {
            if (each.ownerName().equals(bucket.name())) {
                String part = each.isShadow() ? "~" + each.className() : "";
                String name = parent.name() + part;
                Bucket above =
                        tree.named(name).orElseGet(() -> tree.part(parent, each.className()));
                tree.take(each.id());
                tree.put(above.id(), each.id(), (int) each.weightFixed16());
            }
        }
        tree.write(ledger, out);
    }

    /** The part of a bucket for a class; empty, and in its place in the tree of the class. */
    private Bucket part(Bucket whole, String className) {
        Bucket made = empty(whole.name() + "~" + className, whole.type());
        for (Bucket each : List.copyOf(buckets.values())) {
            if (!each.isShadow() && PgStates.contains(each.items(), whole.id())) {
                String name = each.name() + "~" + className;
                Bucket above = named(name).orElseGet(() -> part(each, className));
                put(above.id(), made.id(), 0);
            }
        }
        return made;
    }
}
