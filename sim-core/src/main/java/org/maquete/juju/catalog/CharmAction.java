package org.maquete.juju.catalog;

import java.util.List;

/** An action of a charm and the names of its parameters. */
public record CharmAction(String name, List<String> parameters) {

    public CharmAction {
        parameters = List.copyOf(parameters);
    }
}
