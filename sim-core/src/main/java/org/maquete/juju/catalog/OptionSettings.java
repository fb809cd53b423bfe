package org.maquete.juju.catalog;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an option file sets for one application.
 *
 * @param values by option; one that the file sets to nothing keeps its default and is not here
 * @param problems in the order of the file; Juju prints one of them and sets nothing
 */
public record OptionSettings(Map<String, OptionValue> values, List<OptionProblem> problems) {

    public OptionSettings {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
        problems = List.copyOf(problems);
    }
}
