package org.maquete.nova;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.juju.JujuView;
import org.maquete.juju.Unit;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.keystone.client.Call;
import org.maquete.keystone.client.Found;
import org.maquete.keystone.client.Line;
import org.maquete.keystone.client.OpenstackVerb;
import org.maquete.keystone.client.Sheet;
import org.maquete.keystone.client.Stamp;
import org.maquete.placement.PlacementView;
import org.maquete.placement.ResourceProvider;
import org.maquete.tool.Deed;
import org.maquete.tool.Rejected;
import org.maquete.tool.Session;
import org.maquete.tool.argparse.Value;
import org.maquete.tool.cliff.Cell;
import org.maquete.world.World;

/** The commands about services, hypervisors and migrations. */
final class ComputeVerbs {

    private ComputeVerbs() {}

    static List<OpenstackVerb> all(OpenstackVerb.Maker make) {
        return List.of(
                make.verb("compute service list", ComputeVerbs::services),
                make.verb("compute service set", new Setting()),
                make.verb("hypervisor list", ComputeVerbs::hypervisors),
                make.verb("hypervisor show", ComputeVerbs::hypervisor),
                make.verb("hypervisor stats show", ComputeVerbs::stats),
                make.verb("server migration list", ComputeVerbs::migrations));
    }

    // ---- services

    record Service(String binary, String host) {

        /** Its availability zone: controllers have one of their own. */
        String zone(World world) {
            return binary.equals(ComputeService.COMPUTE) ? Zones.of(world, host) : Zones.INTERNAL;
        }

        boolean isDisabled(World world) {
            return ComputeService.known(world, binary, host)
                    .map(NovaService::disabled)
                    .orElse(false);
        }
    }

    /** The services in the order in which they have been started: controllers, then computes. */
    static List<Service> all(World world) {
        List<Service> all = new ArrayList<>();
        for (Unit unit : JujuView.unitsOfCharm(world, "nova-cloud-controller")) {
            String host = JujuView.hostOf(world, unit);
            if (unit.isInstalled()) {
                all.add(new Service(ComputeService.CONDUCTOR, host));
                all.add(new Service(ComputeService.SCHEDULER, host));
            }
        }
        for (ResourceProvider each : PlacementView.providers(world)) {
            all.add(new Service(ComputeService.COMPUTE, each.name()));
        }
        return all;
    }

    private static Deed services(Line line, Session session, World world) {
        boolean isLong = line.flag("long");
        long nowNs = session.nowNs();
        List<List<Cell>> rows = new ArrayList<>();
        int number = 0;
        for (Service each : all(world)) {
            number++;
            boolean wanted =
                    line.given("host").map(each.host()::equals).orElse(true)
                            && line.given("service").map(each.binary()::equals).orElse(true);
            if (!wanted) {
                continue;
            }
            Optional<NovaService> known = ComputeService.known(world, each.binary(), each.host());
            boolean disabled = known.map(NovaService::disabled).orElse(false);
            boolean up = ComputeService.isUp(world, each.binary(), each.host(), nowNs);
            long seenNs = ComputeService.lastReportNs(world, each.binary(), each.host(), nowNs);
            List<Cell> row = new ArrayList<>();
            row.add(Cell.of(number));
            row.add(Cell.of(each.binary()));
            row.add(Cell.of(each.host()));
            row.add(Cell.of(each.zone(world)));
            row.add(Cell.of(disabled ? "disabled" : "enabled"));
            row.add(Cell.of(up ? "up" : "down"));
            row.add(Cell.of(Stamp.micros(seenNs)));
            if (isLong) {
                String reason = known.map(NovaService::reason).orElse("");
                row.add(reason.isEmpty() ? Cell.none() : Cell.of(reason));
            }
            rows.add(row);
        }
        List<String> columns =
                new ArrayList<>(
                        List.of("ID", "Binary", "Host", "Zone", "Status", "State", "Updated At"));
        if (isLong) {
            columns.add("Disabled Reason");
        }
        return new Deed.Say(line.list(columns, rows));
    }

    /** {@code compute service set}, with the microversion that the client speaks by itself: 2.1. */
    private record Setting() implements Call {

        @Override
        public Deed take(Line line, Session session, World world) {
            boolean enable = line.flag("enable");
            boolean disable = line.flag("disable");
            if ((enable || !disable) && line.given("disable_reason").isPresent()) {
                return rejected(
                        line,
                        "Cannot specify option --disable-reason without --disable specified.");
            }
            if (line.flag("up") || line.flag("down")) {
                return rejected(line, "--os-compute-api-version 2.11 or later is required");
            }
            if (!enable && !disable) {
                return new Deed.Say(new Answer("", line.warning(), 0));
            }
            return new Deed.Ask(
                    new SetService(
                            line.text("service"),
                            line.text("host"),
                            enable ? "enable" : "disable",
                            line.text("disable_reason"),
                            ""));
        }

        @Override
        public Answer refused(Refusal refusal, Line line, World world) {
            String status = line.flag("enable") ? "enabled" : "disabled";
            String text =
                    "Failed to set service status to "
                            + status
                            + "\nCompute service "
                            + line.text("service")
                            + " of host "
                            + line.text("host")
                            + " failed to set.";
            return Answer.failed(1, line.warning() + text);
        }

        private static Deed rejected(Line line, String text) {
            Refusal why = new Refusal("client", "", text, Ref.NONE);
            return new Deed.Reject(new Rejected(why, Answer.failed(1, line.warning() + text)));
        }
    }

    // ---- hypervisors

    private static String state(World world, String host, long nowNs) {
        return ComputeService.isUp(world, host, nowNs) ? "up" : "down";
    }

    private static Deed hypervisors(Line line, Session session, World world) {
        boolean isLong = line.flag("long");
        List<List<Cell>> rows = new ArrayList<>();
        int number = 1;
        for (ResourceProvider p : PlacementView.providers(world)) {
            List<Cell> row = new ArrayList<>();
            row.add(Cell.of(number++));
            row.add(Cell.of(p.name()));
            row.add(Cell.of("QEMU"));
            row.add(Cell.of(ServerVerbs.hostAddress(world, p.name())));
            row.add(Cell.of(state(world, p.name(), session.nowNs())));
            if (isLong) {
                row.add(Cell.of(p.vcpusUsed()));
                row.add(Cell.of(p.vcpus()));
                row.add(Cell.of(p.ramMibUsed() + p.ratios().reservedRamMib()));
                row.add(Cell.of(p.ramMib()));
            }
            boolean matches = line.given("matching").map(p.name()::contains).orElse(true);
            if (matches) {
                rows.add(row);
            }
        }
        List<String> columns =
                new ArrayList<>(
                        List.of(
                                "ID",
                                "Hypervisor Hostname",
                                "Hypervisor Type",
                                "Host IP",
                                "State"));
        if (isLong) {
            columns.addAll(List.of("vCPUs Used", "vCPUs", "Memory MB Used", "Memory MB"));
        }
        return new Deed.Say(line.list(columns, rows));
    }

    private static int serversOn(World world, String host) {
        return world.table(NovaView.SERVERS).where(s -> s.host().equals(host)).size();
    }

    private static Deed hypervisor(Line line, Session session, World world) {
        var names =
                new Found.Names<ResourceProvider>(
                        "hypervisor", ResourceProvider::name, ResourceProvider::name);
        List<ResourceProvider> all = PlacementView.providers(world);
        Found<ResourceProvider> found =
                Found.among(all, names, line.text("hypervisor"), new Found.OscLib("hypervisor"));
        if (!found.isThere()) {
            return found.reject(line);
        }
        ResourceProvider p = found.get();
        long number = all.indexOf(p) + 1L;
        int ramUsed = p.ramMibUsed() + p.ratios().reservedRamMib();
        Optional<NovaService> known = ComputeService.known(world, ComputeService.COMPUTE, p.name());
        boolean disabled = known.map(NovaService::disabled).orElse(false);
        Sheet sheet =
                new Sheet()
                        .cell("aggregates", aggregates(world, p.name()))
                        .cell("cpu_info", Cell.dict(Value.fields()))
                        .number("current_workload", 0)
                        .number("disk_available_least", p.diskGib() - p.diskGibUsed())
                        .number("free_disk_gb", p.diskGib() - p.diskGibUsed())
                        .number("free_ram_mb", p.ramMib() - ramUsed)
                        .text("host_ip", ServerVerbs.hostAddress(world, p.name()))
                        .text("hypervisor_hostname", p.name())
                        .text("hypervisor_type", "QEMU")
                        .number("hypervisor_version", ComputeHosts.HYPERVISOR)
                        .number("id", number)
                        .number("local_gb", p.diskGib())
                        .number("local_gb_used", p.diskGibUsed())
                        .number("memory_mb", p.ramMib())
                        .number("memory_mb_used", ramUsed)
                        .number("running_vms", serversOn(world, p.name()))
                        .text("service_host", p.name())
                        .number("service_id", serviceNumber(world, p.name()))
                        .text("state", state(world, p.name(), session.nowNs()))
                        .text("status", disabled ? "disabled" : "enabled")
                        .number("vcpus", p.vcpus())
                        .number("vcpus_used", p.vcpusUsed());
        return new Deed.Say(line.show(sheet));
    }

    /** The names of a host's aggregates, as Python prints a list. */
    private static Cell aggregates(World world, String host) {
        List<Value> names = new ArrayList<>();
        Zones.aggregatesOf(world, host).forEach(a -> names.add(Value.text(a.name())));
        return Cell.of(new Value.Many(names));
    }

    private static int serviceNumber(World world, String host) {
        return all(world).indexOf(new Service(ComputeService.COMPUTE, host)) + 1;
    }

    private static Deed stats(Line line, Session session, World world) {
        long count = 0;
        long disk = 0;
        long diskUsed = 0;
        long ram = 0;
        long ramUsed = 0;
        long vcpus = 0;
        long vcpusUsed = 0;
        long servers = 0;
        for (ResourceProvider p : PlacementView.providers(world)) {
            boolean disabled =
                    ComputeService.known(world, ComputeService.COMPUTE, p.name())
                            .map(NovaService::disabled)
                            .orElse(false);
            if (disabled) {
                continue; // nova yoga, db/main/api.py, compute_node_statistics
            }
            count++;
            disk += p.diskGib();
            diskUsed += p.diskGibUsed();
            ram += p.ramMib();
            ramUsed += p.ramMibUsed() + p.ratios().reservedRamMib();
            vcpus += p.vcpus();
            vcpusUsed += p.vcpusUsed();
            servers += serversOn(world, p.name());
        }
        return new Deed.Say(
                line.show(
                        new Sheet()
                                .number("count", count)
                                .number("current_workload", 0)
                                .number("disk_available_least", disk - diskUsed)
                                .number("free_disk_gb", disk - diskUsed)
                                .number("free_ram_mb", ram - ramUsed)
                                .number("local_gb", disk)
                                .number("local_gb_used", diskUsed)
                                .number("memory_mb", ram)
                                .number("memory_mb_used", ramUsed)
                                .number("running_vms", servers)
                                .number("vcpus", vcpus)
                                .number("vcpus_used", vcpusUsed)));
    }

    // ---- migrations

    private static Deed migrations(Line line, Session session, World world) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Migration m : world.table(NovaView.MIGRATIONS).stream().toList().reversed()) {
            boolean host =
                    line.given("host")
                            .map(h -> h.equals(m.source()) || h.equals(m.dest()))
                            .orElse(true);
            boolean status = line.given("status").map(m.status()::equals).orElse(true);
            if (!host || !status) {
                continue;
            }
            rows.add(
                    List.of(
                            Cell.of(m.source()),
                            Cell.of(m.dest()),
                            Cell.of(m.source()),
                            Cell.of(m.dest()),
                            Cell.of(ServerVerbs.hostAddress(world, m.dest())),
                            Cell.of(m.status()),
                            Cell.of(m.server()),
                            Cell.of(flavorNumber(world, m.oldFlavor())),
                            Cell.of(flavorNumber(world, m.newFlavor())),
                            Cell.of(Stamp.micros(m.createdNs())),
                            Cell.of(Stamp.micros(m.updatedNs()))));
        }
        return new Deed.Say(
                line.list(
                        List.of(
                                "Source Node",
                                "Dest Node",
                                "Source Compute",
                                "Dest Compute",
                                "Dest Host",
                                "Status",
                                "Server UUID",
                                "Old Flavor",
                                "New Flavor",
                                "Created At",
                                "Updated At"),
                        rows));
    }

    /** The number of a flavor's row in Nova's database. */
    private static int flavorNumber(World world, String flavor) {
        return NovaView.flavor(world, flavor).map(f -> f.id() + 1).orElse(0);
    }
}
