package org.maquete.juju.client;

import java.util.List;
import java.util.Optional;
import org.maquete.juju.Model;
import org.maquete.juju.bundle.BundleExport;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Ref;
import org.maquete.tool.Deed;
import org.maquete.tool.Parsed;
import org.maquete.tool.gnuflag.Flag;
import org.maquete.world.World;

/** {@code juju export-bundle}: cmd/juju/model/exportbundle.go of juju 3.6. */
final class ExportVerb {

    private ExportVerb() {}

    static List<ClientVerb> verbs(CharmCatalog catalog) {
        return List.of(
                ClientVerb.inModel(
                        "export-bundle",
                        "",
                        line -> {
                            if (!line.words().isEmpty()) {
                                return Arguments.unrecognized(line.words());
                            }
                            if (line.text("filename").isPresent()) {
                                return new Parsed.NotModelled("juju export-bundle --filename");
                            }
                            boolean hasDefaults = line.flag("include-charm-defaults");
                            return new Parsed.Right(
                                    Call.of((session, world) ->
                                            Focus.model(
                                                    line,
                                                    session,
                                                    world,
                                                    m -> export(world, m, catalog, hasDefaults))));
                        },
                        Flag.text("filename"),
                        Flag.bool("include-charm-defaults")));
    }

    private static Deed export(
            World world, Model model, CharmCatalog catalog, boolean hasDefaults) {
        Optional<String> bundle = BundleExport.of(world, model, catalog, hasDefaults);
        return bundle.isPresent()
                ? new Deed.Say(Answer.of(bundle.get()))
                : Focus.reject("nothing to export as there are no applications", Ref.NONE);
    }
}
