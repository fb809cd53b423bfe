package org.maquete.ceph.osdmap;

import org.maquete.ceph.crush.CrushHash;
import org.maquete.ceph.crush.CrushRule;

/**
 * What of a pool decides where its objects go.
 *
 * @param type {@link CrushRule#REPLICATED} or {@link CrushRule#ERASURE}
 * @param size copies, or shards
 * @param minSize how many must be there to serve
 * @param crushRule the id of its rule
 * @param objectHash 2 for rjenkins, 1 for the hash of Linux's directory cache
 * @param pgNum placement groups
 * @param pgpNum different placements of them
 * @param hashesPool whether groups of different pools go to different places (flag hashpspool)
 */
public record Pool(
        long id,
        String name,
        int type,
        int size,
        int minSize,
        int crushRule,
        int objectHash,
        int pgNum,
        int pgpNum,
        boolean hashesPool) {

    public static final int HASH_LINUX = 1; // <number>: Ceph 16.2, object_hash
    public static final int HASH_RJENKINS = 2; // <number>: Ceph 16.2, object_hash

    public Pool {
        if (size < 1 || pgNum < 1 || pgpNum < 1) {
            String found = "size " + size + " pg_num " + pgNum + " pgp_num " + pgpNum;
            throw new IllegalArgumentException("expected numbers from 1, found " + found);
        }
    }

    /** Whether OSDs that fall out leave no hole. */
    public boolean shifts() {
        return type == CrushRule.REPLICATED;
    }

    /** The group that a hash, or a group of a larger number of groups, belongs to. */
    public PgId group(int hash) {
        return new PgId(id, stableMod(hash, pgNum));
    }

    /** What CRUSH hashes for a group. */
    public int placementSeed(int seed) {
        int placement = stableMod(seed, pgpNum);
        return hashesPool ? CrushHash.of(placement, (int) id) : placement + (int) id;
    }

    /**
     * The remainder for counts that grow: with a count between two powers of two, hashes beyond it
     * take one bit less, so that more groups only split some.
     */
    static int stableMod(int x, int count) {
        int mask = count == 1 ? 0 : -1 >>> Integer.numberOfLeadingZeros(count - 1);
        return (x & mask) < count ? x & mask : x & mask >>> 1;
    }
}
