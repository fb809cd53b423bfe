package org.maquete.neutron;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

/** The commands about security groups and their rules. */
final class SecurityVerbs {

    private SecurityVerbs() {}

    static List<OpenstackVerb> all(OpenstackVerb.Maker make) {
        return List.of(
                make.making(
                        Kinds.GROUP,
                        "security group create",
                        new Showing(
                                SecurityVerbs::create,
                                (id, line, world) ->
                                        sheet(world.table(NeutronTables.GROUPS).get(id), world),
                                LookupView.both())),
                make.verb("security group show", SecurityVerbs::show),
                make.verb("security group list", SecurityVerbs::list),
                make.verb(
                        "security group delete",
                        new Deleting(
                                "group",
                                "group",
                                (w, l, world) ->
                                        LookupView.group(w, l, world).map(SecurityGroup::uuid),
                                (ids, _) -> new DeleteNetworkObjects(Kinds.GROUP, ids),
                                LookupView.deleting("security-groups"))),
                make.making(
                        Kinds.RULE,
                        "security group rule create",
                        new Showing(
                                SecurityVerbs::createRule,
                                (id, line, world) ->
                                        sheet(world.table(NeutronTables.RULES).get(id)),
                                LookupView.both())),
                make.verb("security group rule list", SecurityVerbs::listRules),
                make.verb(
                        "security group rule delete",
                        new Deleting(
                                "rule",
                                "rule",
                                SecurityVerbs::findRule,
                                (ids, _) -> new DeleteNetworkObjects(Kinds.RULE, ids),
                                LookupView.deleting("security-group-rules"))));
    }

    private static Found<String> findRule(String wanted, Line line, World world) {
        var names = new Found.Names<>(Kinds.RULE, SecurityGroupRule::uuid, SecurityGroupRule::uuid);
        return Found.among(
                        NeutronView.rules(world), names, wanted, new Found.Sdk("SecurityGroupRule"))
                .map(SecurityGroupRule::uuid);
    }

    private static Deed create(Line line, Session session, World world) {
        String name = line.text("name");
        return new Deed.Ask(
                new CreateSecurityGroup(
                        line.cloud().project(),
                        name,
                        line.given("description").orElse(name),
                        !line.flag("stateless")));
    }

    private static Deed show(Line line, Session session, World world) {
        Found<SecurityGroup> found = LookupView.group(line.text("group"), line, world);
        return found.isThere()
                ? new Deed.Say(line.show(sheet(found.get(), world)))
                : found.reject(line, LookupView.EXECUTING);
    }

    private static Deed list(Line line, Session session, World world) {
        List<List<Cell>> rows = new ArrayList<>();
        for (SecurityGroup g : NeutronView.groups(world)) {
            rows.add(
                    List.of(
                            Cell.of(g.uuid()),
                            Cell.of(g.name()),
                            Cell.of(g.description()),
                            Cell.of(g.project()),
                            Cell.of(Value.many())));
        }
        List<String> columns = List.of("ID", "Name", "Description", "Project", "Tags");
        return new Deed.Say(line.list(columns, rows));
    }

    private static Deed createRule(Line line, Session session, World world) {
        Found<SecurityGroup> group = LookupView.group(line.text("group"), line, world);
        if (!group.isThere()) {
            return group.reject(line, LookupView.EXECUTING);
        }
        if (line.given("icmp_type").isPresent() || line.text("remote_ip").contains(":")) {
            return new Deed.NotModelled(
                    "openstack security group rule create with ICMP types, IPv6");
        }
        String remoteGroup = "";
        if (line.given("remote_group").isPresent()) {
            Found<SecurityGroup> remote = LookupView.group(line.text("remote_group"), line, world);
            if (!remote.isThere()) {
                return remote.reject(line, LookupView.EXECUTING);
            }
            remoteGroup = remote.get().uuid();
        }
        String protocol = line.given("protocol").or(() -> line.given("proto")).orElse("");
        String ethertype = line.given("ethertype").orElse("IPv4");
        String everywhere = ethertype.equals("IPv4") ? "0.0.0.0/0" : "::/0";
        List<Value> ports = line.args().has("dst_port") ? line.args().many("dst_port") : List.of();
        boolean ranged = ports.size() == 2;
        return new Deed.Ask(
                new CreateSecurityGroupRule(
                        line.cloud().project(),
                        group.get().uuid(),
                        line.flag("egress") ? "egress" : "ingress",
                        ethertype,
                        protocol.equals("any") ? "" : protocol,
                        ranged ? Integer.parseInt(ports.get(0).str()) : -1,
                        ranged ? Integer.parseInt(ports.get(1).str()) : -1,
                        remoteGroup.isEmpty() ? line.given("remote_ip").orElse(everywhere) : "",
                        remoteGroup,
                        line.text("description")));
    }

    private static Deed listRules(Line line, Session session, World world) {
        Optional<String> wanted = line.given("group");
        List<SecurityGroupRule> rules = NeutronView.rules(world);
        if (wanted.isPresent()) {
            Found<SecurityGroup> group = LookupView.group(wanted.get(), line, world);
            if (!group.isThere()) {
                return group.reject(line, LookupView.EXECUTING);
            }
            rules = NeutronView.rules(world, group.get().uuid());
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (SecurityGroupRule r : rules) {
            List<Cell> row =
                    new ArrayList<>(
                            List.of(
                                    Cell.of(r.uuid()),
                                    orNone(r.protocol()),
                                    Cell.of(r.ethertype()),
                                    Cell.of(range(r)),
                                    Cell.of(ports(r)),
                                    Cell.of(r.direction()),
                                    orNone(r.remoteGroup()),
                                    Cell.none()));
            if (wanted.isEmpty()) {
                row.add(Cell.of(r.group()));
            }
            rows.add(row);
        }
        List<String> columns =
                new ArrayList<>(
                        List.of(
                                "ID",
                                "IP Protocol",
                                "Ethertype",
                                "IP Range",
                                "Port Range",
                                "Direction",
                                "Remote Security Group",
                                "Remote Address Group"));
        if (wanted.isEmpty()) {
            columns.add("Security Group");
        }
        return new Deed.Say(line.list(columns, rows));
    }

    private static String range(SecurityGroupRule r) {
        String everywhere = r.ethertype().equals("IPv4") ? "0.0.0.0/0" : "::/0";
        return r.remotePrefix().isEmpty() ? everywhere : r.remotePrefix();
    }

    private static String ports(SecurityGroupRule r) {
        return r.portMin() < 0 ? "" : r.portMin() + ":" + r.portMax();
    }

    private static Cell orNone(String text) {
        return text.isEmpty() ? Cell.none() : Cell.of(text);
    }

    private static Cell port(int number) {
        return number < 0 ? Cell.none() : Cell.of(number);
    }

    private static Sheet sheet(SecurityGroup g, World world) {
        String created = Stamp.zulu(g.createdNs());
        List<Value.Fields> rules =
                NeutronView.rules(world, g.uuid()).stream().map(SecurityVerbs::fields).toList();
        return new Sheet()
                .text("created_at", created)
                .text("description", g.description())
                .text("id", g.uuid())
                .text("name", g.name())
                .text("project_id", g.project())
                .number("revision_number", 1)
                .cell("rules", Cell.listOfDicts(rules))
                .flag("stateful", g.stateful())
                .bareList("tags")
                .text("updated_at", created);
    }

    /** The fields that the client leaves in a group's table: those that say something. */
    private static Value.Fields fields(SecurityGroupRule r) {
        String created = Stamp.zulu(r.createdNs());
        Value.Fields fields =
                Value.fields()
                        .with("id", Value.text(r.uuid()))
                        .with("ethertype", Value.text(r.ethertype()))
                        .with("direction", Value.text(r.direction()));
        fields =
                r.protocol().isEmpty() ? fields : fields.with("protocol", Value.text(r.protocol()));
        if (r.portMin() >= 0) {
            fields =
                    fields.with("port_range_min", Value.text(Integer.toString(r.portMin())))
                            .with("port_range_max", Value.text(Integer.toString(r.portMax())));
        }
        if (!r.remotePrefix().isEmpty()) {
            fields =
                    fields.with("remote_ip_prefix", Value.text(r.remotePrefix()))
                            .with("normalized_cidr", Value.text(r.remotePrefix()));
        }
        if (!r.remoteGroup().isEmpty()) {
            fields = fields.with("remote_group_id", Value.text(r.remoteGroup()));
        }
        return fields.with("standard_attr_id", Value.text(Integer.toString(r.id())))
                .with("created_at", Value.text(created))
                .with("updated_at", Value.text(created));
    }

    private static Sheet sheet(SecurityGroupRule r) {
        String created = Stamp.zulu(r.createdNs());
        return new Sheet()
                .text("created_at", created)
                .text("description", r.description())
                .text("direction", r.direction())
                .text("ether_type", r.ethertype())
                .text("id", r.uuid())
                .none("name")
                .cell("port_range_max", port(r.portMax()))
                .cell("port_range_min", port(r.portMin()))
                .text("project_id", r.project())
                .cell("protocol", orNone(r.protocol()))
                .none("remote_address_group_id")
                .cell("remote_group_id", orNone(r.remoteGroup()))
                .cell("remote_ip_prefix", orNone(r.remotePrefix()))
                .number("revision_number", 0)
                .text("security_group_id", r.group())
                .bareList("tags")
                .text("updated_at", created);
    }
}
