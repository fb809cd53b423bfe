package org.maquete.maas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.finding.CausingLine;
import org.maquete.finding.Cure;
import org.maquete.finding.Finding;
import org.maquete.finding.Rule;
import org.maquete.finding.Run;
import org.maquete.finding.Severity;
import org.maquete.finding.Trouble;
import org.maquete.finding.TypedLine;
import org.maquete.finding.Words;
import org.maquete.hardware.HardwareView;
import org.maquete.kernel.JournalEntry;
import org.maquete.kernel.Ref;

/**
 * MAAS could not switch a machine, so it went back to the status before. The command had been
 * accepted, nobody tries again, and Juju waits for ever.
 */
final class MachineIsNotSwitched implements Rule {

    private static final String NOTE = "Failed to query node's BMC";

    @Override
    public String id() {
        return "maas.power-control";
    }

    @Override
    public List<Finding> check(Run run) {
        List<Finding> findings = new ArrayList<>();
        for (Machine machine : MaasView.machines(run.world())) {
            Optional<TypedLine> line =
                    machine.statusMessage().startsWith(NOTE)
                            ? CausingLine.of(run, entry -> isNote(entry, machine))
                            : Optional.empty();
            line.ifPresent(l -> findings.add(finding(run, machine, l)));
        }
        return findings;
    }

    private static boolean isNote(JournalEntry entry, Machine machine) {
        return entry.what()
                        instanceof JournalEntry.Happened(MachineStatusChanged(var name, _, var why))
                && name.equals(machine.hostname())
                && why.startsWith(NOTE);
    }

    private Finding finding(Run run, Machine machine, TypedLine line) {
        String name = machine.hostname();
        boolean silent =
                !HardwareView.hasMains(run.world(), name)
                        || !run.world().table(HardwareView.CONTROLLERS).get(name).connected();
        Words cause =
                silent
                        ? new Words(
                                "The management controller of " + name + " does not answer.",
                                "O controlador de gerência de " + name + " não responde.")
                        : new Words(
                                "The management controller of "
                                        + name
                                        + " wants another password than MAAS has.",
                                "O controlador de gerência de "
                                        + name
                                        + " espera outra senha, não a que o MAAS tem.");
        String query = "maas admin machine query-power-state " + machine.systemId();
        return new Finding(
                id(),
                Severity.ERROR,
                Trouble.BLOCKED,
                line.place(),
                new Ref("maas-machine", name),
                machine.statusMessage(),
                cause,
                List.of(
                        Cure.advice(
                                new Words(
                                        "Put socket, cable or password right, see that `"
                                                + query
                                                + "` answers, and give the command again.",
                                        "Corrija tomada, cabo ou senha, verifique com `"
                                                + query
                                                + "` e repita o comando."))),
                Ref.NONE);
    }
}
