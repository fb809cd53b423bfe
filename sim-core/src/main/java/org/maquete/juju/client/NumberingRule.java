package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.finding.Finding;
import org.maquete.finding.Rule;
import org.maquete.finding.Run;
import org.maquete.finding.Severity;
import org.maquete.finding.Trouble;
import org.maquete.finding.TypedLine;
import org.maquete.finding.Words;
import org.maquete.juju.JujuTables;
import org.maquete.juju.JujuView;
import org.maquete.juju.Machine;
import org.maquete.juju.MachineAdded;
import org.maquete.juju.Model;
import org.maquete.kernel.Ref;

/**
 * Which server is which machine. MAAS picks servers by size, Juju counts from 0 in each model, and
 * documents count a third way; the mapping is told once for each model with more than one server.
 */
final class NumberingRule implements Rule {

    @Override
    public String id() {
        return "juju.machine-numbering";
    }

    @Override
    public List<Finding> check(Run run) {
        List<Finding> findings = new ArrayList<>();
        for (Model model : run.world().table(JujuTables.MODELS)) {
            List<Machine> machines =
                    JujuView.machines(run.world(), model.key()).stream()
                            .filter(m -> !m.isContainer() && !m.hostname().isEmpty())
                            .toList();
            if (machines.size() > 1) {
                Optional<TypedLine> line =
                        Origins.lineOf(
                                run,
                                fact ->
                                        fact instanceof MachineAdded added
                                                && added.model().equals(model.key()));
                line.ifPresent(found -> findings.add(finding(model, machines, found)));
            }
        }
        return findings;
    }

    private Finding finding(Model model, List<Machine> machines, TypedLine line) {
        List<String> en = new ArrayList<>();
        List<String> pt = new ArrayList<>();
        for (Machine machine : machines) {
            en.add(machine.name() + " is " + machine.hostname());
            pt.add(machine.name() + " é " + machine.hostname());
        }
        Words cause =
                new Words(
                        "Juju's machines of the model "
                                + model.name()
                                + " in this run: "
                                + String.join(", ", en)
                                + ". MAAS picks the order; on the real rack it may be another.",
                        "As máquinas do Juju no modelo "
                                + model.name()
                                + " nesta execução: "
                                + String.join(", ", pt)
                                + ". O MAAS escolhe a ordem; no rack real ela pode ser outra.");
        return new Finding(
                id(),
                Severity.NOTE,
                Trouble.REMARK,
                line.place(),
                new Ref("model", model.name()),
                "",
                cause,
                List.of(),
                Ref.NONE);
    }
}
