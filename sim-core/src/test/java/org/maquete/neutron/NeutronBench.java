package org.maquete.neutron;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.finding.Finding;
import org.maquete.finding.Remedy;
import org.maquete.finding.Rule;
import org.maquete.finding.Run;
import org.maquete.finding.TypedLine;
import org.maquete.hardware.HardwareSubsystem;
import org.maquete.host.HostSubsystem;
import org.maquete.juju.JujuRows;
import org.maquete.juju.Setting;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Command;
import org.maquete.kernel.Model;
import org.maquete.kernel.Origin;
import org.maquete.kernel.Place;
import org.maquete.kernel.Refusal;
import org.maquete.kernel.Reply;
import org.maquete.kernel.Settings;
import org.maquete.kernel.SimTime;
import org.maquete.kernel.Simulation;
import org.maquete.keystone.client.Cloud;
import org.maquete.keystone.client.Endpoint;
import org.maquete.keystone.client.OpenstackVerb;
import org.maquete.maas.DefineSubnet;
import org.maquete.maas.MaasSubsystem;
import org.maquete.tool.Deed;
import org.maquete.tool.Invocation;
import org.maquete.tool.Parsed;
import org.maquete.tool.Rejected;
import org.maquete.tool.Session;
import org.maquete.tool.Verb;
import org.maquete.tool.cliff.ClientLine;
import org.maquete.tool.cliff.OpenstackClient;
import org.maquete.tool.cliff.OpenstackGrammar;
import org.maquete.world.World;

/** Types lines of the openstack client at a Neutron that is there and logged in to. */
final class NeutronBench {

    static final String URL = "https://172.16.0.31:9696/v2.0/";
    static final String PROJECT = "5cedcd73f96c4062b465c8a20e91f1ee";

    private static final OpenstackGrammar GRAMMAR = OpenstackGrammar.bundled();
    private static final OpenstackClient CLIENT = new OpenstackClient(GRAMMAR);

    private final Model model =
            new Model(
                    List.of(
                            new HardwareSubsystem(),
                            new HostSubsystem(),
                            new MaasSubsystem(),
                            new JujuRows(),
                            new NeutronSubsystem(GRAMMAR)));
    private final Simulation simulation = new Simulation(model, Settings.DEFAULT);
    private final List<TypedLine> lines = new ArrayList<>();

    /** An empty cloud whose neutron-api has no options set. */
    static NeutronBench bare() {
        NeutronBench bench = new NeutronBench();
        bench.application("neutron-api");
        return bench;
    }

    /** An empty cloud that allows physnet1, in a MAAS subnet without reserved ranges. */
    static NeutronBench ready(String... reserved) {
        NeutronBench bench = new NeutronBench();
        bench.application("neutron-api", new Setting("flat-network-providers", "physnet1"));
        bench.submit(
                new DefineSubnet(
                        "172.16.0.0/20",
                        "172.16.0.1",
                        "172.16.0.1",
                        "172.16.0.3",
                        "172.16.0.100",
                        "172.16.0.200",
                        List.of(reserved)));
        return bench;
    }

    /** The lab's networks, up to the router. */
    static NeutronBench networks() {
        return ready("172.16.7.0-172.16.8.255")
                .type(
                        "network create --external --share --provider-network-type flat"
                                + " --provider-physical-network physnet1 ext_net")
                .type(
                        "subnet create --network ext_net --no-dhcp --gateway 172.16.0.1"
                                + " --subnet-range 172.16.0.0/20"
                                + " --allocation-pool start=172.16.7.0,end=172.16.8.255"
                                + " ext_subnet")
                .type("network create --internal user1_net")
                .type(
                        "subnet create --network user1_net --subnet-range 192.168.0.0/24"
                                + " --allocation-pool start=192.168.0.10,end=192.168.0.100"
                                + " user1_subnet")
                .type("router create user1_router")
                .type("router add subnet user1_router user1_subnet")
                .type("router set user1_router --external-gateway ext_net");
    }

    NeutronBench application(String name, Setting... settings) {
        submit(new JujuRows.PutApplication(name, List.of(settings)));
        return this;
    }

    Reply submit(Command command) {
        return simulation.submit(command, new Origin.Lab("test"));
    }

    /** A port as nova makes it for a server. */
    String serverPort(String server) {
        String network =
                NeutronView.networks(world()).stream()
                        .filter(n -> n.name().equals("user1_net"))
                        .map(Network::uuid)
                        .findFirst()
                        .orElseThrow();
        Reply reply =
                submit(
                        new CreatePort(
                                PROJECT,
                                network,
                                "",
                                server,
                                "compute:nova",
                                List.of(),
                                "",
                                "",
                                "server3"));
        return ((Reply.Done) reply).answer().text();
    }

    /** Types a line that must succeed. */
    NeutronBench type(String line) {
        Answer answer = answer(line);
        if (!answer.ok()) {
            throw new IllegalStateException("expected success of " + line + ", found " + answer);
        }
        return this;
    }

    /** Types a line, ten seconds after the one before. */
    Answer answer(String line) {
        simulation.runUntil(simulation.now() + 10 * SimTime.SECOND);
        List<String> words = List.of(line.split(" "));
        return switch (CLIENT.read(words)) {
            case ClientLine.Found found -> answer(line, found);
            case ClientLine other ->
                    throw new IllegalArgumentException("expected a command, found " + other);
        };
    }

    private Answer answer(String line, ClientLine.Found found) {
        OpenstackVerb verb =
                model.contributions(Verb.class).stream()
                        .filter(v -> v.path().equals("openstack " + found.command()))
                        .map(v -> (OpenstackVerb) v)
                        .findFirst()
                        .orElseThrow();
        return switch (verb.parse(found, cloud())) {
            case Parsed.Right(Invocation invocation) -> answer(line, invocation);
            case Parsed.Wrong(Rejected rejected) -> rejected(line, rejected);
            case Parsed.Printed(Answer answer) -> note(line, answer, Optional.empty());
            case Parsed.NotModelled(String feature) -> throw new IllegalStateException(feature);
        };
    }

    private Answer answer(String line, Invocation invocation) {
        return switch (invocation.invoke(new NoSession(), world())) {
            case Deed.Ask(Command command) ->
                    switch (submit(command)) {
                        case Reply.Done(Answer server) ->
                                note(
                                        line,
                                        invocation.done(server, new NoSession(), world()),
                                        Optional.empty());
                        case Reply.No(Refusal why) ->
                                note(
                                        line,
                                        invocation.refused(why, simulation.world()),
                                        Optional.of(why));
                        case Reply.Later later -> throw new IllegalStateException(later.toString());
                    };
            case Deed.Say(Answer answer) -> note(line, answer, Optional.empty());
            case Deed.Reject(Rejected rejected) -> rejected(line, rejected);
            case Deed.NotModelled(String feature) -> throw new IllegalStateException(feature);
        };
    }

    private Answer rejected(String line, Rejected rejected) {
        return note(line, rejected.answer(), Optional.of(rejected.refusal()));
    }

    /** A line of another program or subsystem that this bench does not have. */
    Answer note(String line, Answer answer, Optional<Refusal> refusal) {
        String source = "openstack " + line;
        int index = lines.size();
        lines.add(
                new TypedLine(
                        index,
                        new Place("lab.md", index + 1, 1),
                        source,
                        List.of(source.split(" ")),
                        simulation.now(),
                        simulation.now(),
                        answer,
                        refusal,
                        "",
                        false,
                        0));
        return answer;
    }

    /** What is known about the last line, which was refused. */
    Remedy.Diagnosis diagnosis() {
        TypedLine line = lines.getLast();
        return model.contributions(Remedy.class).stream()
                .flatMap(r -> r.diagnose(line, line.refusal().orElseThrow(), world()).stream())
                .findFirst()
                .orElseThrow();
    }

    /** What a rule finds about all lines. */
    List<Finding> findings(String rule) {
        Run run = new Run(lines, simulation.journal(), world(), model);
        return model.contributions(Rule.class).stream()
                .filter(r -> r.id().equals(rule))
                .flatMap(r -> r.check(run).stream())
                .toList();
    }

    World world() {
        return simulation.world();
    }

    Simulation simulation() {
        return simulation;
    }

    /** The refusal of the last line. */
    Refusal refusal() {
        return lines.getLast().refusal().orElseThrow();
    }

    private static Cloud cloud() {
        Endpoint network =
                new Endpoint(
                        "neutron",
                        "network",
                        "RegionOne",
                        "https://172.16.0.31:9696",
                        Endpoint.State.UP);
        return new Cloud(PROJECT, "admin", "u", true, "RegionOne", 1, List.of(network));
    }

    private record NoSession() implements Session {
        @Override
        public String variable(String name) {
            return "";
        }

        @Override
        public List<String> environment() {
            return List.of();
        }

        @Override
        public Optional<String> file(String path) {
            return Optional.empty();
        }

        @Override
        public String stdin() {
            return "";
        }
    }
}
