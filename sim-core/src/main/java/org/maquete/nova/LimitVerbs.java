package org.maquete.nova;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.maquete.cinder.CinderView;
import org.maquete.kernel.Answer;
import org.maquete.keystone.KeystoneView;
import org.maquete.keystone.Project;
import org.maquete.keystone.client.Found;
import org.maquete.keystone.client.Line;
import org.maquete.keystone.client.OpenstackVerb;
import org.maquete.keystone.client.QuotaUsage;
import org.maquete.keystone.client.Sheet;
import org.maquete.neutron.NeutronView;
import org.maquete.tool.Deed;
import org.maquete.tool.Session;
import org.maquete.tool.argparse.Value;
import org.maquete.tool.cliff.Cell;
import org.maquete.world.World;

/**
 * {@code limits show}, {@code quota show} and {@code quota list}: they ask Nova, Cinder and
 * Neutron, and do without those that the catalogue does not have. Names and their order as the
 * services answer microversion 2.1 and the client prints.
 */
final class LimitVerbs {

    private LimitVerbs() {}

    static List<OpenstackVerb> all(OpenstackVerb.Maker make) {
        OpenstackVerb.Maker all = make.asking("compute?", "volumev3?", "network?");
        return List.of(
                make.asking("compute?", "volumev3?").verb("limits show", LimitVerbs::limits),
                all.verb("quota show", LimitVerbs::quota),
                all.verb("quota list", LimitVerbs::quotas));
    }

    private static boolean has(Line line, String service) {
        return line.cloud().endpoint(service).isPresent();
    }

    private static Found<Project> project(Line line, World world) {
        Optional<String> domain =
                line.given("domain")
                        .map(w -> KeystoneView.domain(world, w).map(d -> d.uuid()).orElse(w));
        return KeystoneView.findProject(
                world, line.given("project").orElse(line.cloud().project()), domain);
    }

    // ---- limits

    private static Deed limits(Line line, Session session, World world) {
        Found<Project> project = project(line, world);
        if (!project.isThere()) {
            return project.reject(line);
        }
        if (line.flag("is_rate")) {
            List<String> columns =
                    List.of("Verb", "URI", "Value", "Remain", "Unit", "Next Available");
            return new Deed.Say(line.list(columns, List.of()));
        }
        List<List<Cell>> rows = new ArrayList<>();
        if (has(line, "compute")) {
            compute(NovaView.quotas(world, project.get().uuid()), rows);
        }
        if (has(line, "volumev3")) {
            // the client asks Cinder for the limits of the project it is logged in to
            volume(CinderView.quotas(world, line.cloud().project()), rows);
        }
        return new Deed.Say(line.list(List.of("Name", "Value"), rows));
    }

    /** nova yoga, api/openstack/compute/views/limits.py. */
    private static void compute(List<QuotaUsage> quotas, List<List<Cell>> rows) {
        for (QuotaUsage each : quotas) {
            for (String name : limits(each.resource())) {
                row(name, each.limit(), rows);
            }
        }
        row("totalRAMUsed", find(quotas, "ram").inUse(), rows);
        row("totalCoresUsed", find(quotas, "cores").inUse(), rows);
        row("totalInstancesUsed", find(quotas, "instances").inUse(), rows);
        row("totalFloatingIpsUsed", 0, rows);
        row("totalSecurityGroupsUsed", 0, rows);
        row("totalServerGroupsUsed", find(quotas, "server_groups").inUse(), rows);
    }

    private static List<String> limits(String resource) {
        return switch (resource) {
            case "instances" -> List.of("maxTotalInstances");
            case "cores" -> List.of("maxTotalCores");
            case "ram" -> List.of("maxTotalRAMSize");
            case "metadata_items" -> List.of("maxServerMeta", "maxImageMeta");
            case "injected_files" -> List.of("maxPersonality");
            case "injected_file_content_bytes" -> List.of("maxPersonalitySize");
            case "key_pairs" -> List.of("maxTotalKeypairs");
            case "server_groups" -> List.of("maxServerGroups");
            case "server_group_members" -> List.of("maxServerGroupMembers");
            case "floating_ips" -> List.of("maxTotalFloatingIps");
            case "security_groups" -> List.of("maxSecurityGroups");
            case "security_group_rules" -> List.of("maxSecurityGroupRules");
            default -> List.of();
        };
    }

    /** cinder yoga, api/views/limits.py and api/contrib/used_limits.py. */
    private static void volume(List<QuotaUsage> quotas, List<List<Cell>> rows) {
        row("maxTotalVolumes", find(quotas, "volumes").limit(), rows);
        row("maxTotalSnapshots", find(quotas, "snapshots").limit(), rows);
        row("maxTotalVolumeGigabytes", find(quotas, "gigabytes").limit(), rows);
        row("maxTotalBackups", find(quotas, "backups").limit(), rows);
        row("maxTotalBackupGigabytes", find(quotas, "backup_gigabytes").limit(), rows);
        row("totalVolumesUsed", find(quotas, "volumes").inUse(), rows);
        row("totalGigabytesUsed", find(quotas, "gigabytes").inUse(), rows);
        row("totalSnapshotsUsed", find(quotas, "snapshots").inUse(), rows);
        row("totalBackupsUsed", find(quotas, "backups").inUse(), rows);
        row("totalBackupGigabytesUsed", find(quotas, "backup_gigabytes").inUse(), rows);
    }

    private static void row(String name, long value, List<List<Cell>> rows) {
        rows.add(List.of(Cell.of(name), Cell.of(value)));
    }

    private static QuotaUsage find(List<QuotaUsage> quotas, String resource) {
        for (QuotaUsage each : quotas) {
            if (each.resource().equals(resource)) {
                return each;
            }
        }
        throw new IllegalStateException("expected a quota of " + resource + ", found " + quotas);
    }

    // ---- quotas

    private static Deed quota(Line line, Session session, World world) {
        if (line.flag("quota_class")) {
            return new Deed.NotModelled("openstack quota show --class");
        }
        Found<Project> project = project(line, world);
        if (!project.isThere()) {
            return project.reject(line);
        }
        String uuid = project.get().uuid();
        TreeMap<String, Cell> fields = new TreeMap<>();
        if (has(line, "compute")) {
            put(NovaView.quotas(world, uuid), fields);
        }
        if (has(line, "volumev3")) {
            put(CinderView.quotas(world, uuid), fields);
        }
        if (has(line, "network")) {
            put(NeutronView.quotas(world, uuid), fields);
            fields.put("location", location(line, session));
        }
        fields.put("project", Cell.of(uuid));
        fields.put("project_name", Cell.of(project.get().name()));
        Sheet sheet = new Sheet();
        fields.forEach(sheet::cell);
        return new Deed.Say(line.show(sheet));
    }

    private static void put(List<QuotaUsage> quotas, TreeMap<String, Cell> fields) {
        for (QuotaUsage each : quotas) {
            fields.put(shown(each.resource()), Cell.of(each.limit()));
        }
    }

    /** The client's own names, common/quota.py: what it does not map stays as it is. */
    private static String shown(String resource) {
        return switch (resource) {
            case "injected_file_content_bytes" -> "injected-file-size";
            case "injected_file_path_bytes" -> "injected-path-size";
            case "metadata_items" -> "properties";
            case "security_groups" -> "secgroups";
            case "security_group_rules" -> "secgroup-rules";
            case "backup_gigabytes",
                    "fixed_ips",
                    "floating_ips",
                    "injected_files",
                    "key_pairs",
                    "per_volume_gigabytes",
                    "server_group_members",
                    "server_groups" ->
                    resource.replace('_', '-');
            default -> resource;
        };
    }

    /** Where openstacksdk has the network quotas from. */
    private static Cell location(Line line, Session session) {
        String name = line.cloud().projectName();
        String domain = session.variable("OS_PROJECT_DOMAIN_NAME");
        String region = line.cloud().region();
        Value.Fields project =
                Value.fields()
                        .with("id", Value.text(line.cloud().project()))
                        .with("name", Value.text(name))
                        .with("domain_id", Value.none())
                        .with("domain_name", domain.isEmpty() ? Value.none() : Value.text(domain));
        Value.Fields all =
                Value.fields()
                        .with("cloud", Value.text(""))
                        .with("region_name", Value.text(region))
                        .with("zone", Value.none())
                        .with("project", project);
        String human =
                "Munch({'cloud': '', 'region_name': '"
                        + region
                        + "', 'zone': None, 'project': Munch({'id': '"
                        + line.cloud().project()
                        + "', 'name': '"
                        + name
                        + "', 'domain_id': None, 'domain_name': "
                        + (domain.isEmpty() ? "None" : "'" + domain + "'")
                        + "})})";
        return new Cell.Formatted(all, human);
    }

    /** Nobody can set quotas here, so no project has others than the default ones. */
    private static Deed quotas(Line line, Session session, World world) {
        Found<Project> project = project(line, world);
        if (!project.isThere()) {
            return project.reject(line);
        }
        if (line.flag("detail") && line.flag("compute")) {
            List<QuotaUsage> all = new ArrayList<>(NovaView.quotas(world, project.get().uuid()));
            all.sort((a, b) -> a.resource().compareTo(b.resource()));
            return details(line, all);
        }
        if (line.flag("detail") && line.flag("volume")) {
            Answer none = line.list(columns(line), List.of());
            String text = "Volume service doesn't provide detailed quota information\n";
            return new Deed.Say(new Answer(none.stdout(), text + none.stderr(), none.exit()));
        }
        if (line.flag("detail") && line.flag("network")) {
            return details(line, NeutronView.quotas(world, project.get().uuid()));
        }
        return new Deed.Say(line.list(columns(line), List.of()));
    }

    private static List<String> columns(Line line) {
        if (line.flag("compute")) {
            return List.of(
                    "Project ID",
                    "Cores",
                    "Fixed IPs",
                    "Injected Files",
                    "Injected File Content Bytes",
                    "Injected File Path Bytes",
                    "Instances",
                    "Key Pairs",
                    "Metadata Items",
                    "Ram",
                    "Server Groups",
                    "Server Group Members");
        }
        if (line.flag("volume")) {
            return List.of(
                    "Project ID",
                    "Backups",
                    "Backup Gigabytes",
                    "Gigabytes",
                    "Per Volume Gigabytes",
                    "Snapshots",
                    "Volumes");
        }
        return List.of(
                "Project ID",
                "Floating IPs",
                "Networks",
                "Ports",
                "RBAC Policies",
                "Routers",
                "Security Groups",
                "Security Group Rules",
                "Subnets",
                "Subnet Pools");
    }

    private static Deed details(Line line, List<QuotaUsage> quotas) {
        List<List<Cell>> rows = new ArrayList<>();
        for (QuotaUsage each : quotas) {
            rows.add(
                    List.of(
                            Cell.of(each.resource()),
                            Cell.of(each.inUse()),
                            Cell.of(0),
                            Cell.of(each.limit())));
        }
        return new Deed.Say(line.list(List.of("Resource", "In Use", "Reserved", "Limit"), rows));
    }
}
