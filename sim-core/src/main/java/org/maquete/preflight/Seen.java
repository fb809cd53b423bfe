package org.maquete.preflight;

import org.maquete.finding.Finding;
import org.maquete.finding.TypedLine;
import org.maquete.kernel.Place;

/**
 * A refused line in a healed run.
 *
 * @param line the line
 * @param finding what it means; its {@code causedBy} names what was missed
 * @param cause the place of the line it follows from, or its own place when it is a root
 */
record Seen(TypedLine line, Finding finding, Place cause) {

    boolean isRoot() {
        return cause.equals(finding.place());
    }
}
