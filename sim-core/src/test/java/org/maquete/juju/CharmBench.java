package org.maquete.juju;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;
import org.maquete.ceph.CephView;
import org.maquete.ceph.cluster.CephClusterView;
import org.maquete.hardware.HardwareView;
import org.maquete.host.HostView;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.juju.catalog.CharmMetadata;
import org.maquete.juju.catalog.Endpoint;
import org.maquete.juju.catalog.EndpointScope;
import org.maquete.juju.catalog.OptionValue;
import org.maquete.kernel.Command;
import org.maquete.kernel.Draws;
import org.maquete.kernel.EventId;
import org.maquete.kernel.Ref;
import org.maquete.mysql.MysqlView;
import org.maquete.ovn.OvnView;
import org.maquete.rabbitmq.RabbitmqView;
import org.maquete.vault.VaultView;
import org.maquete.world.Schema;
import org.maquete.world.World;

/**
 * Units, relations and what was put into them, without time, machines or a controller: every charm
 * runs in turn until nothing changes. For tests of charms and of the convention between them.
 */
@NullUnmarked // a bench of maps
public final class CharmBench {

    private static final String MODEL = "maas:openstack";
    private static final int ROUNDS_MAX = 60;

    /** What an action gave. */
    public record ActionResult(Map<String, String> results, String failure) {}

    private record App(String name, CharmMetadata charm, List<String> units) {}

    private final CharmCatalog catalog;
    private final Map<String, Charm> charms = new TreeMap<>();
    private final Map<String, App> apps = new LinkedHashMap<>();
    private final Map<String, String> principals = new TreeMap<>();
    private final Map<String, String> config = new TreeMap<>();
    private final List<Relation> relations = new ArrayList<>();
    private final Map<String, String> values = new TreeMap<>();
    private final Map<String, HookOutcome> outcomes = new TreeMap<>();
    private final Map<String, String> applicationMessages = new TreeMap<>();
    private final List<Command> commands = new ArrayList<>();
    private World world = emptyWorld();
    private long now;

    /** A bench with these charms, the catalogue for all others. */
    public CharmBench(CharmCatalog catalog, Charm... own) {
        this.catalog = catalog;
        for (Charm charm : own) {
            charms.put(charm.name(), charm);
        }
    }

    /** A world with the tables that charms read, and nothing in them. */
    public static World emptyWorld() {
        Schema schema = new Schema();
        schema.table(JujuTables.MACHINES, 0);
        schema.table(JujuTables.UNITS, 0);
        schema.table(JujuTables.APPLICATIONS, 0);
        schema.table(JujuTables.CHARMS, 0);
        schema.table(JujuTables.RELATIONS, 0);
        schema.table(HostView.HOSTS, 0);
        schema.table(HostView.SERVICES, 0);
        schema.table(MysqlView.CLUSTERS, 0);
        schema.table(MysqlView.MEMBERS, 0);
        schema.table(RabbitmqView.BROKERS, 0);
        schema.table(OvnView.CLUSTERS, 0);
        schema.table(HostView.FAULTS, 0);
        schema.table(HardwareView.DISKS, 0);
        schema.table(CephView.OSDS, 0);
        schema.table(CephClusterView.MONITORS, 0);
        schema.table(CephClusterView.POOLS, 0);
        schema.table(VaultView.SERVERS, 0);
        schema.table(VaultView.TOKENS, 0);
        schema.table(VaultView.CERTIFICATES, 0);
        return new World(schema);
    }

    /** A world in which the machines 0, 1 and 2 have the hosts node0, node1 and node2. */
    public static World machines() {
        World world = emptyWorld();
        for (int i = 0; i < 3; i++) {
            world.edits(0)
                    .insert(
                            JujuTables.MACHINES,
                            new Machine(
                                    i,
                                    MODEL,
                                    Integer.toString(i),
                                    "ubuntu@22.04",
                                    StatusInfo.NONE,
                                    StatusInfo.NONE,
                                    "",
                                    "node" + i,
                                    List.of(),
                                    "",
                                    "",
                                    "",
                                    0));
        }
        return world;
    }

    /** Uses this world and time from now on. */
    public void world(World next, long nowNs) {
        world = next;
        now = nowNs;
    }

    /** Adds an application with its peer relations; a subordinate's units come with relations. */
    public void deploy(String application, String charm, int units) {
        CharmMetadata metadata = catalog.find(charm).orElseThrow();
        charms.computeIfAbsent(charm, _ -> new CatalogCharm(metadata));
        App app = new App(application, metadata, new ArrayList<>());
        apps.put(application, app);
        for (int i = 0; i < units && !metadata.subordinate(); i++) {
            app.units().add(application + "/" + i);
        }
        for (Endpoint endpoint : metadata.endpoints()) {
            if (endpoint.role() == org.maquete.juju.catalog.EndpointRole.PEER) {
                String side = application + ":" + endpoint.name();
                int n = relations.size();
                relations.add(
                        new Relation(
                                n, MODEL, n, side, side, endpoint.interfaceName(), true, false));
            }
        }
    }

    /** Relates two endpoints, the provider first. */
    public void relate(String provider, String requirer) {
        Endpoint one = endpoint(provider);
        Endpoint other = endpoint(requirer);
        boolean container =
                one.scope() == EndpointScope.CONTAINER || other.scope() == EndpointScope.CONTAINER;
        int n = relations.size();
        relations.add(
                new Relation(
                        n, MODEL, n, provider, requirer, one.interfaceName(), false, container));
        if (container) {
            addSubordinates(apps.get(before(provider)), apps.get(before(requirer)));
            addSubordinates(apps.get(before(requirer)), apps.get(before(provider)));
        }
    }

    /** Sets an option. */
    public void config(String application, String option, String value) {
        config.put(application + " " + option, value);
    }

    /** Runs every charm in turn until nothing is said or put that was not before. */
    public void settle() {
        for (int round = 0; round < ROUNDS_MAX; round++) {
            if (!round()) {
                return;
            }
        }
        throw new AssertionError("still changing after " + ROUNDS_MAX + " rounds");
    }

    /** One hook of each unit; whether anything changed. */
    public boolean round() {
        boolean changed = false;
        for (App app : apps.values()) {
            for (String unit : app.units()) {
                changed |= hook(app, unit);
            }
        }
        return changed;
    }

    /** {@code blocked Missing relations: database}. */
    public String status(String unit) {
        HookOutcome out = outcomes.get(unit);
        return out.status() + " " + out.message();
    }

    /** What the unit's status waits for. */
    public List<Ref> waitsFor(String unit) {
        return outcomes.get(unit).waitsFor();
    }

    /** Version, then ports, as the unit reported them last. */
    public List<String> reported(String unit) {
        List<String> all = new ArrayList<>(List.of(outcomes.get(unit).version()));
        all.addAll(outcomes.get(unit).ports());
        return all;
    }

    /** The application's own status and message, or the empty text. */
    public String applicationStatus(String application) {
        return applicationMessages.getOrDefault(application, "");
    }

    /** All units in order. */
    public List<String> units() {
        return apps.values().stream().flatMap(app -> app.units().stream()).toList();
    }

    /** The commands given since the last call. */
    public List<Command> takeCommands() {
        List<Command> taken = List.copyOf(commands);
        commands.clear();
        return taken;
    }

    /** Runs an action on a unit. */
    public ActionResult action(String unit, String action, Map<String, String> parameters) {
        App app = apps.get(application(unit));
        HookOutcome out = new HookOutcome();
        Context context = new Context(app, unit);
        charms.get(app.charm().name()).action(action, parameters, context, out);
        commands.addAll(out.commands());
        apply(app, unit, out);
        return new ActionResult(out.results(), out.failure());
    }

    private boolean hook(App app, String unit) {
        HookOutcome out = new HookOutcome();
        charms.get(app.charm().name())
                .run(Hook.of(Hook.Kind.CONFIG_CHANGED), new Context(app, unit), out);
        commands.addAll(out.commands());
        HookOutcome last = outcomes.put(unit, out);
        boolean said = last == null || !status(unit).equals(last.status() + " " + last.message());
        boolean applied = apply(app, unit, out);
        return applied || said;
    }

    private boolean apply(App app, String unit, HookOutcome out) {
        boolean changed = false;
        for (HookOutcome.Put put : out.puts()) {
            String who = put.application() ? app.name() : unit;
            String key = put.relation() + " " + who + " " + put.name();
            changed |= !put.value().equals(values.put(key, put.value()));
        }
        if (!out.applicationStatus().isEmpty()) {
            applicationMessages.put(
                    app.name(), out.applicationStatus() + " " + out.applicationMessage());
        }
        return changed;
    }

    private void addSubordinates(App subordinate, App principal) {
        if (!subordinate.charm().subordinate()) {
            return;
        }
        for (String unit : principal.units()) {
            String name = subordinate.name() + "/" + subordinate.units().size();
            boolean there =
                    subordinate.units().stream().anyMatch(one -> unit.equals(principals.get(one)));
            if (!there) {
                principals.put(name, unit);
                subordinate.units().add(name);
            }
        }
    }

    private Endpoint endpoint(String side) {
        String name = side.substring(side.indexOf(':') + 1);
        return apps.get(before(side)).charm().endpoint(name).orElse(Endpoint.JUJU_INFO);
    }

    private static String before(String side) {
        return side.substring(0, side.indexOf(':'));
    }

    private static String application(String unit) {
        return unit.substring(0, unit.indexOf('/'));
    }

    /** OSDs and compute on metal, all else in a container. */
    private static String machine(String application, String unit) {
        String number = unit.substring(unit.indexOf('/') + 1);
        boolean metal = application.equals("ceph-osd") || application.equals("nova-compute");
        return metal ? number : number + "/lxd/0";
    }

    private Unit row(App app, String name) {
        StatusInfo none = StatusInfo.NONE;
        return new Unit(
                0,
                MODEL,
                name,
                app.name(),
                machine(app.name(), name),
                principals.getOrDefault(name, ""),
                none,
                none,
                app.units().getFirst().equals(name),
                "10.0.0." + name.substring(name.indexOf('/') + 1),
                List.of(),
                List.of(),
                0,
                List.of(),
                EventId.NONE,
                EventId.NONE);
    }

    private final class Context implements HookContext {

        private final App app;
        private final String unit;

        Context(App app, String unit) {
            this.app = app;
            this.unit = unit;
        }

        @Override
        public EndpointState state(Endpoint endpoint) {
            return EndpointState.of(this, endpoint);
        }

        @Override
        public Unit unit() {
            return row(app, unit);
        }

        @Override
        public Application application() {
            return new Application(
                    0,
                    MODEL,
                    app.name(),
                    app.charm().name(),
                    "",
                    0,
                    "ubuntu@22.04",
                    app.charm().subordinate(),
                    false,
                    "",
                    List.of(),
                    StatusInfo.NONE,
                    "",
                    false,
                    0);
        }

        @Override
        public World world() {
            return world;
        }

        @Override
        public long now() {
            return now;
        }

        @Override
        public String config(String option) {
            String byDefault =
                    app.charm()
                            .option(option)
                            .flatMap(org.maquete.juju.catalog.ConfigOption::defaultValue)
                            .map(OptionValue::text)
                            .orElse("");
            return config.getOrDefault(app.name() + " " + option, byDefault);
        }

        @Override
        public boolean isReady(Relation relation, String who) {
            return value(relation, who, Charm.READY).equals("true");
        }

        @Override
        public boolean isSomeReady(Relation relation) {
            return remoteUnits(relation).stream().anyMatch(one -> isReady(relation, one.name()));
        }

        @Override
        public boolean isReadyEverywhere() {
            return relations.stream()
                    .filter(one -> one.joins(app.name()))
                    .allMatch(one -> isReady(one, unit));
        }

        @Override
        public List<Relation> relations(String endpoint) {
            String side = app.name() + ":" + endpoint;
            return relations.stream()
                    .filter(one -> one.provider().equals(side) || one.requirer().equals(side))
                    .toList();
        }

        @Override
        public List<Relation> unready(String endpoint) {
            return relations(endpoint).stream().filter(one -> !isReady(one, unit)).toList();
        }

        @Override
        public List<Unit> remoteUnits(Relation relation) {
            App other = apps.get(relation.other(app.name()));
            return other.units().stream()
                    .filter(name -> !name.equals(unit))
                    .filter(name -> !relation.container() || together(name, unit))
                    .map(name -> row(other, name))
                    .toList();
        }

        private boolean together(String a, String b) {
            return principals.getOrDefault(a, a).equals(principals.getOrDefault(b, b));
        }

        @Override
        public String value(Relation relation, String who, String name) {
            return values.getOrDefault(relation.number() + " " + who + " " + name, "");
        }

        @Override
        public List<Unit> peers() {
            return app.units().stream().map(name -> row(app, name)).toList();
        }

        @Override
        public Draws draws(String purpose, long n) {
            return Draws.of(1, "juju", unit, purpose, n);
        }
    }
}
