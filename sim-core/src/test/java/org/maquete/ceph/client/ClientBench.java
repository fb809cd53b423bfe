package org.maquete.ceph.client;

import java.util.List;
import java.util.Optional;
import org.maquete.InfraBench;
import org.maquete.ceph.cluster.AddMonitor;
import org.maquete.ceph.cluster.AddOsd;
import org.maquete.ceph.cluster.ClusterSubsystem;
import org.maquete.hardware.DiskRole;
import org.maquete.hardware.DiskSpec;
import org.maquete.hardware.HardwareSubsystem;
import org.maquete.hardware.InstallMachine;
import org.maquete.hardware.NicSpec;
import org.maquete.hardware.SetPower;
import org.maquete.host.HostKind;
import org.maquete.host.HostSubsystem;
import org.maquete.host.InstallSystem;
import org.maquete.host.StartService;
import org.maquete.kernel.Answer;
import org.maquete.kernel.JournalMode;
import org.maquete.kernel.Model;
import org.maquete.kernel.Origin;
import org.maquete.kernel.Reply;
import org.maquete.kernel.Settings;
import org.maquete.kernel.Simulation;
import org.maquete.tool.Deed;
import org.maquete.tool.Invocation;
import org.maquete.tool.Parsed;
import org.maquete.tool.Session;

/** Three machines with an OSD each, the first with a monitor, and somebody who types there. */
final class ClientBench {

    private static final long GIB = 1L << 30;

    private final Simulation simulation;
    private final InfraBench infra;

    ClientBench() {
        Model model =
                new Model(
                        List.of(
                                new HardwareSubsystem(),
                                new HostSubsystem(),
                                new ClusterSubsystem(),
                                new CephClient()));
        simulation = new Simulation(model, new Settings(1, JournalMode.FULL, List.of()));
        infra = InfraBench.of(simulation);
        for (int i = 0; i < 3; i++) {
            machine("nuc" + (i + 3), i);
        }
        infra.settle();
        infra.ask(new StartService("nuc3", "ceph-mon"));
        infra.ask(new AddMonitor("a", "nuc3", "10.0.0.1"));
        for (int i = 0; i < 3; i++) {
            infra.ask(new AddOsd("nuc" + (i + 3), "/dev/sdb", "hdd", GIB));
        }
        infra.settle();
    }

    private void machine(String name, int index) {
        String mac = "52:54:00:03:01:0" + index;
        infra.ask(
                new InstallMachine(
                        name,
                        4,
                        16384,
                        "default",
                        List.of(new DiskSpec("/dev/sda", 240, DiskRole.BOOT, false)),
                        List.of(new NicSpec("enp1s0", mac, "br-ex", "172.16.0.0/20"))));
        infra.ask(new InstallSystem(name, HostKind.NUC, ""));
        infra.ask(new SetPower(name, true));
    }

    InfraBench infra() {
        return infra;
    }

    /** What is printed when somebody types this on a host. */
    Answer type(String host, String line) {
        Parsed parsed = new CephProgram().parse(List.of(line.split(" ", -1)), host);
        return switch (parsed) {
            case Parsed.Right(Invocation call) -> invoke(call);
            case Parsed.Printed(Answer answer) -> answer;
            case Parsed.NotModelled(String what) -> Answer.failed(-1, "not modelled: " + what);
            case Parsed.Wrong(var rejected) -> rejected.answer();
        };
    }

    private Answer invoke(Invocation call) {
        return switch (call.invoke(session(), simulation.world())) {
            case Deed.Say(Answer answer) -> answer;
            case Deed.Reject(var rejected) -> rejected.answer();
            case Deed.NotModelled(String what) -> Answer.failed(-1, "not modelled: " + what);
            case Deed.Ask(var command) -> {
                Reply reply = simulation.submit(command, new Origin.Person("test"));
                yield switch (reply) {
                    case Reply.Done(var given) -> call.done(given, session(), simulation.world());
                    case Reply.No(var refusal) -> call.refused(refusal, simulation.world());
                    case Reply.Later _ -> throw new IllegalStateException("expected an answer now");
                };
            }
        };
    }

    private Session session() {
        long now = simulation.now();
        return new Session() {
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
            public long nowNs() {
                return now;
            }

            @Override
            public String stdin() {
                return "";
            }
        };
    }
}
