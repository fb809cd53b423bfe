package org.maquete.guest;

import java.util.Optional;
import org.maquete.finding.Remedy;
import org.maquete.finding.Severity;
import org.maquete.finding.TypedLine;
import org.maquete.kernel.Refusal;
import org.maquete.world.World;

/** Explains lines of ssh and curl that failed. */
final class MishapRemedy implements Remedy {

    @Override
    public Optional<Diagnosis> diagnose(TypedLine line, Refusal refusal, World world) {
        if (!line.startsWith("ssh") && !line.startsWith("curl")) {
            return Optional.empty();
        }
        return Mishaps.of(line, world).stream()
                .filter(m -> !m.isBorne())
                .findFirst()
                .map(m ->
                        new Diagnosis(
                                Mishaps.rule(m),
                                Severity.ERROR,
                                Mishaps.cause(m),
                                Mishaps.cures(m)));
    }
}
