package org.maquete.ceph.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.maquete.ceph.osdmap.ObjectName;
import org.maquete.ceph.osdmap.Pool;
import org.maquete.world.Ints;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * What clients have written to a pool. Not a row for each object: batches of equal objects, and how
 * many of them each group has.
 *
 * @param objects by group
 * @param gib whole GiB by group
 * @param rest bytes by group beyond these
 */
public record PoolContent(
        int id, String pool, List<Batch> batches, Ints objects, Ints gib, Ints rest)
        implements Row {

    private static final int GIB_BITS = 30;
    private static final long GIB = 1L << GIB_BITS;

    public PoolContent {
        batches = List.copyOf(batches);
    }

    /** Objects {@code prefix.0} and so on, of equal length. */
    public record Batch(String prefix, int count, long bytes) {}

    @Override
    public String key() {
        return pool;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("pool", pool).number("batches", batches.size());
        for (Batch batch : batches) {
            sink.text("prefix", batch.prefix)
                    .number("count", batch.count)
                    .number("bytes", batch.bytes);
        }
        sink.ints("objects", objects).ints("gib", gib).ints("rest", rest);
    }

    /** How many objects a group has. */
    public int objects(int seed) {
        return seed < objects.count() ? objects.get(seed) : 0;
    }

    /** How much a group has. */
    public long bytes(int seed) {
        return seed < gib.count() ? ((long) gib.get(seed) << GIB_BITS) + rest.get(seed) : 0;
    }

    PoolContent with(Batch batch, Ints pairs, int pgNum) {
        List<Batch> more = new ArrayList<>(batches);
        more.add(batch);
        int[] counts = Arrays.copyOf(objects.stream().toArray(), pgNum);
        int[] whole = Arrays.copyOf(gib.stream().toArray(), pgNum);
        int[] parts = Arrays.copyOf(rest.stream().toArray(), pgNum);
        for (int i = 0; i < pairs.count(); i += 2) {
            int seed = pairs.get(i);
            long bytes = parts[seed] + batch.bytes * pairs.get(i + 1);
            counts[seed] += pairs.get(i + 1);
            whole[seed] += Math.toIntExact(bytes >> GIB_BITS);
            parts[seed] = (int) (bytes & GIB - 1);
        }
        return new PoolContent(id, pool, more, Ints.of(counts), Ints.of(whole), Ints.of(parts));
    }

    /** The same objects in another number of groups. */
    PoolContent regrouped(Pool groups) {
        PoolContent fresh = new PoolContent(id, pool, List.of(), Ints.NONE, Ints.NONE, Ints.NONE);
        for (Batch batch : batches) {
            fresh = fresh.with(batch, spread(batch.prefix, batch.count, groups), groups.pgNum());
        }
        return fresh;
    }

    /** The groups of objects: pairs of a group's number and the count of its objects. */
    static Ints spread(String prefix, int count, Pool pool) {
        int[] counts = new int[pool.pgNum()];
        for (int i = 0; i < count; i++) {
            ObjectName name = new ObjectName("", prefix + "." + i);
            counts[pool.group(name.hash(pool)).seed()]++;
        }
        int[] pairs = new int[2 * Math.min(count, counts.length)];
        int used = 0;
        for (int seed = 0; seed < counts.length; seed++) {
            if (counts[seed] > 0) {
                pairs[used++] = seed;
                pairs[used++] = counts[seed];
            }
        }
        return Ints.of(Arrays.copyOf(pairs, used));
    }
}
