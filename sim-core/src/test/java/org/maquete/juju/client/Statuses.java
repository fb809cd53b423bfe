package org.maquete.juju.client;

import java.util.List;
import org.maquete.juju.JujuView;
import org.maquete.world.World;

/** The formats of a status, as the verbs print them. */
final class Statuses {

    private Statuses() {}

    /** All of the current model, or what the words select. */
    static Selection of(World world, String... words) {
        return Selection.of(world, JujuView.currentModel(world).orElseThrow(), List.of(words));
    }

    static StatusDocument full(Selection shown, String clock) {
        return StatusFormatter.format(
                shown, ClientBench.CATALOG, clock, StatusFormatter.Detail.ALL);
    }

    static StatusDocument relations(Selection shown, String clock) {
        return StatusFormatter.format(
                shown, ClientBench.CATALOG, clock, StatusFormatter.Detail.RELATIONS);
    }

    static String tree(Selection shown, String format, boolean isIso) {
        StatusDocument document = full(shown, "");
        return format.equals("json") ? document.json(isIso) : document.yaml(isIso);
    }

    static String tabular(Selection shown, boolean hasRelations) {
        StatusDocument document =
                hasRelations
                        ? relations(shown, "")
                        : StatusFormatter.format(
                                shown, ClientBench.CATALOG, "", StatusFormatter.Detail.TABLES);
        return new StatusTable(document, StatusTable.Layout.V3_6).print();
    }
}
