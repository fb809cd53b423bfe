package org.maquete.juju.catalog;

import java.util.List;

/** Where a catalog gets its texts; sim-core itself opens no file. */
public interface CharmTexts {

    /** All charms that have a text, sorted. */
    List<String> names();

    /** The YAML of one of {@link #names}. */
    String text(String charm);
}
