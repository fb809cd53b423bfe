package org.maquete.juju;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.maquete.InfraBench;
import org.maquete.juju.catalog.Resources;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Command;
import org.maquete.kernel.JournalEntry;
import org.maquete.kernel.Origin;
import org.maquete.kernel.Refusal;
import org.maquete.kernel.Reply;
import org.maquete.kernel.Settings;
import org.maquete.kernel.SimTime;
import org.maquete.kernel.Simulation;
import org.maquete.lab.Lab;
import org.maquete.lab.Library;
import org.maquete.world.World;

/**
 * The whole lab with a controller and three machines 0, 1 and 2, for scenarios of charms: deploy,
 * relate, disturb, look at what the status says.
 */
public final class RealCharms {

    /** The model in which everything is deployed. */
    public static final String MODEL = "c:m";

    private final Simulation simulation;
    private final InfraBench bench;

    private RealCharms() {
        simulation = new Simulation(Lab.model(Library.of(new Resources())), Settings.DEFAULT);
        bench = InfraBench.of(simulation);
    }

    /** Three machines that hold nothing but ubuntu. */
    public static RealCharms lab() {
        RealCharms lab = new RealCharms();
        lab.bench.subnet();
        lab.bench.machine("server1", 4, 16384, "juju");
        for (String name : List.of("server2", "server3", "server4")) {
            lab.bench.machine(name, 4, 16384, "compute");
        }
        lab.ask(new AddCloud("maas-one", "maas", "http://172.16.0.3:5240/MAAS"));
        lab.ask(new AddCredential("maas-one", "operator"));
        lab.answer(new Bootstrap("maas-one", "c", "ubuntu@22.04", "tags=juju", List.of()));
        lab.ask(new AddModel("c", "m", "ubuntu@22.04"));
        return lab.deploy("ubuntu", 3).settle();
    }

    /** Deploys a charm under its own name. */
    public RealCharms deploy(String charm, int units, String... placement) {
        return deployAs(charm, "", units, placement);
    }

    /** Deploys a charm under another name. */
    public RealCharms deployAs(String charm, String name, int units, String... placement) {
        return ask(
                new DeployApplication(
                        MODEL,
                        charm,
                        name,
                        units,
                        List.of(placement),
                        "",
                        "",
                        charm.equals("ubuntu") ? "tags=compute" : "",
                        List.of()));
    }

    /** Deploys one unit into a container on each of the machines 0, 1 and 2. */
    public RealCharms deployOnEach(String charm) {
        return deploy(charm, 3, "lxd:0", "lxd:1", "lxd:2");
    }

    /** Relates {@code application:endpoint} to another. */
    public RealCharms relate(String one, String other) {
        return ask(new Integrate(MODEL, one, other));
    }

    /** Sets an option. */
    public RealCharms config(String application, String option, String value) {
        return ask(
                new Configure(MODEL, application, List.of(new Setting(option, value)), List.of()));
    }

    /** Gives a command that must not be refused. */
    public RealCharms ask(Command command) {
        bench.ask(command);
        return this;
    }

    /** Runs until nothing is pending that the system is on its way to. */
    public RealCharms settle() {
        bench.settle();
        return this;
    }

    /** Lets time pass. */
    public RealCharms pass(long seconds) {
        simulation.runUntil(simulation.now() + SimTime.seconds(seconds));
        return this;
    }

    /** Runs an action with words {@code key=value} and gives what the client prints. */
    public Answer run(String unit, String action, String... words) {
        List<Setting> parameters = new ArrayList<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            parameters.add(new Setting(word.substring(0, equals), word.substring(equals + 1)));
        }
        return answer(new RunAction(MODEL, List.of(unit), action, parameters, 10 * SimTime.MINUTE));
    }

    private Answer answer(Command command) {
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

    /** {@code blocked Unit is sealed}. */
    public String status(String unit) {
        StatusInfo workload = unit(unit).workload();
        return workload.current() + " " + workload.message();
    }

    /** A unit of the model. */
    public Unit unit(String name) {
        return JujuView.unit(world(), MODEL, name).orElseThrow();
    }

    /** The host on which a unit runs. */
    public String host(String unit) {
        return JujuView.hostOf(world(), unit(unit));
    }

    /** The machine in the rack that carries Juju's machine of this number. */
    public String rack(String machine) {
        return JujuView.machine(world(), MODEL, machine).orElseThrow().hostname();
    }

    public InfraBench infra() {
        return bench;
    }

    public World world() {
        return simulation.world();
    }

    public Simulation simulation() {
        return simulation;
    }
}
