package org.maquete.preflight;

import java.util.ArrayList;
import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Model;
import org.maquete.kernel.Origin;
import org.maquete.kernel.Settings;
import org.maquete.kernel.Simulation;
import org.maquete.operator.Pace;
import org.maquete.operator.PutFile;
import org.maquete.operator.TypeScript;
import org.maquete.runbook.SourceText;

/**
 * A runbook and the lab it is typed in.
 *
 * @param model the subsystems
 * @param settings seed, journal, overrides
 * @param lab the commands that build the lab at time 0
 * @param files files that the operator has beside the runbook
 * @param sources the documents, in order: several are one plan
 */
public record Plan(
        Model model,
        Settings settings,
        List<Command> lab,
        List<PutFile> files,
        List<SourceText> sources,
        Pace pace) {

    public Plan {
        lab = List.copyOf(lab);
        files = List.copyOf(files);
        sources = List.copyOf(sources);
    }

    /** A run of this plan in which nothing has been typed yet. */
    public Simulation start() {
        Simulation simulation = new Simulation(model, settings);
        Origin origin = new Origin.Lab("lab");
        List<Command> commands = new ArrayList<>(lab);
        commands.addAll(files);
        commands.forEach(command -> simulation.submit(command, origin));
        simulation.submit(new TypeScript(sources, pace), new Origin.Person("types the runbook"));
        return simulation;
    }
}
