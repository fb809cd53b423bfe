package org.maquete.finding;

import java.util.List;
import java.util.function.Supplier;
import org.maquete.kernel.Contribution;

/** Looks at a run for one kind of weakness. Refusals become findings without a rule. */
public interface Rule extends Contribution {

    /** {@code subsystem.violated-expectation}, as printed. */
    String id();

    /** All findings of this kind in {@code run}, in any order. */
    List<Finding> check(Run run);

    /**
     * Those findings of an unfinished run that nothing still to be typed takes back. They can be
     * cured before the end, which spares a repetition of the run.
     *
     * @param run what has happened so far
     * @param ahead the commands still to be typed, as written; ask only when needed
     */
    default List<Finding> certain(Run run, Supplier<List<String>> ahead) {
        return List.of();
    }
}
