package org.maquete.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became reachable, and what is reachable no more.
 *
 * @param gained pairs that reach each other only afterwards
 * @param lost pairs that did before, with the reason why not now; a server that is gone has none
 * @param pairCount how many answers both have
 */
public record MatrixDifference(List<Matrix.Cell> gained, List<Matrix.Cell> lost, int pairCount) {

    public MatrixDifference {
        gained = List.copyOf(gained);
        lost = List.copyOf(lost);
    }

    /** Compares by service and names. */
    public static MatrixDifference of(Matrix before, Matrix after) {
        List<Matrix.Cell> gained = new ArrayList<>();
        List<Matrix.Cell> lost = new ArrayList<>();
        int pairs = 0;
        for (Matrix.Cell now : after.cells()) {
            Optional<Matrix.Cell> was = before.cell(now.service(), now.from(), now.to());
            pairs += was.isPresent() ? 1 : 0;
            boolean reached = was.isPresent() && was.get().why().isEmpty();
            if (now.why().isEmpty() && !reached) {
                gained.add(now);
            } else if (now.why().isPresent() && reached) {
                lost.add(now);
            }
        }
        for (Matrix.Cell was : before.cells()) {
            boolean isGone = after.cell(was.service(), was.from(), was.to()).isEmpty();
            if (isGone && was.why().isEmpty()) {
                lost.add(was);
            }
        }
        return new MatrixDifference(gained, lost, pairs);
    }

    /** Whether nothing changed. */
    public boolean isEmpty() {
        return gained.isEmpty() && lost.isEmpty();
    }
}
