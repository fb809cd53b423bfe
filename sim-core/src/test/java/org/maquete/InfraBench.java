package org.maquete;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.maquete.hardware.DiskRole;
import org.maquete.hardware.DiskSpec;
import org.maquete.hardware.HardwareSubsystem;
import org.maquete.hardware.InstallMachine;
import org.maquete.hardware.NicSpec;
import org.maquete.host.HostSubsystem;
import org.maquete.kernel.Command;
import org.maquete.kernel.Fact;
import org.maquete.kernel.JournalEntry;
import org.maquete.kernel.Model;
import org.maquete.kernel.Origin;
import org.maquete.kernel.Refusal;
import org.maquete.kernel.Reply;
import org.maquete.kernel.Settings;
import org.maquete.kernel.Simulation;
import org.maquete.lxd.LxdSubsystem;
import org.maquete.maas.DefineSubnet;
import org.maquete.maas.EnlistMachine;
import org.maquete.maas.ImportImage;
import org.maquete.maas.MaasSubsystem;
import org.maquete.maas.NodeStatus;

/**
 * A rack under MAAS for tests: machines, a subnet, an image. Invariants are checked all the time.
 */
public final class InfraBench {

    private static final String SUBNET = "172.16.0.0/20";

    private final Simulation simulation;

    private InfraBench(Simulation simulation) {
        this.simulation = simulation;
    }

    /** The four subsystems in the order of the lab. */
    public static Model model() {
        return new Model(
                List.of(
                        new HardwareSubsystem(),
                        new HostSubsystem(),
                        new MaasSubsystem(),
                        new LxdSubsystem()));
    }

    /** No machine, subnet or image. */
    public static InfraBench empty() {
        return new InfraBench(new Simulation(model(), Settings.DEFAULT));
    }

    /** A run that somebody else made. */
    public static InfraBench of(Simulation simulation) {
        return new InfraBench(simulation);
    }

    /** The subnet and the image of the lab; machines follow by {@link #machine}. */
    public static InfraBench lab() {
        return empty().subnet("172.16.7.0-172.16.8.255");
    }

    /** Adds the subnet of the lab, with reserved ranges, and the image of jammy. */
    public InfraBench subnet(String... reserved) {
        ask(
                new DefineSubnet(
                        SUBNET,
                        "172.16.0.1",
                        "172.16.0.1",
                        "172.16.0.3",
                        "172.16.0.100",
                        "172.16.0.200",
                        List.of(reserved)));
        return ask(new ImportImage("ubuntu/jammy/amd64"));
    }

    /** Adds a Ready machine to rack and MAAS. */
    public InfraBench machine(String name, int threads, int memoryMib, String... tags) {
        ask(
                new InstallMachine(
                        name,
                        threads,
                        memoryMib,
                        "default",
                        List.of(
                                new DiskSpec("/dev/sda", 240, DiskRole.BOOT, false),
                                new DiskSpec("/dev/sdb", 240, DiskRole.FREE, true)),
                        List.of(new NicSpec("enp1s0", "52:54:00:03:01:01", "br-ex", SUBNET))));
        ask(
                new EnlistMachine(
                        "",
                        name,
                        NodeStatus.READY,
                        List.of(tags),
                        "default",
                        "default",
                        threads,
                        memoryMib,
                        "amt"));
        return this;
    }

    /** Gives a command that must not be refused. */
    public InfraBench ask(Command command) {
        assertThat(simulation.submit(command, new Origin.Person("test")))
                .isNotInstanceOf(Reply.No.class);
        check();
        return this;
    }

    /** Gives a command that must be refused. */
    public Refusal refused(Command command) {
        Reply reply = simulation.submit(command, new Origin.Person("test"));
        assertThat(reply).isInstanceOf(Reply.No.class);
        check();
        return ((Reply.No) reply).refusal();
    }

    /** Steps until nothing is pending that the system is on its way to. */
    public InfraBench settle() {
        while (!simulation.isFinished() && simulation.step()) {
            check();
        }
        return this;
    }

    /** Steps until a fact has happened since the start; gives the first such fact. */
    public <F extends Fact> F until(Class<F> type, Predicate<F> which) {
        while (true) {
            Optional<F> found = facts(type).stream().filter(which).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            assertThat(simulation.step()).as("%s should happen", type.getSimpleName()).isTrue();
            check();
        }
    }

    /** All facts of a type so far. */
    public <F extends Fact> List<F> facts(Class<F> type) {
        return simulation.journal().entries().stream()
                .map(JournalEntry::what)
                .filter(JournalEntry.Happened.class::isInstance)
                .map(what -> ((JournalEntry.Happened) what).fact())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** The run. */
    public Simulation simulation() {
        return simulation;
    }

    /** Whether a resumed copy of the present world has the same kinds and targets pending. */
    public void resumesEqually() {
        Simulation resumed =
                Simulation.resume(
                        simulation.model(),
                        simulation.settings(),
                        simulation.world().fork(),
                        simulation.now());
        assertThat(resumed.pending()).containsExactlyInAnyOrderElementsOf(simulation.pending());
        InfraBench.of(resumed).settle();
    }

    private void check() {
        assertThat(simulation.violations()).isEmpty();
    }
}
