package org.maquete.runbook;

import java.util.List;

/**
 * What a runbook asks to be typed, in order.
 *
 * @param statements the commands and the files that the runbook shows, in order of place
 * @param notes all that was skipped or is odd, in order of place
 */
public record Script(List<Statement> statements, List<Note> notes) {
    public Script {
        statements = List.copyOf(statements);
        notes = List.copyOf(notes);
    }
}
