package org.maquete.juju.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.maquete.InfraBench;
import org.maquete.finding.Finding;
import org.maquete.finding.Remedy;
import org.maquete.finding.Rule;
import org.maquete.finding.Run;
import org.maquete.finding.TypedLine;
import org.maquete.hardware.HardwareSubsystem;
import org.maquete.host.HostSubsystem;
import org.maquete.juju.AddCloud;
import org.maquete.juju.AddCredential;
import org.maquete.juju.JujuSubsystem;
import org.maquete.juju.bundle.BundleDeployer;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.juju.catalog.CharmTexts;
import org.maquete.kernel.Model;
import org.maquete.kernel.Origin;
import org.maquete.kernel.Settings;
import org.maquete.kernel.Simulation;
import org.maquete.kernel.Subsystem;
import org.maquete.lxd.LxdSubsystem;
import org.maquete.maas.DefineSubnet;
import org.maquete.maas.ImportImage;
import org.maquete.maas.MaasSubsystem;
import org.maquete.operator.OperatorSubsystem;
import org.maquete.operator.OperatorView;
import org.maquete.operator.Pace;
import org.maquete.operator.Scripts;
import org.maquete.operator.TypeScript;
import org.maquete.runbook.SourceText;
import org.maquete.world.World;

/** A person at a keyboard with the juju command, over the five servers of the lab. */
final class ClientBench {

    static final CharmCatalog CATALOG = new CharmCatalog(new Texts());
    static final Origin ORIGIN = new Origin.Person("test");

    final Simulation simulation;

    private ClientBench(Simulation simulation) {
        this.simulation = simulation;
    }

    /** Nothing is known to the client. */
    static ClientBench bare() {
        return bare(List.of());
    }

    private static ClientBench bare(List<Subsystem> more) {
        List<Subsystem> all = new ArrayList<>(subsystems());
        all.addAll(more);
        Simulation simulation = new Simulation(new Model(all), Settings.DEFAULT);
        InfraBench rack = InfraBench.of(simulation);
        rack.ask(
                new DefineSubnet(
                        "172.16.0.0/20",
                        "172.16.0.1",
                        "172.16.0.1",
                        "172.16.0.3",
                        "172.16.0.100",
                        "172.16.0.200",
                        List.of()));
        rack.ask(new ImportImage("ubuntu/jammy/amd64"));
        rack.machine("server1", 4, 16384, "juju");
        rack.machine("server2", 4, 16384, "reserve");
        rack.machine("server3", 4, 16384, "compute");
        rack.machine("server4", 4, 16384, "compute");
        rack.machine("server5", 4, 16384, "compute");
        return new ClientBench(simulation);
    }

    /** The client knows the cloud and has a key. */
    static ClientBench withCloud() {
        return withCloud(List.of());
    }

    /** The same with more of the world. */
    static ClientBench withCloud(List<Subsystem> more) {
        ClientBench bench = bare(more);
        InfraBench.of(bench.simulation)
                .ask(new AddCloud("maas-one", "maas", "http://172.16.0.3:5240/MAAS"))
                .ask(new AddCredential("maas-one", "operator"));
        return bench;
    }

    static final String BEGIN =
            """
            juju bootstrap --bootstrap-series=jammy --constraints tags=juju maas-one maas-controller
            juju add-model --config default-series=jammy openstack
            juju switch maas-controller:openstack
            """;

    static Model model() {
        return new Model(subsystems());
    }

    private static List<Subsystem> subsystems() {
        List<Subsystem> below = new ArrayList<>();
        below.add(new HardwareSubsystem());
        below.add(new HostSubsystem());
        below.add(new MaasSubsystem());
        below.add(new LxdSubsystem());
        below.add(new JujuSubsystem(CATALOG));
        below.add(new BundleDeployer());
        below.add(new JujuClient(CATALOG));
        below.add(new OperatorSubsystem(new Scripts()));
        return below;
    }

    /** Types the lines and runs to the end. */
    List<TypedLine> type(String script) {
        simulation.submit(
                new TypeScript(List.of(new SourceText("plan.sh", script)), Pace.PATIENT), ORIGIN);
        simulation.runToEnd();
        return lines();
    }

    /** Types the lines and gives the last. */
    TypedLine last(String script) {
        return type(script).getLast();
    }

    List<TypedLine> lines() {
        return OperatorView.lines(world());
    }

    World world() {
        return simulation.world();
    }

    /** What the remedies make of a refused line. */
    Remedy.Diagnosis diagnose(TypedLine line) {
        for (Remedy remedy : simulation.model().contributions(Remedy.class)) {
            Optional<Remedy.Diagnosis> found =
                    remedy.diagnose(line, line.refusal().orElseThrow(), world());
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new AssertionError("no remedy for " + line.answer());
    }

    /** What a rule finds now. */
    List<Finding> findings(String rule) {
        Run run = new Run(lines(), simulation.journal(), world(), simulation.model());
        List<Finding> found = new ArrayList<>();
        for (Rule each : simulation.model().contributions(Rule.class)) {
            if (each.id().equals(rule)) {
                found.addAll(each.check(run));
            }
        }
        return found;
    }

    private static final class Texts implements CharmTexts {

        private static String read(String path) {
            try (InputStream in = Texts.class.getResourceAsStream(path)) {
                byte[] bytes = Objects.requireNonNull(in, path).readAllBytes();
                return new String(bytes, StandardCharsets.UTF_8);
            } catch (IOException trouble) {
                throw new UncheckedIOException(trouble);
            }
        }

        @Override
        public List<String> names() {
            return read("/org/maquete/juju/charms/index.txt").lines().toList();
        }

        @Override
        public String text(String charm) {
            return read("/org/maquete/juju/charms/" + charm + ".yaml");
        }
    }
}
