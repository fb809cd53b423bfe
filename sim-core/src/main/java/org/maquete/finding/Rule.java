package org.maquete.finding;

import java.util.List;
import org.maquete.kernel.Contribution;

/** Looks at a run for one kind of weakness. Refusals become findings without a rule. */
public interface Rule extends Contribution {

    /** {@code subsystem.violated-expectation}, as printed. */
    String id();

    /** All findings of this kind in {@code run}, in any order. */
    List<Finding> check(Run run);
}
