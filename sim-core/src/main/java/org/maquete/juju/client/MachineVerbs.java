package org.maquete.juju.client;

import java.util.List;
import org.maquete.juju.Model;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.juju.catalog.GoJsonWriter;
import org.maquete.juju.catalog.GoYamlWriter;
import org.maquete.kernel.Answer;
import org.maquete.tool.Deed;
import org.maquete.tool.Parsed;
import org.maquete.tool.Session;
import org.maquete.tool.gnuflag.Flag;
import org.maquete.tool.gnuflag.FlagResult;
import org.maquete.world.World;

/**
 * {@code juju machines} and {@code juju show-machine}: cmd/juju/machine (base.go, list.go, show.go)
 * of juju 3.6. Only machines can be named, not the containers in them, and a machine that is not
 * there is left out without a word, as there.
 */
final class MachineVerbs {

    private static final List<String> FORMATS = List.of("json", "tabular", "yaml");

    private final CharmCatalog catalog;

    private MachineVerbs(CharmCatalog catalog) {
        this.catalog = catalog;
    }

    static List<ClientVerb> verbs(CharmCatalog catalog) {
        MachineVerbs machines = new MachineVerbs(catalog);
        return List.of(
                machines.verb("machines", "tabular"),
                machines.verb("list-machines", "tabular"),
                machines.verb("show-machine", "yaml"));
    }

    private ClientVerb verb(String name, String usual) {
        return ClientVerb.inModel(
                name,
                "",
                line -> read(line, name, usual),
                Flag.text("format"),
                Flag.text("output", "o"),
                Flag.bool("color"),
                Flag.bool("utc"));
    }

    private Parsed read(FlagResult.Parsed line, String name, String usual) {
        String format = line.text("format").orElse(usual);
        if (!FORMATS.contains(format)) {
            return ClientText.usage(StatusVerb.unknownFormat(format));
        }
        if (!name.startsWith("show") && !line.words().isEmpty()) {
            return Arguments.unrecognized(line.words());
        }
        if (line.text("output").isPresent() || line.flag("color")) {
            String flag = line.flag("color") ? "color" : "output";
            return new Parsed.NotModelled("juju " + name + " --" + flag);
        }
        return new Parsed.Right(
                Call.of((session, world) ->
                        Focus.model(
                                line,
                                session,
                                world,
                                model ->
                                        new Deed.Say(
                                                answer(line, format, model, session, world)))));
    }

    private Answer answer(
            FlagResult.Parsed line, String format, Model model, Session session, World world) {
        Selection all = Selection.of(world, model, List.of());
        StatusDocument document =
                StatusFormatter.format(all, catalog, "", StatusFormatter.Detail.TABLES);
        if (format.equals("tabular")) {
            var machines = document.root().parts("machines");
            if (!line.words().isEmpty()) {
                machines.keySet().retainAll(line.words());
            }
            StatusTable table = new StatusTable(document, StatusTable.Layout.V3_6);
            return Answer.of(table.machines(machines));
        }
        var tree = document.machines(line.words(), StatusVerb.isIso(line, session));
        return Answer.of(
                format.equals("json") ? GoJsonWriter.write(tree) + "\n" : GoYamlWriter.write(tree));
    }
}
