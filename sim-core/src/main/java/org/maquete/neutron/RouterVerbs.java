package org.maquete.neutron;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Command;
import org.maquete.kernel.Refusal;
import org.maquete.keystone.client.Call;
import org.maquete.keystone.client.Deleting;
import org.maquete.keystone.client.Found;
import org.maquete.keystone.client.Line;
import org.maquete.keystone.client.OpenstackVerb;
import org.maquete.keystone.client.Sheet;
import org.maquete.keystone.client.Showing;
import org.maquete.keystone.client.Stamp;
import org.maquete.tool.Deed;
import org.maquete.tool.Session;
import org.maquete.tool.argparse.PythonJson;
import org.maquete.tool.argparse.Value;
import org.maquete.tool.cliff.Cell;
import org.maquete.world.World;

/** The commands about routers. */
final class RouterVerbs {

    private RouterVerbs() {}

    static List<OpenstackVerb> all(OpenstackVerb.Maker make) {
        return List.of(
                make.making(
                        Kinds.ROUTER,
                        "router create",
                        new Showing(
                                RouterVerbs::create,
                                (id, line, world) ->
                                        sheet(
                                                world.table(NeutronTables.ROUTERS).get(id),
                                                world,
                                                false),
                                LookupView.sdk("routers"))),
                make.verb("router show", RouterVerbs::show),
                make.verb("router list", RouterVerbs::list),
                make.verb(
                        "router delete",
                        new Deleting(
                                "router",
                                "router",
                                (w, l, world) -> LookupView.router(w, l, world).map(Router::uuid),
                                (ids, _) -> new DeleteNetworkObjects(Kinds.ROUTER, ids),
                                LookupView.deleting("routers"))),
                make.verb("router add subnet", new Plugging("add", AddRouterInterface::new)),
                make.verb(
                        "router remove subnet", new Plugging("remove", RemoveRouterInterface::new)),
                make.verb("router set", new Setting()),
                make.verb("router unset", new Unsetting()));
    }

    /** The id of the router that the line names, for the address in a refusal. */
    static String routerId(Line line, World world) {
        String wanted = line.text("router");
        return LookupView.router(wanted, line, world).row().map(Router::uuid).orElse(wanted);
    }

    private static Deed create(Line line, Session session, World world) {
        String gateway = "";
        if (line.given("external_gateway").isPresent()) {
            Found<Network> network = LookupView.network(line.text("external_gateway"), line, world);
            if (!network.isThere()) {
                return network.reject(line);
            }
            gateway = network.get().uuid();
        }
        return new Deed.Ask(
                new CreateRouter(
                        line.cloud().project(),
                        line.text("name"),
                        line.text("description"),
                        gateway));
    }

    private static Deed show(Line line, Session session, World world) {
        Found<Router> found = LookupView.router(line.text("router"), line, world);
        return found.isThere()
                ? new Deed.Say(line.show(sheet(found.get(), world, true)))
                : found.reject(line);
    }

    private static Deed list(Line line, Session session, World world) {
        boolean isLong = line.flag("long");
        List<List<Cell>> rows = new ArrayList<>();
        for (Router r : NeutronView.routers(world)) {
            List<Cell> row =
                    new ArrayList<>(
                            List.of(
                                    Cell.of(r.uuid()),
                                    Cell.of(r.name()),
                                    Cell.of("ACTIVE"),
                                    new Cell.Formatted(Value.flag(true), "UP"),
                                    Cell.of(r.project()),
                                    Cell.of(false),
                                    Cell.of(false)));
            if (isLong) {
                row.add(RouteVerbs.cell(NeutronView.routes(world, r.uuid())));
                row.add(gateway(r, world));
                row.add(Cell.list(List.of()));
                row.add(Cell.list(List.of()));
            }
            rows.add(row);
        }
        List<String> columns =
                new ArrayList<>(
                        List.of("ID", "Name", "Status", "State", "Project", "Distributed", "HA"));
        if (isLong) {
            columns.addAll(
                    List.of("Routes", "External gateway info", "Availability zones", "Tags"));
        }
        return new Deed.Say(line.list(columns, rows));
    }

    private static Cell gateway(Router r, World world) {
        if (r.gatewayNetwork().isEmpty()) {
            return new Cell.Formatted(new Value.None(), "null");
        }
        List<Value> ips = new ArrayList<>();
        for (Port p : NeutronView.portsOf(world, r.uuid())) {
            if (p.deviceOwner().equals(RouterHandler.GATEWAY)) {
                ips.add(
                        Value.fields()
                                .with("subnet_id", Value.text(p.subnet()))
                                .with("ip_address", Value.text(p.address())));
            }
        }
        Value.Fields fields =
                Value.fields()
                        .with("network_id", Value.text(r.gatewayNetwork()))
                        .with("external_fixed_ips", new Value.Many(ips))
                        .with("enable_snat", Value.flag(true));
        return new Cell.Formatted(fields, PythonJson.dumps(fields, 0));
    }

    private static Cell interfaces(Router r, World world) {
        List<Value> all = new ArrayList<>();
        for (Port p : NeutronView.portsOf(world, r.uuid())) {
            if (p.deviceOwner().equals(RouterHandler.INTERFACE)) {
                all.add(
                        Value.fields()
                                .with("port_id", Value.text(p.uuid()))
                                .with("ip_address", Value.text(p.address()))
                                .with("subnet_id", Value.text(p.subnet())));
            }
        }
        Value many = new Value.Many(all);
        return new Cell.Formatted(many, PythonJson.dumps(many, 0));
    }

    static Sheet sheet(Router r, World world, boolean shown) {
        String created = Stamp.zulu(r.createdNs());
        Sheet sheet =
                new Sheet()
                        .cell("admin_state_up", new Cell.Formatted(Value.flag(true), "UP"))
                        .noItems("availability_zone_hints", "availability_zones")
                        .text("created_at", created)
                        .text("description", r.description())
                        .flag("distributed", false)
                        .none("enable_ndp_proxy")
                        .cell("external_gateway_info", gateway(r, world))
                        .none("flavor_id")
                        .flag("ha", false)
                        .text("id", r.uuid());
        if (shown) {
            sheet.cell("interfaces_info", interfaces(r, world));
        }
        return sheet.text("name", r.name())
                .text("project_id", r.project())
                .number("revision_number", 1)
                .cell("routes", RouteVerbs.cell(NeutronView.routes(world, r.uuid())))
                .text("status", "ACTIVE")
                .noItems("tags")
                .text("tenant_id", r.project())
                .text("updated_at", created);
    }

    /** Adds a subnet to a router, or takes it away. */
    private record Plugging(String what, Made made) implements Call {

        private interface Made {
            Command of(String router, String subnet);
        }

        @Override
        public Deed take(Line line, Session session, World world) {
            Found<Router> router = LookupView.router(line.text("router"), line, world);
            Found<Subnet> subnet = LookupView.subnet(line.text("subnet"), line, world);
            if (!router.isThere()) {
                return router.reject(line);
            }
            return subnet.isThere()
                    ? new Deed.Ask(made.of(router.get().uuid(), subnet.get().uuid()))
                    : subnet.reject(line);
        }

        @Override
        public Answer refused(Refusal refusal, Line line, World world) {
            String router = routerId(line, world);
            String url = "routers/" + router + "/" + what + "_router_interface";
            return Answer.failed(1, LookupView.sdk(url).of(refusal, line));
        }
    }

    /** {@code router set}. */
    private record Setting() implements Call {

        @Override
        public Deed take(Line line, Session session, World world) {
            Found<Router> router = LookupView.router(line.text("router"), line, world);
            if (!router.isThere()) {
                return router.reject(line);
            }
            Optional<String> wanted = line.given("external_gateway");
            List<String> routes = RouteVerbs.routes(line);
            boolean clears = line.flag("no_route");
            if (wanted.isPresent() == (clears || !routes.isEmpty()) || RouteVerbs.isSix(routes)) {
                return new Deed.NotModelled(
                        "openstack router set with other than one of --external-gateway and"
                                + " --route of IPv4");
            }
            if (wanted.isEmpty()) {
                String how = clears ? "set" : "add";
                return new Deed.Ask(new ChangeRouterRoutes(router.get().uuid(), how, routes));
            }
            Found<Network> network = LookupView.network(wanted.get(), line, world);
            return network.isThere()
                    ? new Deed.Ask(new SetRouterGateway(router.get().uuid(), network.get().uuid()))
                    : network.reject(line);
        }

        @Override
        public Answer done(Answer server, Line line, Session session, World world) {
            return server.ok() ? Answer.SILENT : server;
        }

        @Override
        public Answer refused(Refusal refusal, Line line, World world) {
            return Answer.failed(
                    1, LookupView.sdk("routers/" + routerId(line, world)).of(refusal, line));
        }
    }

    /** {@code router unset}. */
    private record Unsetting() implements Call {

        @Override
        public Deed take(Line line, Session session, World world) {
            Found<Router> router = LookupView.router(line.text("router"), line, world);
            if (!router.isThere()) {
                return router.reject(line);
            }
            return line.flag("external_gateway")
                    ? new Deed.Ask(new SetRouterGateway(router.get().uuid(), ""))
                    : new Deed.NotModelled("openstack router unset without --external-gateway");
        }

        @Override
        public Answer refused(Refusal refusal, Line line, World world) {
            return Answer.failed(
                    1, LookupView.sdk("routers/" + routerId(line, world)).of(refusal, line));
        }
    }
}
