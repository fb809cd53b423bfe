package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.List;
import org.maquete.juju.Cloud;
import org.maquete.juju.Controller;
import org.maquete.juju.ControllerView;
import org.maquete.juju.JujuTables;
import org.maquete.juju.JujuView;
import org.maquete.juju.Model;
import org.maquete.kernel.Answer;
import org.maquete.tool.Deed;
import org.maquete.tool.Parsed;
import org.maquete.tool.gnuflag.Flag;
import org.maquete.tool.gnuflag.FlagResult;
import org.maquete.world.World;

/** Queries of the client other than status: version, whoami, clouds, controllers, models. */
final class QueryVerbs {

    private QueryVerbs() {}

    static List<ClientVerb> verbs() {
        List<ClientVerb> verbs = new ArrayList<>();
        verbs.add(
                query("version", (_, _, _) -> new Deed.Say(Answer.of(JujuProgram.versionText()))));
        verbs.add(query("whoami", QueryVerbs::whoami));
        for (String name : List.of("controllers", "list-controllers")) {
            verbs.add(query(name, QueryVerbs::controllers));
        }
        for (String name : List.of("models", "list-models")) {
            verbs.add(query(name, QueryVerbs::models));
        }
        for (String name : List.of("clouds", "list-clouds")) {
            verbs.add(query(name, QueryVerbs::clouds));
        }
        return verbs;
    }

    /** Answers a query. */
    @FunctionalInterface
    private interface Query {
        Deed answer(FlagResult.Parsed line, org.maquete.tool.Session session, World world);
    }

    private static ClientVerb query(String name, Query query) {
        return ClientVerb.outside(
                name,
                "",
                line -> {
                    String format = line.text("format").orElse("tabular");
                    return format.equals("tabular")
                            ? new Parsed.Right(
                                    Call.of((session, world) -> query.answer(line, session, world)))
                            : new Parsed.NotModelled("juju " + name + " --format " + format);
                },
                Flag.text("format"),
                Flag.text("output", "o"),
                Flag.bool("all"),
                Flag.bool("client"),
                Flag.bool("refresh"),
                Flag.bool("utc"),
                Flag.bool("uuid"),
                Flag.text("user"),
                Flag.bool("exact-time"),
                Flag.bool("no-color"));
    }

    private static Deed whoami(
            FlagResult.Parsed line, org.maquete.tool.Session session, World world) {
        return Focus.controller(
                line,
                session,
                world,
                controller -> {
                    String model =
                            JujuView.currentModel(world)
                                    .filter(m -> m.controller().equals(controller.name()))
                                    .map(Model::name)
                                    .orElse("<no-current-model>");
                    return new Deed.Say(
                            Answer.of(
                                    "Controller:  "
                                            + controller.name()
                                            + "\nModel:       "
                                            + model
                                            + "\nUser:        admin"));
                });
    }

    // columns: juju 3.6, cmd/juju/controller/listcontrollersformatters.go
    private static Deed controllers(
            FlagResult.Parsed line, org.maquete.tool.Session session, World world) {
        return Focus.controller(
                line,
                session,
                world,
                current -> {
                    Columns table = new Columns();
                    table.row(
                            "Controller",
                            "Model",
                            "User",
                            "Access",
                            "Cloud/Region",
                            "Models",
                            "Nodes",
                            "HA",
                            "Version");
                    table.alignRight(5);
                    table.alignRight(6);
                    table.alignRight(7);
                    for (Controller each : world.table(JujuTables.CONTROLLERS)) {
                        table.row(controllerRow(each, current, world));
                    }
                    String note =
                            "Use --refresh option with this command to see the latest"
                                    + " information.\n\n";
                    return new Deed.Say(Answer.of(note + table.print()));
                });
    }

    private static String[] controllerRow(Controller each, Controller current, World world) {
        String model =
                JujuView.currentModel(world)
                        .filter(m -> m.controller().equals(each.name()))
                        .map(Model::name)
                        .orElse("-");
        String star = each.name().equals(current.name()) ? "*" : "";
        return new String[] {
            each.name() + star,
            model,
            "admin",
            "superuser",
            each.cloud() + "/" + each.region(),
            Integer.toString(JujuView.models(world, each.name()).size()),
            Integer.toString(ControllerView.machines(world, each.name()).size()),
            HaVerbs.column(each.name(), world),
            each.version()
        };
    }

    // columns: juju 3.6, cmd/juju/controller/listmodels.go; the last connection is not kept
    private static Deed models(
            FlagResult.Parsed line, org.maquete.tool.Session session, World world) {
        return Focus.controller(
                line,
                session,
                world,
                controller -> {
                    Columns table = new Columns();
                    table.row(
                            "Model",
                            "Cloud/Region",
                            "Type",
                            "Status",
                            "Machines",
                            "Units",
                            "Access",
                            "Last connection");
                    table.alignRight(4);
                    for (Model model : JujuView.models(world, controller.name())) {
                        table.row(modelRow(model, controller, world));
                    }
                    String head = "Controller: " + controller.name() + "\n\n";
                    return new Deed.Say(Answer.of(head + table.print()));
                });
    }

    private static String[] modelRow(Model model, Controller controller, World world) {
        boolean isCurrent =
                JujuView.currentModel(world).map(Model::key).orElse("").equals(model.key());
        int units = JujuView.units(world, model.key()).size();
        long machines =
                JujuView.machines(world, model.key()).stream()
                        .filter(m -> !m.isContainer())
                        .count();
        return new String[] {
            model.name() + (isCurrent ? "*" : ""),
            controller.cloud() + "/" + controller.region(),
            "maas",
            model.status().current(),
            Long.toString(machines),
            units == 0 ? "-" : Integer.toString(units),
            "admin",
            isCurrent ? "just now" : "never connected"
        };
    }

    // columns: juju 3.6, cmd/juju/cloud/list.go; the built-in lxd cloud is left out
    private static Deed clouds(
            FlagResult.Parsed line, org.maquete.tool.Session session, World world) {
        Columns table = new Columns();
        table.row("Cloud", "Regions", "Default", "Type", "Credentials", "Source", "Description");
        for (Cloud cloud : JujuView.clouds(world)) {
            table.row(
                    cloud.name(),
                    "1",
                    "default",
                    cloud.type(),
                    cloud.credential().isEmpty() ? "0" : "1",
                    "local",
                    "Metal As A Service");
        }
        return new Deed.Say(Answer.of("\nClouds available on the client:\n" + table.print()));
    }
}
