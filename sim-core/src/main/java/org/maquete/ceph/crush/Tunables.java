package org.maquete.ceph.crush;

/**
 * Numbers that change the algorithm, kept so that old maps place as they did.
 *
 * @param chooseLocalTries attempts in the same bucket after a collision
 * @param chooseLocalFallbackTries attempts in the same bucket by permutation
 * @param chooseTotalTries attempts from the top, the first not counted
 * @param chooseleafDescendOnce 1: one attempt below the item chosen
 * @param chooseleafVaryR 0: the leaf's attempt starts from 0; n: from the item's attempt, shifted
 *     right by n - 1
 * @param chooseleafStable 1: the leaf's attempt does not depend on the place in the result
 * @param strawCalcVersion of the lengths of straws: 0 or 1
 * @param allowedBucketAlgorithms a bit an algorithm
 */
public record Tunables(
        int chooseLocalTries,
        int chooseLocalFallbackTries,
        int chooseTotalTries,
        int chooseleafDescendOnce,
        int chooseleafVaryR,
        int chooseleafStable,
        int strawCalcVersion,
        int allowedBucketAlgorithms) {

    // Ceph 16.2: the profiles argonaut (a text map without tunables has these) and jewel, seen in
    // crushtool's dumps; the bits are 1 << Algorithm.number().
    public static final Tunables ARGONAUT = new Tunables(2, 5, 19, 0, 0, 0, 0, 22);
    public static final Tunables JEWEL = new Tunables(0, 0, 50, 1, 1, 1, 1, 54);
}
