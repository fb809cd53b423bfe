package org.maquete.nova;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.maquete.kernel.Answer;
import org.maquete.kernel.SimTime;
import org.maquete.keystone.KeystoneView;
import org.maquete.keystone.Project;
import org.maquete.keystone.client.Found;
import org.maquete.keystone.client.Line;
import org.maquete.keystone.client.OpenstackVerb;
import org.maquete.keystone.client.Sheet;
import org.maquete.keystone.client.Stamp;
import org.maquete.tool.Deed;
import org.maquete.tool.Session;
import org.maquete.tool.argparse.Value;
import org.maquete.tool.cliff.Cell;
import org.maquete.world.World;

/**
 * {@code usage list} and {@code usage show}: what servers have used in a span of days. Servers that
 * have been deleted are forgotten here, where the real one still counts them.
 */
final class UsageVerbs {

    private static final long DAY_NS = 24 * SimTime.HOUR;
    // 28, 1: days before and after now: python-openstackclient 6.0.0, compute/v2/usage.py
    private static final int DAYS_BEFORE = 28;

    private UsageVerbs() {}

    static List<OpenstackVerb> all(OpenstackVerb.Maker make) {
        return List.of(
                make.verb("usage list", UsageVerbs::list),
                make.verb("usage show", UsageVerbs::show));
    }

    /** What the servers of a project have used, in hours. */
    private record Usage(List<Value> servers, double ramMib, double cpus, double diskGib) {

        static Usage of(World world, String project, long nowNs) {
            List<Value> servers = new ArrayList<>();
            double ramMib = 0;
            double cpus = 0;
            double diskGib = 0;
            long firstNs = nowNs - DAYS_BEFORE * DAY_NS;
            for (Server each : NovaView.servers(world).reversed()) {
                Optional<Flavor> known = NovaView.flavor(world, each.flavor());
                if (each.project().equals(project) && each.launchedNs() > 0 && known.isPresent()) {
                    Flavor flavor = known.get();
                    long fromNs = Math.max(each.launchedNs(), firstNs);
                    double hours = (nowNs - fromNs) / (3600.0 * SimTime.SECOND);
                    servers.add(row(each, flavor, hours, nowNs));
                    ramMib += hours * flavor.ramMib();
                    cpus += hours * flavor.vcpus();
                    diskGib += hours * (flavor.diskGib() + flavor.ephemeralGib());
                }
            }
            return new Usage(servers, ramMib, cpus, diskGib);
        }

        /** nova yoga, api/openstack/compute/simple_tenant_usage.py. */
        private static Value row(Server server, Flavor flavor, double hours, long nowNs) {
            return Value.fields()
                    .with("hours", new Value.Real(hours))
                    .with("flavor", Value.text(flavor.name()))
                    .with("instance_id", Value.text(server.uuid()))
                    .with("name", Value.text(server.name()))
                    .with("tenant_id", Value.text(server.project()))
                    .with("memory_mb", Value.whole(flavor.ramMib()))
                    .with("local_gb", Value.whole(flavor.diskGib() + flavor.ephemeralGib()))
                    .with("vcpus", Value.whole(flavor.vcpus()))
                    .with("started_at", Value.text(Stamp.micros(server.launchedNs())))
                    .with("ended_at", Value.none())
                    .with("state", Value.text(server.vmState()))
                    .with("uptime", Value.whole((nowNs - server.launchedNs()) / SimTime.SECOND));
        }

        Cell count() {
            return new Cell.Formatted(new Value.Many(servers), Integer.toString(servers.size()));
        }
    }

    private static Optional<Deed> otherSpan(Line line) {
        return line.given("start").isPresent() || line.given("end").isPresent()
                ? Optional.of(
                        new Deed.NotModelled("openstack " + line.command() + " --start, --end"))
                : Optional.empty();
    }

    private static Deed list(Line line, Session session, World world) {
        Optional<Deed> no = otherSpan(line);
        if (no.isPresent()) {
            return no.get();
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (Project each : KeystoneView.projects(world)) {
            Usage usage = Usage.of(world, each.uuid(), session.nowNs());
            if (!usage.servers().isEmpty()) {
                Cell name = new Cell.Formatted(Value.text(each.uuid()), each.name());
                rows.add(
                        List.of(
                                name,
                                usage.count(),
                                hours(usage.ramMib()),
                                hours(usage.cpus()),
                                hours(usage.diskGib())));
            }
        }
        List<String> columns =
                List.of("Project", "Servers", "RAM MB-Hours", "CPU Hours", "Disk GB-Hours");
        Answer shown = line.list(columns, rows);
        return new Deed.Say(rows.isEmpty() ? shown : headed(line, session, "", shown));
    }

    private static Deed show(Line line, Session session, World world) {
        Optional<Deed> no = otherSpan(line);
        if (no.isPresent()) {
            return no.get();
        }
        String wanted = line.given("project").orElse(line.cloud().project());
        Found<Project> project = KeystoneView.findProject(world, wanted, Optional.empty());
        if (!project.isThere()) {
            return project.reject(line);
        }
        String uuid = project.get().uuid();
        Usage usage = Usage.of(world, uuid, session.nowNs());
        Answer shown =
                line.show(
                        new Sheet()
                                .text("Project", uuid)
                                .cell("Servers", usage.count())
                                .cell("RAM MB-Hours", hours(usage.ramMib()))
                                .cell("CPU Hours", hours(usage.cpus()))
                                .cell("Disk GB-Hours", hours(usage.diskGib())));
        return new Deed.Say(headed(line, session, " on project " + uuid, shown));
    }

    /** A table has a line before it. */
    private static Answer headed(Line line, Session session, String of, Answer shown) {
        String format = line.text("formatter");
        if (!format.isEmpty() && !format.equals("table")) {
            return shown;
        }
        String span =
                "Usage from "
                        + Stamp.zulu(session.nowNs() - DAYS_BEFORE * DAY_NS).substring(0, 10)
                        + " to "
                        + Stamp.zulu(session.nowNs() + DAY_NS).substring(0, 10)
                        + of
                        + ": \n";
        return new Answer(span + shown.stdout(), shown.stderr(), shown.exit());
    }

    private static Cell hours(double value) {
        return new Cell.Formatted(new Value.Real(value), rounded(value));
    }

    /** Python's {@code float("%.2f" % value)}: no trailing zeros but one. */
    private static String rounded(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.endsWith("0") ? text.substring(0, text.length() - 1) : text;
    }
}
