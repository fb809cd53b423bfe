package org.maquete.ceph.crush;

import java.util.List;

/**
 * How a pool is placed.
 *
 * @param type {@link #REPLICATED}, {@link #ERASURE}, or another number
 * @param sizeMin the smallest number of copies it is for
 * @param sizeMax the largest
 */
public record CrushRule(int id, String name, int type, int sizeMin, int sizeMax, List<Step> steps) {

    public static final int REPLICATED = 1; // <number>: Ceph 16.2, rule type of replicated pools
    public static final int ERASURE = 3; // <number>: Ceph 16.2, rule type of erasure-coded pools

    public CrushRule {
        steps = List.copyOf(steps);
    }
}
