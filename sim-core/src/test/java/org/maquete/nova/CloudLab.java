package org.maquete.nova;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.maquete.cinder.CinderSubsystem;
import org.maquete.glance.GlanceSubsystem;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.juju.catalog.CharmTexts;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Command;
import org.maquete.kernel.Model;
import org.maquete.kernel.Origin;
import org.maquete.kernel.Reply;
import org.maquete.kernel.Settings;
import org.maquete.kernel.SimTime;
import org.maquete.kernel.Simulation;
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
import org.maquete.world.World;

/**
 * A cloud of rows put there by hand: five applications on two hosts, as if Juju had deployed them,
 * and a shell with the variables of an openrc file.
 */
final class CloudLab implements Session {

    private static final OpenstackGrammar GRAMMAR = OpenstackGrammar.bundled();

    private final Simulation simulation;
    private final Program program;
    private final Verbs verbs;
    final TreeMap<String, String> variables = new TreeMap<>();
    final Map<String, String> files = new LinkedHashMap<>();

    private CloudLab(CloudBelow.Seed seed) {
        Model model =
                new Model(
                        List.of(
                                new CloudBelow(),
                                new KeystoneSubsystem(GRAMMAR, new CharmCatalog(new NoCharms())),
                                new PlacementSubsystem(),
                                new GlanceSubsystem(GRAMMAR),
                                new CinderSubsystem(GRAMMAR),
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
        files.put("root-ca.crt", CloudBelow.CA + "\n");
        files.put("jammy.img", "an image");
        files.put("id_rsa.pub", "ssh-rsa AAAA user@lab");
    }

    /** With the option {@code flat-network-providers} of neutron-api. */
    static CloudLab withFlat(String providers) {
        return new CloudLab(new CloudBelow.Seed(providers, "active", true, 2));
    }

    /** With {@code physnet1} as flat network. */
    static CloudLab ready() {
        return withFlat("physnet1");
    }

    /** With several hypervisors. */
    static CloudLab withComputes(int computes) {
        return new CloudLab(new CloudBelow.Seed("physnet1", "active", true, computes));
    }

    /** With Keystone in some workload state, its host up or not. */
    static CloudLab withKeystone(String workload, boolean hostUp) {
        return new CloudLab(new CloudBelow.Seed("physnet1", workload, hostUp, 2));
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
        return switch (program.read(words, verbs).parse(this, simulation.world())) {
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

    /** Turns a host, or a service of one, off or on; nothing waits. */
    void turn(String host, String service, boolean on) {
        simulation.submit(new CloudBelow.Turn(host, service, on), new Origin.Lab("test"));
    }

    /** Lets time pass. */
    void pass(long seconds) {
        simulation.runUntil(simulation.now() + seconds * SimTime.SECOND);
    }

    Simulation simulation() {
        return simulation;
    }

    World world() {
        return simulation.world();
    }

    @Override
    public long nowNs() {
        return simulation.now();
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
}
