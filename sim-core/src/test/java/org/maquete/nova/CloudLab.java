package org.maquete.nova;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.maquete.glance.GlanceSubsystem;
import org.maquete.hardware.Disk;
import org.maquete.hardware.DiskRole;
import org.maquete.hardware.HardwareView;
import org.maquete.host.Host;
import org.maquete.host.HostBooted;
import org.maquete.host.HostKind;
import org.maquete.host.HostState;
import org.maquete.host.HostView;
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
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.juju.catalog.CharmTexts;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Command;
import org.maquete.kernel.EventId;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Model;
import org.maquete.kernel.Origin;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Registry;
import org.maquete.kernel.Reply;
import org.maquete.kernel.Settings;
import org.maquete.kernel.Simulation;
import org.maquete.kernel.Subsystem;
import org.maquete.keystone.KeystoneSubsystem;
import org.maquete.keystone.KeystoneView;
import org.maquete.neutron.NeutronSubsystem;
import org.maquete.placement.PlacementSubsystem;
import org.maquete.tool.Deed;
import org.maquete.tool.Invocation;
import org.maquete.tool.Parsed;
import org.maquete.tool.Program;
import org.maquete.tool.Session;
import org.maquete.tool.Verb;
import org.maquete.tool.Verbs;
import org.maquete.tool.cliff.OpenstackGrammar;
import org.maquete.vault.VaultView;
import org.maquete.world.Edits;
import org.maquete.world.Ints;
import org.maquete.world.Sink;
import org.maquete.world.TableKey;

/**
 * A cloud of rows put there by hand: five applications on two hosts, as if Juju had deployed them,
 * and a shell with the variables of an openrc file.
 */
final class CloudLab implements Session {

    private static final OpenstackGrammar GRAMMAR = OpenstackGrammar.bundled();
    private static final String MODEL = "c:openstack";
    private static final String CA =
            "-----BEGIN CERTIFICATE-----\nMIIDazCC\n-----END CERTIFICATE-----";

    private final Simulation simulation;
    private final Program program;
    private final Verbs verbs;
    final TreeMap<String, String> variables = new TreeMap<>();
    final Map<String, String> files = new LinkedHashMap<>();

    private CloudLab(Seed seed) {
        Model model =
                new Model(
                        List.of(
                                new Below(),
                                new KeystoneSubsystem(GRAMMAR, new CharmCatalog(new NoCharms())),
                                new PlacementSubsystem(),
                                new GlanceSubsystem(GRAMMAR),
                                new NeutronSubsystem(GRAMMAR),
                                new NovaSubsystem(GRAMMAR)));
        simulation = new Simulation(model, Settings.DEFAULT);
        program = model.contributions(Program.class).getFirst();
        verbs = new Verbs(model.contributions(Verb.class));
        simulation.submit(seed, new Origin.Lab("test"));
        variables.put("OS_AUTH_URL", "https://172.16.0.10:5000/v3");
        variables.put("OS_CACERT", "root-ca.crt");
        variables.put("OS_USERNAME", "admin");
        variables.put("OS_PASSWORD", KeystoneView.adminPassword(simulation.world()));
        variables.put("OS_PROJECT_NAME", "admin");
        variables.put("OS_USER_DOMAIN_NAME", "admin_domain");
        variables.put("OS_PROJECT_DOMAIN_NAME", "admin_domain");
        files.put("root-ca.crt", CA + "\n");
        files.put("jammy.img", "an image");
        files.put("id_rsa.pub", "ssh-rsa AAAA user@lab");
    }

    /** With the option {@code flat-network-providers} of neutron-api. */
    static CloudLab withFlat(String providers) {
        return new CloudLab(new Seed(providers, "active", true));
    }

    /** With {@code physnet1} as flat network. */
    static CloudLab ready() {
        return withFlat("physnet1");
    }

    /** With Keystone in some workload state, its host up or not. */
    static CloudLab withKeystone(String workload, boolean hostUp) {
        return new CloudLab(new Seed("physnet1", workload, hostUp));
    }

    /** Types a line and waits until it is answered and the world is settled. */
    Answer type(String line) {
        Answer answer = typeAndLeave(line);
        simulation.runToEnd();
        return answer;
    }

    /** Types a line and waits for its answer only. */
    Answer typeAndLeave(String line) {
        List<String> words = words(line);
        return switch (program.parse(words, verbs, this, simulation.world())) {
            case Parsed.Right(Invocation invocation) -> invoke(invocation);
            case Parsed.Wrong wrong -> wrong.rejected().answer();
            case Parsed.Printed printed -> printed.answer();
            case Parsed.NotModelled not -> Answer.failed(99, "not modelled: " + not.feature());
        };
    }

    /** The same line, which must be accepted. */
    String accepted(String line) {
        Answer answer = type(line);
        if (!answer.ok()) {
            throw new AssertionError(line + "\n" + answer);
        }
        return answer.stdout();
    }

    /** The value of one field of a show table. */
    static String field(String table, String name) {
        return table.lines()
                .filter(l -> l.startsWith("| " + name + " "))
                .map(l -> l.substring(l.indexOf('|', 2) + 1, l.length() - 1).strip())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in\n" + table));
    }

    private Answer invoke(Invocation invocation) {
        return switch (invocation.invoke(this, simulation.world())) {
            case Deed.Say(Answer answer) -> answer;
            case Deed.Reject reject -> reject.rejected().answer();
            case Deed.NotModelled not -> Answer.failed(99, "not modelled: " + not.feature());
            case Deed.Ask(Command command) -> ask(command, invocation);
        };
    }

    private Answer ask(Command command, Invocation invocation) {
        Reply reply = simulation.submit(command, new Origin.Person("test"));
        return switch (reply) {
            case Reply.Done(Answer server) -> invocation.done(server, this, simulation.world());
            case Reply.No no -> invocation.refused(no.refusal(), simulation.world());
            case Reply.Later(long ticket) -> {
                simulation.runToEnd();
                var entry = simulation.replyTo(ticket).orElseThrow();
                var answered = (org.maquete.kernel.JournalEntry.Answered) entry.what();
                yield invocation.done(answered.answer(), this, simulation.world());
            }
        };
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        for (String word : line.strip().split("\\s+", -1)) {
            words.add(word.equals("\"\"") ? "" : word);
        }
        return words;
    }

    @Override
    public String variable(String name) {
        return variables.getOrDefault(name, "");
    }

    @Override
    public List<String> environment() {
        return variables.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList();
    }

    @Override
    public Optional<String> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    @Override
    public String stdin() {
        return "";
    }

    /** A catalogue without charms. */
    private static final class NoCharms implements CharmTexts {
        @Override
        public List<String> names() {
            return List.of();
        }

        @Override
        public String text(String charm) {
            throw new IllegalArgumentException("expected no question, found " + charm);
        }
    }

    /** Asks {@link Below} for its rows. */
    record Seed(String flat, String workload, boolean hostUp) implements Command {
        @Override
        public Ref subject() {
            return Ref.NONE;
        }

        @Override
        public void encode(Sink sink) {
            sink.text("flat", flat).text("workload", workload).flag("hostUp", hostUp);
        }
    }

    private record Seeded(String flat, String workload, boolean hostUp) implements Fact {
        @Override
        public Ref subject() {
            return Ref.NONE;
        }

        @Override
        public void encode(Sink sink) {
            sink.text("flat", flat).text("workload", workload).flag("hostUp", hostUp);
        }
    }

    /** Stands for everything below Keystone. */
    private static final class Below implements Subsystem {

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
            registry.fact(HostBooted.class, (_, _, _) -> {});
            registry.tables(
                    HostView.HOSTS,
                    HostView.SERVICES,
                    HostView.FAULTS,
                    HardwareView.MACHINES,
                    HardwareView.DISKS,
                    HardwareView.NICS,
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
                        out.fact(new Seeded(c.flat(), c.workload(), c.hostUp()));
                        out.fact(
                                new WorkloadStatusSet(
                                        MODEL, "keystone/0", "active", "Unit is ready", List.of()));
                    });
            registry.fact(Seeded.class, Below::seeded);
            registry.fact(WorkloadStatusSet.class, (f, at, edits) -> {});
        }

        private static void seeded(Seeded fact, long timeNs, Edits edits) {
            for (int i = 0; i < CHARMS.size(); i++) {
                application(CHARMS.get(i), fact, edits);
                int units = CHARMS.get(i).equals("nova-compute") ? 2 : 1;
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
                    name.equals("neutron-api")
                            ? List.of(new Setting("flat-network-providers", fact.flat()))
                            : List.of();
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
                            next(HardwareView.MACHINES, edits),
                            host,
                            4,
                            16384,
                            "",
                            true,
                            true,
                            false));
            edits.insert(
                    HardwareView.DISKS,
                    new Disk(
                            next(HardwareView.DISKS, edits),
                            host,
                            "sda",
                            238,
                            DiskRole.BOOT,
                            false));
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
    }
}
