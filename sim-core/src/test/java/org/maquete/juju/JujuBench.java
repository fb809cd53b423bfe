package org.maquete.juju;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.maquete.InfraBench;
import org.maquete.hardware.HardwareSubsystem;
import org.maquete.host.HostSubsystem;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.juju.catalog.CharmTexts;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Command;
import org.maquete.kernel.JournalEntry;
import org.maquete.kernel.Model;
import org.maquete.kernel.Origin;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.kernel.Registry;
import org.maquete.kernel.Reply;
import org.maquete.kernel.Settings;
import org.maquete.kernel.Simulation;
import org.maquete.kernel.Subsystem;
import org.maquete.lxd.LxdSubsystem;
import org.maquete.maas.MaasSubsystem;
import org.maquete.world.World;

/** Juju over a rack of four machines, with three toy charms: a database, a web server, a router. */
final class JujuBench {

    static final String MODEL = "c:m";

    private final Simulation simulation;
    private final InfraBench bench;

    private JujuBench(Simulation simulation) {
        this.simulation = simulation;
        this.bench = InfraBench.of(simulation);
    }

    static Model model() {
        return new Model(
                List.of(
                        new HardwareSubsystem(),
                        new HostSubsystem(),
                        new MaasSubsystem(),
                        new LxdSubsystem(),
                        new JujuSubsystem(new CharmCatalog(new Texts())),
                        new ToyCharms()));
    }

    private static final class ToyCharms implements Subsystem {

        @Override
        public String name() {
            return "toy";
        }

        @Override
        public void declare(Registry registry) {
            List.of("db", "web", "router").forEach(name -> registry.contribute(new ToyCharm(name)));
        }
    }

    /** A rack and the client's cloud; no controller. */
    static JujuBench rack() {
        JujuBench juju = new JujuBench(new Simulation(model(), Settings.DEFAULT));
        juju.bench.subnet();
        juju.bench.machine("server1", 4, 16384, "juju");
        juju.bench.machine("server2", 4, 16384, "compute");
        juju.bench.machine("server3", 4, 16384, "compute");
        juju.bench.machine("server4", 4, 16384, "compute");
        juju.ask(new AddCloud("maas-one", "maas", "http://172.16.0.3:5240/MAAS"));
        juju.ask(new AddCredential("maas-one", "operator"));
        return juju;
    }

    /** With a controller and an empty model. */
    static JujuBench ready() {
        JujuBench juju = rack();
        assertThat(juju.answer(bootstrap("juju")).ok()).isTrue();
        juju.ask(new AddModel("c", "m", "ubuntu@22.04"));
        return juju;
    }

    static Bootstrap bootstrap(String tag) {
        return new Bootstrap("maas-one", "c", "ubuntu@22.04", "tags=" + tag, List.of());
    }

    static DeployApplication deploy(String charm, int units, String... placement) {
        return new DeployApplication(
                MODEL, charm, "", units, List.of(placement), "", "", "", List.of());
    }

    static DeployApplication deployTagged(String charm, int units, String tag) {
        return new DeployApplication(
                MODEL, charm, "", units, List.of(), "", "", "tags=" + tag, List.of());
    }

    JujuBench ask(Command command) {
        bench.ask(command);
        return this;
    }

    Refusal refused(Command command) {
        return bench.refused(command);
    }

    JujuBench settle() {
        bench.settle();
        return this;
    }

    /** Steps until the command is answered. */
    Answer answer(Command command) {
        return switch (simulation.submit(command, new Origin.Person("test"))) {
            case Reply.Done(Answer answer) -> answer;
            case Reply.No(Refusal refusal) -> throw new AssertionError(refusal.toString());
            case Reply.Later(long ticket) -> {
                while (simulation.replyTo(ticket).isEmpty()) {
                    assertThat(simulation.step()).as("an answer to %s", command).isTrue();
                    assertThat(simulation.violations()).isEmpty();
                }
                yield ((JournalEntry.Answered) simulation.replyTo(ticket).get().what()).answer();
            }
        };
    }

    Simulation simulation() {
        return simulation;
    }

    InfraBench infra() {
        return bench;
    }

    World world() {
        return simulation.world();
    }

    Unit unit(String name) {
        return JujuView.unit(world(), MODEL, name).orElseThrow();
    }

    Machine machine(String name) {
        return JujuView.machine(world(), MODEL, name).orElseThrow();
    }

    /** Word, message and agent of each unit of the model. */
    List<String> statuses() {
        return JujuView.units(world(), MODEL).stream()
                .map(u ->
                        u.name()
                                + " "
                                + u.workload().current()
                                + " "
                                + u.agent().current()
                                + " "
                                + u.workload().message())
                .toList();
    }

    /** A charm that is ready when its required endpoints are. */
    record ToyCharm(String name) implements Charm {

        @Override
        public void run(Hook hook, HookContext context, HookOutcome out) {
            if (context.config("colour").equals("broken")) {
                out.failHook();
                return;
            }
            boolean asks = !name.equals("db");
            boolean has = !asks || isComplete("db", context);
            for (String endpoint : List.of("db", "front", "peer")) {
                for (Relation relation : context.relations(endpoint)) {
                    if (has || endpoint.equals("db") || endpoint.equals("peer")) {
                        out.ready(relation);
                    }
                }
            }
            if (hook.kind() == Hook.Kind.START) {
                out.version("1.0");
                out.openPort("80/tcp");
            }
            if (has) {
                out.status("active", "ready with " + context.config("colour"));
            } else {
                out.status("blocked", "no db", new Ref("application", "db"));
            }
        }

        private static boolean isComplete(String endpoint, HookContext context) {
            List<Relation> own = context.relations(endpoint);
            return !own.isEmpty() && own.stream().allMatch(one -> isComplete(one, context));
        }

        private static boolean isComplete(Relation relation, HookContext context) {
            return context.remoteUnits(relation).stream()
                    .anyMatch(remote -> context.isReady(relation, remote.name()));
        }

        @Override
        public void action(
                String action,
                Map<String, String> parameters,
                HookContext context,
                HookOutcome out) {
            if (parameters.containsKey("fail")) {
                out.failAction("as asked");
            } else {
                out.result("output", "one\ntwo");
                out.result("colour", context.config("colour"));
            }
        }
    }

    private static final class Texts implements CharmTexts {

        private final TreeMap<String, String> texts = new TreeMap<>();

        Texts() {
            texts.put(
                    "db",
                    charm("db", false, "provides:\n  db: [sql]\npeers:\n  peer: [db-peer]\n"));
            texts.put("web", charm("web", false, "requires:\n  db: [sql, container]\n"));
            texts.put(
                    "router",
                    charm(
                            "router",
                            true,
                            "provides:\n  front: [sql, container]\nrequires:\n  db: [sql]\n"));
            texts.put("juju-controller", charm("juju-controller", false, ""));
        }

        private static String charm(String name, boolean subordinate, String endpoints) {
            return "name: "
                    + name
                    + "\nsource: test\nsubordinate: "
                    + subordinate
                    + "\nchannel: latest/stable\nchannels: [latest/stable]\nrevision: 7\n"
                    + "version: \"1\"\nbases: [ubuntu@22.04]\n"
                    + endpoints
                    + "options:\n  colour: [string, red]\n  count: [int, 1]\n"
                    + "actions:\n  show: [fail]\n";
        }

        @Override
        public List<String> names() {
            return List.copyOf(texts.keySet());
        }

        @Override
        public String text(String charm) {
            return texts.getOrDefault(charm, "");
        }
    }
}
