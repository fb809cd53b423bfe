package org.maquete.nova.trace;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading a trace.
 *
 * @param trace empty when there is a flaw
 * @param flaws what is wrong, each with file and line; all at once
 * @param notes what was left out or taken otherwise, with its count
 */
public record TraceReading(Optional<Trace> trace, List<String> flaws, List<String> notes) {

    public TraceReading {
        flaws = List.copyOf(flaws);
        notes = List.copyOf(notes);
    }

    static TraceReading of(Trace trace, Flaws flaws) {
        return flaws.isEmpty()
                ? new TraceReading(Optional.of(trace), List.of(), flaws.notes())
                : new TraceReading(Optional.empty(), flaws.texts(), flaws.notes());
    }
}
