package org.maquete.preflight;

import org.maquete.finding.Finding;

/**
 * A finding in a report.
 *
 * @param id {@code F1}, in order of place
 * @param healed whether it shows only in the healed run
 * @param onceCured the id of the finding that hides it as typed, or empty
 * @param causedBy the id of the finding it follows from, or empty for a root
 * @param command the line as written, or empty
 */
public record Numbered(
        String id,
        Finding finding,
        boolean healed,
        String onceCured,
        String causedBy,
        String command) {

    /** Whether it follows from nothing else. */
    public boolean isRoot() {
        return causedBy.isEmpty();
    }
}
