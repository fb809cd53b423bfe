package org.maquete.neutron;

import java.util.Optional;
import org.maquete.finding.Run;
import org.maquete.finding.TypedLine;

/** The line of a run that made a thing: where a finding about the thing belongs. */
final class MakingLine {

    private MakingLine() {}

    /** The first line of this path that succeeded and has the name among its words. */
    static Optional<TypedLine> of(Run run, String path, String name) {
        return run.lines().stream()
                .filter(line -> line.answer().ok() && line.startsWith(path))
                .filter(line -> line.words().contains(name))
                .findFirst();
    }
}
