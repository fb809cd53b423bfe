package org.maquete.vault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.maquete.host.HostDied;
import org.maquete.host.HostView;
import org.maquete.host.ServiceDied;
import org.maquete.host.ServiceStarted;
import org.maquete.juju.Application;
import org.maquete.juju.JujuTables;
import org.maquete.juju.StatusInfo;
import org.maquete.juju.StatusStale;
import org.maquete.juju.Unit;
import org.maquete.juju.catalog.Resources;
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
import org.maquete.tool.Deed;
import org.maquete.tool.Parsed;
import org.maquete.tool.Session;
import org.maquete.tool.Verb;
import org.maquete.tool.Verbs;
import org.maquete.world.Sink;

/**
 * One unit vault/0 with an address, and a shell to type into: Vault without the rest of the cloud.
 */
final class ToyJuju implements Subsystem, Session {

    static final String ADDRESS = "172.16.0.103";
    private static final String MODEL = "maas:openstack";

    /** The unit is there. */
    private record UnitMade(String unit) implements Command, Fact {
        @Override
        public Ref subject() {
            return new Ref("unit", unit);
        }

        @Override
        public void encode(Sink sink) {
            sink.text("unit", unit);
        }
    }

    private final Map<String, String> variables = new TreeMap<>();
    private final Simulation simulation;

    /** A world in which Vault has been installed. */
    ToyJuju() {
        simulation =
                new Simulation(
                        new Model(List.of(this, new VaultSubsystem(Resources.CATALOG))),
                        Settings.DEFAULT);
        give(new UnitMade("vault/0"));
        give(new InstallVault(MODEL, "vault/0", "raft", "1.8.8"));
        variables.put("VAULT_ADDR", "http://" + ADDRESS + ":8200");
    }

    Simulation simulation() {
        return simulation;
    }

    VaultServer server() {
        return VaultView.servers(simulation.world()).getFirst();
    }

    void export(String name, String value) {
        variables.put(name, value);
    }

    Reply give(Command command) {
        return simulation.submit(command, new Origin.Person("test"));
    }

    /** Types a line, blanks between words, and returns what the client prints. */
    Answer type(String line) {
        List<String> words = List.of(line.split(" "));
        Model model = simulation.model();
        VaultProgram program = new VaultProgram();
        Parsed parsed =
                program.read(words, new Verbs(model.contributions(Verb.class)))
                        .parse(this, simulation.world());
        return switch (parsed) {
            case Parsed.Right(var invocation) ->
                    switch (invocation.invoke(this, simulation.world())) {
                        case Deed.Say(Answer answer) -> answer;
                        case Deed.Reject(var rejected) -> rejected.answer();
                        case Deed.NotModelled(String feature) -> Answer.failed(99, feature);
                        case Deed.Ask(Command command) ->
                                switch (give(command)) {
                                    case Reply.Done(Answer answer) ->
                                            invocation.done(answer, this, simulation.world());
                                    case Reply.No(var refusal) ->
                                            invocation.refused(refusal, simulation.world());
                                    case Reply.Later _ -> Answer.failed(99, "later");
                                };
                    };
            case Parsed.Wrong(var rejected) -> rejected.answer();
            case Parsed.Printed(Answer answer) -> answer;
            case Parsed.NotModelled(String feature) -> Answer.failed(99, feature);
        };
    }

    @Override
    public String name() {
        return "juju";
    }

    @Override
    public void declare(Registry registry) {
        registry.tables(
                HostView.HOSTS,
                HostView.SERVICES,
                JujuTables.UNITS,
                JujuTables.MACHINES,
                JujuTables.APPLICATIONS,
                JujuTables.CHARMS);
        registry.fact(HostDied.class, (_, _, _) -> {});
        registry.fact(ServiceDied.class, (_, _, _) -> {});
        registry.fact(ServiceStarted.class, (_, _, _) -> {});
        registry.command(StatusStale.class, (_, _, _) -> {});
        registry.command(UnitMade.class, (command, _, out) -> out.fact(command));
        registry.fact(
                UnitMade.class,
                (_, _, edits) -> {
                    edits.insert(JujuTables.UNITS, unit("", ""));
                    edits.insert(JujuTables.APPLICATIONS, application());
                });
    }

    /** The unit with a workload status. */
    static Unit unit(String current, String message) {
        return new Unit(
                0,
                MODEL,
                "vault/0",
                "vault",
                "2/lxd/1",
                "",
                StatusInfo.NONE,
                new StatusInfo(current, message, 0),
                true,
                ADDRESS,
                List.of(),
                List.of(),
                1,
                List.of(),
                EventId.NONE,
                EventId.NONE);
    }

    private static Application application() {
        return new Application(
                0,
                MODEL,
                "vault",
                "vault",
                "1.8/stable",
                1,
                "ubuntu@22.04",
                false,
                false,
                "",
                new ArrayList<>(),
                StatusInfo.NONE,
                "",
                false,
                1);
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
        return Optional.empty();
    }

    @Override
    public String stdin() {
        return "";
    }
}
