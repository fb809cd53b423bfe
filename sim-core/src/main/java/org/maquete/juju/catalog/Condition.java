package org.maquete.juju.catalog;

import java.util.List;

/** When an optional check of a charm applies. */
public sealed interface Condition {

    /** At least one of these endpoints has a relation. */
    record Related(List<String> endpoints) implements Condition {
        public Related {
            endpoints = List.copyOf(endpoints);
        }
    }

    /** The option has this value; one that is unset and has no default has none. */
    record ConfigIs(String option, OptionValue value) implements Condition {}
}
