package org.maquete.finding;

import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Contribution;
import org.maquete.kernel.Refusal;
import org.maquete.world.World;

/** Explains a refusal: which rule it violates, why, and what to type instead. */
public interface Remedy extends Contribution {

    /**
     * The explanation, or empty when another remedy should be asked.
     *
     * @param line the refused line
     * @param world the world after the refusal
     */
    Optional<Diagnosis> diagnose(TypedLine line, Refusal refusal, World world);

    /** An explained refusal. */
    record Diagnosis(String rule, Severity severity, Words cause, List<Cure> cures) {}
}
