package org.maquete.ceph.cluster;

import java.util.Arrays;
import org.maquete.world.Ints;

/**
 * Who has what of a group: for each OSD and shard, how many objects it lacks.
 *
 * <p>Three numbers each, in one array: the OSD; the shard, -1 for copies of the whole; what it
 * lacks. Lacking 0 is complete. A copy that can catch up from the log of writes lacks a count above
 * 0; one that has to be compared as a whole (backfill) lacks a count below 0. Immutable.
 *
 * @param triples OSD, shard, lacking, and so on
 */
public record Copies(Ints triples) {

    /** Nobody has anything. */
    public static final Copies NONE = new Copies(Ints.NONE);

    /** What no copy lacks: there is no such copy. */
    static final int ABSENT = Integer.MIN_VALUE;

    public Copies {
        if (triples.count() % 3 != 0) {
            throw new IllegalArgumentException("expected triples, found " + triples);
        }
    }

    /** Complete copies on these OSDs. */
    static Copies complete(Ints osds, boolean counts) {
        Copies all = NONE;
        for (int i = 0; i < osds.count(); i++) {
            if (osds.get(i) != PgCondition.NONE) {
                all = all.with(osds.get(i), counts ? i : -1, 0);
            }
        }
        return all;
    }

    /** How many there are. */
    public int count() {
        return triples.count() / 3;
    }

    /** The OSD of a copy. */
    public int osd(int index) {
        return triples.get(3 * index);
    }

    /** The shard of a copy; -1 for the whole. */
    public int shard(int index) {
        return triples.get(3 * index + 1);
    }

    /** What a copy lacks. */
    public int lacking(int index) {
        return triples.get(3 * index + 2);
    }

    /** What the copy of an OSD lacks; {@link #ABSENT} when it has none. */
    int lacking(int osd, int shard) {
        int at = find(osd, shard);
        return at < 0 ? ABSENT : lacking(at);
    }

    private int find(int osd, int shard) {
        for (int i = 0; i < count(); i++) {
            if (osd(i) == osd && shard(i) == shard) {
                return i;
            }
        }
        return -1;
    }

    /** With this copy so. */
    Copies with(int osd, int shard, int lacking) {
        int at = find(osd, shard);
        int[] all = triples.stream().toArray();
        if (at < 0) {
            at = count();
            all = Arrays.copyOf(all, all.length + 3);
        }
        all[3 * at] = osd;
        all[3 * at + 1] = shard;
        all[3 * at + 2] = lacking;
        return new Copies(Ints.of(all));
    }

    /** Without what this OSD has. */
    Copies without(int osd) {
        int[] kept = new int[triples.count()];
        int used = 0;
        for (int i = 0; i < count(); i++) {
            if (osd(i) != osd) {
                kept[used++] = osd(i);
                kept[used++] = shard(i);
                kept[used++] = lacking(i);
            }
        }
        return used == kept.length ? this : new Copies(Ints.of(Arrays.copyOf(kept, used)));
    }
}
