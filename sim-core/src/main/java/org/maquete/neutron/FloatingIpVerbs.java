package org.maquete.neutron;

import java.util.ArrayList;
import java.util.List;
import org.maquete.keystone.client.Deleting;
import org.maquete.keystone.client.Found;
import org.maquete.keystone.client.Line;
import org.maquete.keystone.client.OpenstackVerb;
import org.maquete.keystone.client.Sheet;
import org.maquete.keystone.client.Showing;
import org.maquete.keystone.client.Stamp;
import org.maquete.tool.Deed;
import org.maquete.tool.Session;
import org.maquete.tool.argparse.Value;
import org.maquete.tool.cliff.Cell;
import org.maquete.world.World;

/** The commands about floating addresses. */
final class FloatingIpVerbs {

    private FloatingIpVerbs() {}

    static List<OpenstackVerb> all(OpenstackVerb.Maker make) {
        return List.of(
                make.making(
                        Kinds.FLOATING_IP,
                        "floating ip create",
                        new Showing(
                                FloatingIpVerbs::create,
                                (id, line, world) ->
                                        sheet(
                                                world.table(NeutronTables.FLOATING_IPS).get(id),
                                                world),
                                LookupView.both())),
                make.verb("floating ip show", FloatingIpVerbs::show),
                make.verb("floating ip list", FloatingIpVerbs::list),
                make.verb("floating ip set", FloatingIpVerbs::set),
                make.verb("floating ip unset", FloatingIpVerbs::unset),
                make.verb(
                        "floating ip delete",
                        new Deleting(
                                "floating_ip",
                                "floating_ip",
                                (w, l, world) ->
                                        LookupView.floatingIp(w, l, world).map(FloatingIp::uuid),
                                (ids, _) -> new DeleteNetworkObjects(Kinds.FLOATING_IP, ids),
                                LookupView.deleting("floatingips"))));
    }

    private static Deed create(Line line, Session session, World world) {
        Found<Network> network = LookupView.network(line.text("network"), line, world);
        if (!network.isThere()) {
            return network.reject(line, LookupView.EXECUTING);
        }
        String port = "";
        if (line.given("port").isPresent()) {
            Found<Port> found = LookupView.port(line.text("port"), line, world);
            if (!found.isThere()) {
                return found.reject(line, LookupView.EXECUTING);
            }
            port = found.get().uuid();
        }
        return new Deed.Ask(
                new CreateFloatingIp(
                        line.cloud().project(),
                        network.get().uuid(),
                        line.text("floating_ip_address"),
                        port));
    }

    private static Deed show(Line line, Session session, World world) {
        Found<FloatingIp> found = LookupView.floatingIp(line.text("floating_ip"), line, world);
        return found.isThere()
                ? new Deed.Say(line.show(sheet(found.get(), world)))
                : found.reject(line, LookupView.EXECUTING);
    }

    private static Deed set(Line line, Session session, World world) {
        Found<FloatingIp> floating = LookupView.floatingIp(line.text("floating_ip"), line, world);
        if (!floating.isThere()) {
            return floating.reject(line);
        }
        if (line.given("port").isEmpty()) {
            return new Deed.NotModelled("openstack floating ip set without --port");
        }
        Found<Port> port = LookupView.port(line.text("port"), line, world);
        return port.isThere()
                ? new Deed.Ask(new AssociateFloatingIp(floating.get().uuid(), port.get().uuid()))
                : port.reject(line);
    }

    private static Deed unset(Line line, Session session, World world) {
        Found<FloatingIp> floating = LookupView.floatingIp(line.text("floating_ip"), line, world);
        if (!floating.isThere()) {
            return floating.reject(line);
        }
        return line.flag("port")
                ? new Deed.Ask(new AssociateFloatingIp(floating.get().uuid(), ""))
                : new Deed.NotModelled("openstack floating ip unset without --port");
    }

    private static Deed list(Line line, Session session, World world) {
        boolean isLong = line.flag("long");
        List<List<Cell>> rows = new ArrayList<>();
        for (FloatingIp f : NeutronView.floatingIps(world)) {
            List<Cell> row =
                    new ArrayList<>(
                            List.of(
                                    Cell.of(f.uuid()), Cell.of(f.address()),
                                    orNone(f.fixedAddress()), orNone(f.port()),
                                    Cell.of(f.network()), Cell.of(f.project())));
            if (isLong) {
                row.addAll(
                        List.of(
                                orNone(f.router()),
                                Cell.of(status(f)),
                                Cell.of(""),
                                Cell.of(Value.many()),
                                Cell.none(),
                                Cell.none()));
            }
            rows.add(row);
        }
        List<String> columns =
                new ArrayList<>(
                        List.of(
                                "ID",
                                "Floating IP Address",
                                "Fixed IP Address",
                                "Port",
                                "Floating Network",
                                "Project"));
        if (isLong) {
            columns.addAll(
                    List.of("Router", "Status", "Description", "Tags", "DNS Name", "DNS Domain"));
        }
        return new Deed.Say(line.list(columns, rows));
    }

    private static Cell orNone(String text) {
        return text.isEmpty() ? Cell.none() : Cell.of(text);
    }

    private static String status(FloatingIp f) {
        return f.port().isEmpty() ? "DOWN" : "ACTIVE";
    }

    private static Sheet sheet(FloatingIp f, World world) {
        String created = Stamp.zulu(f.createdNs());
        Sheet sheet =
                new Sheet()
                        .text("created_at", created)
                        .blank("description")
                        .none("dns_domain", "dns_name")
                        .textOrNone("fixed_ip_address", f.fixedAddress())
                        .text("floating_ip_address", f.address())
                        .text("floating_network_id", f.network())
                        .text("id", f.uuid())
                        .text("name", f.address());
        NeutronView.port(world, f.port())
                .ifPresentOrElse(
                        p -> sheet.cell("port_details", Cell.dict(details(p))),
                        () -> sheet.none("port_details"));
        return sheet.textOrNone("port_id", f.port())
                .text("project_id", f.project())
                .none("qos_policy_id")
                .number("revision_number", f.port().isEmpty() ? 0 : 1)
                .textOrNone("router_id", f.router())
                .text("status", status(f))
                .none("subnet_id")
                .bareList("tags")
                .text("updated_at", created);
    }

    private static Value.Fields details(Port p) {
        return Value.fields()
                .with("name", Value.text(p.name()))
                .with("network_id", Value.text(p.network()))
                .with("mac_address", Value.text(p.mac()))
                .with("admin_state_up", Value.flag(true))
                .with("status", Value.text(p.status()))
                .with("device_id", Value.text(p.deviceId()))
                .with("device_owner", Value.text(p.deviceOwner()));
    }
}
