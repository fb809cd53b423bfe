package org.maquete.whatif;

import java.util.List;
import org.maquete.kernel.Simulation;

/**
 * Two branches of one run at the same instant.
 *
 * @param calm the branch that was left alone
 * @param disturbed the branch that was disturbed
 * @param forkedNs when they parted
 * @param endNs where both stand
 * @param settled whether both were settled before their last stretch
 * @param moments the disturbed branch before the first disturbance, just before the first thing
 *     that was put right (if anything was), and at the end
 */
public record Branches(
        Simulation calm,
        Simulation disturbed,
        long forkedNs,
        long endNs,
        boolean settled,
        List<Moment> moments) {

    public Branches {
        moments = List.copyOf(moments);
    }
}
