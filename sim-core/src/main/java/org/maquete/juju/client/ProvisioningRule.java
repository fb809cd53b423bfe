package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.maquete.finding.Finding;
import org.maquete.finding.Remedy;
import org.maquete.finding.Rule;
import org.maquete.finding.Run;
import org.maquete.finding.Severity;
import org.maquete.finding.Trouble;
import org.maquete.finding.TypedLine;
import org.maquete.juju.JujuTables;
import org.maquete.juju.Machine;
import org.maquete.juju.MachineAdded;
import org.maquete.juju.PlanLines;
import org.maquete.kernel.Ref;

/**
 * MAAS gave no machine. Juju tries ten times more, then the machine stays {@code provisioning
 * error}; the deploy itself was accepted. One finding for each line.
 */
final class ProvisioningRule implements Rule {

    @Override
    public String id() {
        return "juju.provisioning-failed";
    }

    @Override
    public List<Finding> check(Run run) {
        List<Finding> findings = new ArrayList<>();
        TreeSet<Integer> told = new TreeSet<>();
        for (Machine machine : run.world().table(JujuTables.MACHINES)) {
            String message = machine.instance().message();
            boolean failed =
                    machine.instance().current().equals("provisioning error")
                            || message.contains("retrying in");
            Optional<TypedLine> line =
                    failed
                            ? Origins.lineOf(
                                    run,
                                    fact ->
                                            fact instanceof MachineAdded added
                                                    && added.model().equals(machine.model())
                                                    && added.machine().equals(machine.name()))
                            : Optional.empty();
            if (line.isPresent() && told.add(line.get().index())) {
                findings.add(finding(run, machine, line.get()));
            }
        }
        return findings;
    }

    @Override
    public List<Finding> certain(Run run, Supplier<List<String>> ahead) {
        List<Finding> found = check(run);
        return found.isEmpty() || PlanLines.changesMachines(ahead.get()) ? List.of() : found;
    }

    private Finding finding(Run run, Machine machine, TypedLine line) {
        Remedy.Diagnosis why = CloudRemedy.unmatched(line, run.world());
        return new Finding(
                id(),
                Severity.ERROR,
                Trouble.BLOCKED,
                line.place(),
                new Ref("machine", machine.name()),
                machine.instance().message(),
                why.cause(),
                why.cures(),
                Ref.NONE);
    }
}
