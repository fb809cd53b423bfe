package org.maquete.reach;

import java.util.List;
import org.maquete.finding.Cure;
import org.maquete.finding.Words;

/**
 * Why a packet does not arrive and what to do.
 *
 * @param isAnswer whether it is the answer that is lost
 * @param words half a sentence that begins small and has no full stop
 */
public record Why(Reason reason, boolean isAnswer, Words words, List<Cure> cures) {

    public Why {
        cures = List.copyOf(cures);
    }

    static Why of(Reason reason, Words words, Cure... cures) {
        return new Why(reason, false, words, List.of(cures));
    }

    Why ofAnswer() {
        return new Why(reason, true, words, cures);
    }
}
