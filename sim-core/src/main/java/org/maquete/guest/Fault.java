package org.maquete.guest;

import java.util.List;
import org.maquete.finding.Cure;
import org.maquete.finding.Words;

/**
 * Why something does not work, and what to type.
 *
 * @param isBorne whether somebody else stood in, so that whoever asked was answered all the same
 * @param words half a sentence that begins small and has no full stop
 */
public record Fault(Cause cause, boolean isBorne, Words words, List<Cure> cures) {

    public Fault {
        cures = List.copyOf(cures);
    }

    static Fault of(Cause cause, Words words, Cure... cures) {
        return new Fault(cause, false, words, List.of(cures));
    }

    Fault borne() {
        return new Fault(cause, true, words, cures);
    }
}
