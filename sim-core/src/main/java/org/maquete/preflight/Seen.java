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
 * @param byRule whether it follows from what a rule found at {@code cause}, not from a refusal
 *     there
 * @param pass the pass of the healed run in which it was met
 */
record Seen(TypedLine line, Finding finding, Place cause, boolean byRule, int pass) {

    boolean isRoot() {
        return cause.equals(finding.place());
    }
}
