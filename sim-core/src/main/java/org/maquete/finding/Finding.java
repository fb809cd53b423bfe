package org.maquete.finding;

import java.util.List;
import org.maquete.kernel.Place;
import org.maquete.kernel.Ref;

/**
 * A weakness of the plan.
 *
 * @param rule the id of the violated rule: {@code juju.app-missing}
 * @param severity how bad
 * @param trouble how the real system shows it
 * @param place the line that causes it
 * @param subject what it is about
 * @param answer what the real program says, word for word; for a blocked status its message
 * @param cause why, for people
 * @param cures what to do, the best first
 * @param causedBy what has to be put right first, or {@link Ref#NONE}: a thing that an earlier line
 *     should have made ({@code application vault}), or a unit that this one waits for
 */
public record Finding(
        String rule,
        Severity severity,
        Trouble trouble,
        Place place,
        Ref subject,
        String answer,
        Words cause,
        List<Cure> cures,
        Ref causedBy) {

    public Finding {
        cures = List.copyOf(cures);
    }
}
