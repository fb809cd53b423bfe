package org.maquete.ceph.placement;

import java.util.List;

/** What an operator thinks of doing to a cluster. Names are checked when it is applied. */
public sealed interface Change {

    /** Mark an OSD, or all below a bucket, out: {@code ceph osd out}. */
    record Out(String target) implements Change {}

    /** Mark in again. */
    record In(String target) implements Change {}

    /** As if they had died; data moves only when they are out too. */
    record Down(String target) implements Change {}

    /** As if they had come back. */
    record Up(String target) implements Change {}

    /** {@code ceph osd reweight}: a part from 0 to 1, in 65,536ths. */
    record Reweight(String target, int weightFixed16) implements Change {}

    /** {@code ceph osd crush reweight} or, of a bucket, {@code reweight-subtree}. */
    record CrushWeight(String target, int weightFixed16) implements Change {}

    /**
     * New OSDs start on a host; the host is made below the root if it is new.
     *
     * @param className empty for the class that all others have
     */
    record AddOsds(String host, int osdCount, int weightFixed16, String className)
            implements Change {}

    /** {@code ceph osd purge}, or the same for all below a bucket and then the bucket. */
    record Remove(String target) implements Change {}

    /** {@code ceph osd crush move}. */
    record Move(String target, List<Place> places) implements Change {

        public Move {
            places = List.copyOf(places);
        }
    }

    /** Type and name of a bucket. */
    record Place(String type, String name) {}

    /** {@code ceph osd pool set POOL crush_rule RULE}. */
    record RuleOfPool(String pool, String rule) implements Change {}

    /** Rules as crushtool's text has them, in place of those with the same id, or new. */
    record Rules(String place, String text) implements Change {}

    /** {@code ceph osd crush tunables PROFILE}, or one of them by name. */
    record TunablesTo(String words) implements Change {}

    /** {@code ceph osd pool set POOL pg_num N}; pgp_num follows. */
    record PgNum(String pool, int count) implements Change {}

    /** {@code ceph osd pool set POOL size N}. */
    record Size(String pool, int copies) implements Change {}

    /** Removes all upmaps. */
    record UpmapClear() implements Change {}
}
