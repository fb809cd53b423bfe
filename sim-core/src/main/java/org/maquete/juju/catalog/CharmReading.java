package org.maquete.juju.catalog;

import java.util.List;

/** The outcome of reading a charm's text: the charm, or everything that is wrong with the text. */
public sealed interface CharmReading {

    record Read(CharmMetadata charm) implements CharmReading {}

    record Unreadable(List<CharmProblem> problems) implements CharmReading {
        public Unreadable {
            problems = List.copyOf(problems);
        }
    }
}
