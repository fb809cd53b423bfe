package org.maquete.nova;

import java.util.List;
import org.maquete.ceph.PoolServed;
import org.maquete.hardware.Disk;
import org.maquete.hardware.DiskRole;
import org.maquete.hardware.HardwareView;
import org.maquete.host.Host;
import org.maquete.host.HostBooted;
import org.maquete.host.HostDied;
import org.maquete.host.HostKind;
import org.maquete.host.HostState;
import org.maquete.host.HostView;
import org.maquete.host.NetworkLost;
import org.maquete.host.NetworkReturned;
import org.maquete.host.Service;
import org.maquete.host.ServiceDied;
import org.maquete.host.ServiceStarted;
import org.maquete.juju.Application;
import org.maquete.juju.Hook;
import org.maquete.juju.JujuTables;
import org.maquete.juju.Machine;
import org.maquete.juju.Relation;
import org.maquete.juju.RelationUnit;
import org.maquete.juju.RelationValue;
import org.maquete.juju.Setting;
import org.maquete.juju.StatusInfo;
import org.maquete.juju.Unit;
import org.maquete.juju.WorkloadStatusSet;
import org.maquete.kernel.Command;
import org.maquete.kernel.EventId;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Registry;
import org.maquete.kernel.Subsystem;
import org.maquete.ovn.OvnView;
import org.maquete.vault.VaultView;
import org.maquete.world.Edits;
import org.maquete.world.Ints;
import org.maquete.world.Sink;
import org.maquete.world.TableKey;
import org.maquete.world.World;

/** Stands for everything below Keystone: rows put there by hand. */
final class CloudBelow implements Subsystem {

    private static final String MODEL = "c:openstack";
    static final String CA = "-----BEGIN CERTIFICATE-----\nMIIDazCC\n-----END CERTIFICATE-----";

    private static final List<String> CHARMS =
            List.of(
                    "keystone",
                    "neutron-api",
                    "nova-cloud-controller",
                    "glance",
                    "placement",
                    "vault",
                    "nova-compute");

    @Override
    public String name() {
        return "below";
    }

    @Override
    public void declare(Registry registry) {
        registry.fact(HostBooted.class, (f, at, edits) -> state(f.name(), HostState.UP, edits));
        registry.fact(HostDied.class, (f, at, edits) -> state(f.name(), HostState.DOWN, edits));
        registry.fact(PoolServed.class, (_, _, _) -> {});
        registry.fact(NetworkLost.class, (_, _, _) -> {});
        registry.fact(NetworkReturned.class, (_, _, _) -> {});
        registry.fact(
                ServiceDied.class, (f, at, edits) -> service(f.host(), f.service(), false, edits));
        registry.fact(
                ServiceStarted.class,
                (f, at, edits) -> service(f.host(), f.service(), true, edits));
        registry.command(Turn.class, CloudBelow::turn);
        registry.tables(
                HostView.HOSTS,
                HostView.SERVICES,
                HostView.FAULTS,
                HardwareView.MACHINES,
                HardwareView.DISKS,
                HardwareView.NICS,
                OvnView.CLUSTERS,
                JujuTables.MACHINES,
                JujuTables.APPLICATIONS,
                JujuTables.UNITS,
                JujuTables.RELATIONS,
                JujuTables.RELATION_UNITS,
                JujuTables.RELATION_VALUES,
                JujuTables.CHARMS,
                VaultView.SERVERS,
                VaultView.CERTIFICATES);
        registry.command(
                Seed.class,
                (c, world, out) -> {
                    out.fact(new Seeded(c.flat(), c.workload(), c.hostUp(), c.computes()));
                    out.fact(
                            new WorkloadStatusSet(
                                    MODEL, "keystone/0", "active", "Unit is ready", List.of()));
                });
        registry.fact(Seeded.class, CloudBelow::seeded);
        registry.fact(WorkloadStatusSet.class, (f, at, edits) -> {});
    }

    private static void turn(Turn turn, World world, Outcome out) {
        if (turn.service().isEmpty()) {
            out.fact(
                    turn.on()
                            ? new HostBooted(turn.host())
                            : new HostDied(turn.host(), "power lost"));
        } else {
            out.fact(
                    turn.on()
                            ? new ServiceStarted(turn.host(), turn.service())
                            : new ServiceDied(turn.host(), turn.service()));
        }
    }

    private static void state(String host, HostState state, Edits edits) {
        edits.change(
                HostView.HOSTS,
                host,
                h -> new Host(h.id(), host, HostKind.NUC, "", state, 1, 0, EventId.NONE));
    }

    private static void service(String host, String name, boolean runs, Edits edits) {
        if (!edits.world().table(HostView.SERVICES).has(host + " " + name)) {
            edits.insert(
                    HostView.SERVICES,
                    new Service(
                            next(HostView.SERVICES, edits),
                            host,
                            name,
                            runs,
                            0,
                            0,
                            0,
                            EventId.NONE));
            return;
        }
        edits.change(
                HostView.SERVICES,
                host + " " + name,
                s -> new Service(s.id(), host, name, runs, 0, 0, 0, EventId.NONE));
    }

    private static void seeded(Seeded fact, long timeNs, Edits edits) {
        for (int i = 0; i < CHARMS.size(); i++) {
            application(CHARMS.get(i), fact, edits);
            int units = CHARMS.get(i).equals("nova-compute") ? fact.computes() : 1;
            for (int n = 0; n < units; n++) {
                unit(CHARMS.get(i), n, i, fact, edits);
            }
        }
        int number = 0;
        for (String charm : CHARMS.subList(1, 5)) {
            relation(number++, "keystone:identity-service", charm + ":identity-service", edits);
            relation(number++, "vault:certificates", charm + ":certificates", edits);
        }
        relation(number, "vault:certificates", "keystone:certificates", edits);
    }

    private static void application(String name, Seeded fact, Edits edits) {
        List<Setting> settings =
                switch (name) {
                    case "neutron-api" ->
                            List.of(new Setting("flat-network-providers", fact.flat()));
                    case "nova-compute" ->
                            List.of(
                                    new Setting("enable-live-migration", "true"),
                                    new Setting("enable-resize", "true"));
                    default -> List.of();
                };
        edits.insert(
                JujuTables.APPLICATIONS,
                new Application(
                        next(JujuTables.APPLICATIONS, edits),
                        MODEL,
                        name,
                        name,
                        "yoga/stable",
                        1,
                        "ubuntu@22.04",
                        false,
                        false,
                        "",
                        settings,
                        StatusInfo.NONE,
                        "",
                        false,
                        1));
    }

    private static void unit(String charm, int n, int index, Seeded fact, Edits edits) {
        String host = charm + "-" + n;
        String machine = index + "" + n;
        boolean keystone = charm.equals("keystone");
        String address = "172.16.0." + (10 + index + n);
        StatusInfo idle = new StatusInfo("idle", "", 0);
        String workload = keystone ? fact.workload() : "active";
        List<Hook> hooks = List.of();
        edits.insert(
                JujuTables.UNITS,
                new Unit(
                        next(JujuTables.UNITS, edits),
                        MODEL,
                        charm + "/" + n,
                        charm,
                        machine,
                        "",
                        idle,
                        new StatusInfo(workload, "", 0),
                        n == 0,
                        address,
                        List.of(),
                        List.of(),
                        5,
                        hooks,
                        EventId.NONE,
                        EventId.NONE));
        machine(machine, host, address, edits);
        HostState state = keystone && !fact.hostUp() ? HostState.DOWN : HostState.UP;
        host(host, state, edits);
        if (charm.equals("nova-compute")) {
            hardware(host, edits);
        }
    }

    private static void machine(String machine, String host, String address, Edits edits) {
        StatusInfo idle = new StatusInfo("idle", "", 0);
        edits.insert(
                JujuTables.MACHINES,
                new Machine(
                        next(JujuTables.MACHINES, edits),
                        MODEL,
                        machine,
                        "ubuntu@22.04",
                        idle,
                        idle,
                        host,
                        host,
                        List.of(address),
                        "",
                        "",
                        "",
                        0));
    }

    private static void host(String host, HostState state, Edits edits) {
        edits.insert(
                HostView.HOSTS,
                new Host(
                        next(HostView.HOSTS, edits),
                        host,
                        HostKind.NUC,
                        "",
                        state,
                        1,
                        0,
                        EventId.NONE));
    }

    private static void hardware(String host, Edits edits) {
        edits.insert(
                HardwareView.MACHINES,
                new org.maquete.hardware.Machine(
                        next(HardwareView.MACHINES, edits), host, 4, 16384, "", true, true, false));
        edits.insert(
                HardwareView.DISKS,
                new Disk(next(HardwareView.DISKS, edits), host, "sda", 238, DiskRole.BOOT, false));
    }

    private static void relation(int number, String provider, String requirer, Edits edits) {
        boolean tls = provider.startsWith("vault:");
        String name = requirer.substring(0, requirer.indexOf(':')) + "/0";
        Unit unit = edits.world().table(JujuTables.UNITS).get(MODEL, name);
        Relation relation =
                new Relation(
                        next(JujuTables.RELATIONS, edits),
                        MODEL,
                        number,
                        provider,
                        requirer,
                        tls ? "tls-certificates" : "keystone",
                        false,
                        false);
        int scope = next(JujuTables.RELATION_UNITS, edits);
        edits.insert(JujuTables.RELATION_UNITS, new RelationUnit(scope, relation, unit));
        edits.insert(JujuTables.RELATIONS, relation.withScopes(Ints.of(scope)));
        if (tls) {
            edits.insert(
                    JujuTables.RELATION_VALUES,
                    new RelationValue(
                            next(JujuTables.RELATION_VALUES, edits),
                            MODEL,
                            number,
                            "vault/0",
                            "ca",
                            CA));
        }
    }

    private static int next(TableKey<?> key, Edits edits) {
        return edits.world().table(key).nextId();
    }

    /** Asks for its rows. */
    record Seed(String flat, String workload, boolean hostUp, int computes) implements Command {
        @Override
        public Ref subject() {
            return Ref.NONE;
        }

        @Override
        public void encode(Sink sink) {
            sink.text("flat", flat)
                    .text("workload", workload)
                    .flag("hostUp", hostUp)
                    .number("computes", computes);
        }
    }

    /** Turns a host, or a service of one, off or on. */
    record Turn(String host, String service, boolean on) implements Command {
        @Override
        public Ref subject() {
            return Ref.NONE;
        }

        @Override
        public void encode(Sink sink) {
            sink.text("host", host).text("service", service).flag("on", on);
        }
    }

    private record Seeded(String flat, String workload, boolean hostUp, int computes)
            implements Fact {
        @Override
        public Ref subject() {
            return Ref.NONE;
        }

        @Override
        public void encode(Sink sink) {
            sink.text("flat", flat)
                    .text("workload", workload)
                    .flag("hostUp", hostUp)
                    .number("computes", computes);
        }
    }
}
