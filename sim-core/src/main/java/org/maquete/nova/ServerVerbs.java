package org.maquete.nova;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.maquete.glance.GlanceView;
import org.maquete.glance.Image;
import org.maquete.juju.JujuView;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Draws;
import org.maquete.kernel.Refusal;
import org.maquete.keystone.client.Call;
import org.maquete.keystone.client.Found;
import org.maquete.keystone.client.HttpError;
import org.maquete.keystone.client.Line;
import org.maquete.keystone.client.OpenstackVerb;
import org.maquete.keystone.client.Sheet;
import org.maquete.keystone.client.Stamp;
import org.maquete.neutron.FloatingIp;
import org.maquete.neutron.LookupView;
import org.maquete.neutron.Network;
import org.maquete.neutron.NeutronView;
import org.maquete.neutron.Port;
import org.maquete.neutron.SecurityGroup;
import org.maquete.tool.Deed;
import org.maquete.tool.Session;
import org.maquete.tool.argparse.Value;
import org.maquete.tool.cliff.Cell;
import org.maquete.world.World;

/** The commands about servers. */
final class ServerVerbs {

    // nova yoga, api/openstack/compute/views/servers.py, _progress_statuses
    private static final List<String> PROGRESS =
            List.of("ACTIVE", "BUILD", "REBUILD", "RESIZE", "VERIFY_RESIZE", "MIGRATING");

    // python-openstackclient 6.0.0, compute/v2/server.py, IMAGE_STRING_FOR_BFV
    private static final String BOOTED_FROM_VOLUME = "N/A (booted from volume)";

    private ServerVerbs() {}

    static List<OpenstackVerb> all(OpenstackVerb.Maker make) {
        return List.of(
                make.asking("image", "compute", "network")
                        .making("server", "server create", new Creation()),
                make.verb("server show", ServerVerbs::show),
                make.verb("server list", ServerVerbs::list));
    }

    /** The networks and security groups of a new server, as they are found one by one. */
    private record Attached(List<String> networks, List<String> groups) {

        /** Why the client ends, if it does not find one. */
        Optional<Deed> lookUp(Line line, World world) {
            for (Value nic : line.args().many("nics")) {
                String wanted = netId(nic);
                if (wanted.isEmpty()) {
                    return Optional.of(
                            new Deed.NotModelled("openstack server create --nic, --port"));
                }
                Found<Network> network = LookupView.network(wanted, line, world);
                if (!network.isThere()) {
                    return Optional.of(network.reject(line));
                }
                networks.add(network.get().uuid());
            }
            for (String wanted : line.texts("security_group")) {
                Found<SecurityGroup> group = LookupView.group(wanted, line, world);
                if (!group.isThere()) {
                    return Optional.of(group.reject(line));
                }
                groups.add(group.get().uuid());
            }
            return Optional.empty();
        }

        private static String netId(Value nic) {
            boolean fits = nic instanceof Value.Fields;
            if (!fits) {
                return "";
            }
            Value id = ((Value.Fields) nic).fields().get("net-id");
            return id == null ? "" : id.str();
        }
    }

    /** {@code server create}, with the look-ups in the client's order. */
    private record Creation() implements Call {

        @Override
        public Deed take(Line line, Session session, World world) {
            Optional<String> unmodelled = unmodelled(line);
            if (unmodelled.isPresent()) {
                return new Deed.NotModelled("openstack server create " + unmodelled.get());
            }
            Optional<Found<Image>> named =
                    line.given("image").map(wanted -> GlanceView.find(world, wanted));
            if (named.isPresent() && !named.get().isThere()) {
                return named.get().reject(line);
            }
            Optional<Image> image = named.flatMap(Found::row);
            DiskOptions disks = new DiskOptions(line, world);
            Optional<Deed> end = disks.root();
            if (end.isPresent()) {
                return end.get();
            }
            Found<Flavor> flavor =
                    NovaView.findFlavor(world, line.text("flavor"), new Found.OscLib("flavor"));
            if (!flavor.isThere()) {
                return flavor.reject(line);
            }
            WhereOptions where = new WhereOptions(line);
            end = where.counts();
            if (end.isPresent()) {
                return end.get();
            }
            end = disks.further(image);
            if (end.isPresent()) {
                return end.get();
            }
            Attached attached = new Attached(new ArrayList<>(), new ArrayList<>());
            end = attached.lookUp(line, world).or(where::hosts);
            if (end.isPresent()) {
                return end.get();
            }
            return new Deed.Ask(
                    new CreateServer(
                            line.cloud().project(),
                            line.cloud().user(),
                            line.text("server_name"),
                            line.given("boot_from_volume").isPresent()
                                    ? ""
                                    : image.map(Image::uuid).orElse(""),
                            flavor.get().uuid(),
                            line.text("key_name"),
                            attached.networks(),
                            attached.groups(),
                            line.flag("wait"),
                            disks.disks(),
                            where.wish().lines(),
                            (int) line.number("min", 1),
                            (int) line.number("max", 1)));
        }

        private static Optional<String> unmodelled(Line line) {
            boolean byProperty =
                    line.args().has("image_properties")
                            && !line.args().fields("image_properties").isEmpty();
            return byProperty ? Optional.of("--image-property") : Optional.empty();
        }

        @Override
        public Answer done(Answer server, Line line, Session session, World world) {
            Server made = world.table(NovaView.SERVERS).get(server.text());
            if (!line.flag("wait")) {
                return line.show(sheet(made, line, world, true));
            }
            if (made.status().equals("ERROR")) {
                // the client ends here with its status 0: take_action raises a bare SystemExit
                return new Answer(
                        "Error creating server\n",
                        "Error creating server: " + made.name() + "\n",
                        0);
            }
            Answer shown = line.show(sheet(made, line, world, true));
            return new Answer("\n" + shown.stdout(), shown.stderr(), shown.exit());
        }
    }

    private static Deed show(Line line, Session session, World world) {
        Found<Server> found = NovaView.findServer(world, line.text("server"), line);
        return found.isThere()
                ? new Deed.Say(line.show(sheet(found.get(), line, world, false)))
                : found.reject(line);
    }

    private static Deed list(Line line, Session session, World world) {
        boolean isLong = line.flag("long");
        boolean all = line.flag("all_projects");
        List<List<Cell>> rows = new ArrayList<>();
        for (Server s : NovaView.servers(world)) {
            boolean named = line.given("name").map(s.name()::contains).orElse(true);
            boolean state = line.given("status").map(s.status()::equals).orElse(true);
            boolean hidden =
                    SoftDeletion.isHidden(s)
                            && !line.flag("deleted")
                            && line.given("status").isEmpty();
            if (hidden) {
                continue;
            }
            if ((all || s.project().equals(line.cloud().project())) && named && state) {
                rows.add(isLong ? longRow(s, world) : row(s, world));
            }
        }
        List<String> columns =
                isLong
                        ? List.of(
                                "ID",
                                "Name",
                                "Status",
                                "Task State",
                                "Power State",
                                "Networks",
                                "Image Name",
                                "Image ID",
                                "Flavor Name",
                                "Flavor ID",
                                "Availability Zone",
                                "Host",
                                "Properties")
                        : List.of("ID", "Name", "Status", "Networks", "Image", "Flavor");
        return new Deed.Say(line.list(columns, rows));
    }

    private static List<Cell> row(Server s, World world) {
        return List.of(
                Cell.of(s.uuid()),
                Cell.of(s.name()),
                Cell.of(s.status()),
                addresses(s, world),
                Cell.of(imageName(s, world)),
                Cell.of(flavorName(s, world)));
    }

    private static List<Cell> longRow(Server s, World world) {
        return List.of(
                Cell.of(s.uuid()),
                Cell.of(s.name()),
                Cell.of(s.status()),
                orNone(s.taskState()),
                power(s),
                addresses(s, world),
                Cell.of(imageName(s, world)),
                Cell.of(NovaView.bootsFromVolume(s) ? BOOTED_FROM_VOLUME : s.image()),
                Cell.of(flavorName(s, world)),
                Cell.of(s.flavor()),
                Cell.of(zone(s, world)),
                orNone(s.host()),
                Cell.dict(Value.fields()));
    }

    // ---- what a table shows

    private static String imageName(Server s, World world) {
        return NovaView.bootsFromVolume(s)
                ? BOOTED_FROM_VOLUME
                : GlanceView.image(world, s.image()).map(Image::name).orElse("");
    }

    private static String image(Server s, World world) {
        String name = imageName(s, world);
        return NovaView.bootsFromVolume(s) ? name : name + " (" + s.image() + ")";
    }

    private static String flavorName(Server s, World world) {
        return NovaView.flavor(world, s.flavor()).map(Flavor::name).orElse("");
    }

    private static Cell orNone(String text) {
        return text.isEmpty() ? Cell.none() : Cell.of(text);
    }

    /** Neutron's addresses of a server, by network: fixed ones first, then floating ones. */
    private static Cell addresses(Server s, World world) {
        Map<String, List<String>> byNetwork = new LinkedHashMap<>();
        if (!s.status().equals("BUILD")) {
            for (Port port : NeutronView.portsOf(world, s.uuid())) {
                String name =
                        NeutronView.network(world, port.network()).map(Network::name).orElse("");
                List<String> all = byNetwork.computeIfAbsent(name, _ -> new ArrayList<>());
                all.add(port.address());
                NeutronView.floatingIpsOf(world, port.uuid()).stream()
                        .map(FloatingIp::address)
                        .forEach(all::add);
            }
        }
        return Cell.dictOfLists(byNetwork);
    }

    private static Cell power(Server s) {
        // python-openstackclient 6.0.0, compute/v2/server.py, PowerStateColumn
        return switch (s.state().power()) {
            case ServerState.RUNNING -> new Cell.Formatted(Value.whole(1), "Running");
            case ServerState.PAUSED -> new Cell.Formatted(Value.whole(3), "Paused");
            case ServerState.SHUTDOWN -> new Cell.Formatted(Value.whole(4), "Shutdown");
            default -> new Cell.Formatted(Value.whole(0), "NOSTATE");
        };
    }

    /** The address of a hypervisor, as Juju knows it. */
    static String hostAddress(World world, String host) {
        return JujuView.unitsOfCharm(world, "nova-compute").stream()
                .filter(u -> JujuView.hostOf(world, u).equals(host))
                .map(u -> u.address())
                .findFirst()
                .orElse("");
    }

    static Sheet sheet(Server s, Line line, World world, boolean made) {
        Sheet sheet = new Sheet();
        where(s, sheet, world);
        states(s, sheet);
        sheet.cell("addresses", addresses(s, world));
        if (made) {
            String password = Draws.of(line.cloud().salt(), "nova", s.uuid(), "pass", 0).hex(12);
            sheet.text("adminPass", password);
        }
        sheet.blank("config_drive").text("created", Stamp.zulu(s.createdNs()));
        boolean failed = s.status().equals("ERROR");
        if (failed && !s.fault().isEmpty() && !made) {
            sheet.cell("fault", Cell.of(fault(s)));
        }
        String hostId =
                s.host().isEmpty()
                        ? ""
                        : Draws.of(0, "nova", s.project() + s.host(), "host", 0).hex(56);
        sheet.text("flavor", flavorName(s, world) + " (" + s.flavor() + ")")
                .text("hostId", hostId)
                .text("id", s.uuid())
                .text("image", image(s, world))
                .cell("key_name", orNone(s.keyName()))
                .text("name", s.name());
        if (PROGRESS.contains(s.status())) {
            sheet.number("progress", 0);
        }
        sheet.text("project_id", s.project()).cell("properties", Cell.dict(Value.fields()));
        if (!failed) {
            sheet.cell("security_groups", groups(s, world, line.flag("wait") || !made));
        }
        return sheet.text("status", s.status())
                .text("updated", Stamp.zulu(updatedNs(s)))
                .text("user_id", s.user())
                .cell("volumes_attached", volumes(s, world));
    }

    private static Cell volumes(Server s, World world) {
        List<Value.Fields> all = new ArrayList<>();
        for (Disk each : Disks.of(world, s.uuid())) {
            if (!each.volume().isEmpty()) {
                all.add(Value.fields().with("id", Value.text(each.volume())));
            }
        }
        return Cell.listOfDicts(all);
    }

    /** The zone of its host; before it has one, the zone that was asked for. */
    private static String zone(Server s, World world) {
        return s.host().isEmpty()
                ? KeptRequest.wishOf(world, s.uuid()).zone()
                : Zones.of(world, s.host());
    }

    private static void where(Server s, Sheet sheet, World world) {
        String instance =
                s.taskState().equals("scheduling")
                        ? ""
                        : String.format(Locale.ROOT, "instance-%08x", s.number());
        sheet.text("OS-DCF:diskConfig", "MANUAL")
                .text("OS-EXT-AZ:availability_zone", zone(s, world))
                .cell("OS-EXT-SRV-ATTR:host", orNone(s.host()))
                .cell("OS-EXT-SRV-ATTR:hypervisor_hostname", orNone(s.host()))
                .text("OS-EXT-SRV-ATTR:instance_name", instance);
    }

    private static void states(Server s, Sheet sheet) {
        sheet.cell("OS-EXT-STS:power_state", power(s))
                .cell("OS-EXT-STS:task_state", orNone(s.taskState()))
                .text("OS-EXT-STS:vm_state", s.vmState())
                .cell(
                        "OS-SRV-USG:launched_at",
                        s.launchedNs() == 0 ? Cell.none() : Cell.of(Stamp.micros(s.launchedNs())))
                .none("OS-SRV-USG:terminated_at")
                .blank("accessIPv4", "accessIPv6");
    }

    private static long updatedNs(Server s) {
        return Math.max(s.createdNs(), Math.max(s.launchedNs(), s.faultNs()));
    }

    private static Value fault(Server s) {
        return Value.fields()
                .with("code", Value.whole(500))
                .with("created", Value.text(Stamp.zulu(s.faultNs())))
                .with("message", Value.text(s.fault()));
    }

    /** Right after a create the client sees the ids that it sent, later the names. */
    private static Cell groups(Server s, World world, boolean names) {
        List<Value.Fields> all = new ArrayList<>();
        for (String uuid : s.groups().isEmpty() ? List.of("default") : s.groups()) {
            Optional<String> name = NeutronView.group(world, uuid).map(SecurityGroup::name);
            String text = names ? name.orElse(uuid) : uuid;
            all.add(Value.fields().with("name", Value.text(text)));
        }
        return Cell.listOfDicts(all);
    }

    /** Refusals in openstacksdk's form, for a request to Neutron. */
    static Answer refusedByNeutron(Refusal refusal, Line line, String path) {
        return Answer.failed(1, HttpError.sdk(refusal, line.cloud().url("network") + path));
    }
}
