package org.maquete.maas.client;

import java.util.ArrayList;
import java.util.List;
import org.maquete.InfraBench;
import org.maquete.finding.TypedLine;
import org.maquete.hardware.HardwareSubsystem;
import org.maquete.host.HostSubsystem;
import org.maquete.kernel.Model;
import org.maquete.kernel.Origin;
import org.maquete.kernel.Settings;
import org.maquete.kernel.Simulation;
import org.maquete.kernel.Subsystem;
import org.maquete.maas.MaasSubsystem;
import org.maquete.maas.MaasView;
import org.maquete.operator.OperatorSubsystem;
import org.maquete.operator.OperatorView;
import org.maquete.operator.Pace;
import org.maquete.operator.Scripts;
import org.maquete.operator.TypeScript;
import org.maquete.runbook.SourceText;
import org.maquete.tool.argparse.PythonJson;
import org.maquete.tool.argparse.Value;
import org.maquete.world.World;

/** A person at a keyboard with the maas command, logged in as admin, over a rack of a bench. */
final class MaasDesk {

    private static final String SUCCESS = "Success.\nMachine-readable output follows:\n";

    private final Simulation simulation = new Simulation(model(), Settings.DEFAULT);

    MaasDesk() {
        rack().subnet();
        type("maas login admin http://172.16.0.3:5240/MAAS a:b:c");
    }

    /** The rack, MAAS, its client and a person. */
    static Model model() {
        List<Subsystem> below = new ArrayList<>();
        below.add(new HardwareSubsystem());
        below.add(new HostSubsystem());
        below.add(new MaasSubsystem());
        below.add(new MaasClient());
        below.add(new OperatorSubsystem(new Scripts()));
        return new Model(below);
    }

    InfraBench rack() {
        return InfraBench.of(simulation);
    }

    World world() {
        return simulation.world();
    }

    Simulation simulation() {
        return simulation;
    }

    String id(String hostname) {
        return MaasView.machine(world(), hostname).orElseThrow().systemId();
    }

    /** Types a line and gives it with its answer; goes on until nothing is under way. */
    TypedLine type(String line) {
        simulation.submit(
                new TypeScript(List.of(new SourceText("plan.sh", line + "\n")), Pace.HASTY),
                new Origin.Person("test"));
        simulation.runToEnd();
        return OperatorView.lines(world()).getLast();
    }

    /** The body of a successful answer. */
    Value json(String line) {
        String out = type(line).answer().stdout();
        if (!out.startsWith(SUCCESS)) {
            throw new AssertionError("expected success of " + line + ", found " + out);
        }
        return ((PythonJson.Loaded.Document) PythonJson.loads(out.substring(SUCCESS.length())))
                .value();
    }

    /** What the server refuses with. */
    String refused(String line) {
        TypedLine typed = type(line);
        if (typed.answer().exit() != 2) {
            throw new AssertionError("expected a refusal, found " + typed.answer());
        }
        return typed.answer().stdout().strip();
    }

    /** The value at a path of names and places: {@code vlan.fabric}, {@code 0.name}. */
    static String at(Value value, String path) {
        Value found = value;
        for (String step : path.split("\\.", -1)) {
            found =
                    found instanceof Value.Many many
                            ? many.values().get(Integer.parseInt(step))
                            : ((Value.Fields) found).fields().get(step);
            if (found == null) {
                throw new AssertionError("nothing at " + path + " of " + value);
            }
        }
        return PythonJson.dumps(found, 0).replace("\"", "");
    }
}
