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
import org.maquete.hardware.Part;
import org.maquete.kernel.JournalEntry;
import org.maquete.kernel.Ref;

/** MAAS has given up on a machine: Failed commissioning, Failed deployment and the like. */
final class OperationHasFailed implements Rule {

    @Override
    public String id() {
        return "maas.operation-failed";
    }

    @Override
    public List<Finding> check(Run run) {
        List<Finding> findings = new ArrayList<>();
        for (Machine machine : MaasView.machines(run.world())) {
            Optional<TypedLine> line =
                    machine.status().isFailed()
                            ? CausingLine.of(run, entry -> isFailure(entry, machine))
                            : Optional.empty();
            line.ifPresent(l -> findings.add(finding(run, machine, l)));
        }
        return findings;
    }

    private static boolean isFailure(JournalEntry entry, Machine machine) {
        return entry.what()
                        instanceof JournalEntry.Happened(MachineStatusChanged(var name, var to, _))
                && name.equals(machine.hostname())
                && to == machine.status();
    }

    private Finding finding(Run run, Machine machine, TypedLine line) {
        return new Finding(
                id(),
                Severity.ERROR,
                Trouble.BLOCKED,
                line.place(),
                new Ref("maas-machine", machine.hostname()),
                machine.status().text() + ": " + machine.statusMessage(),
                cause(run, machine.hostname()),
                List.of(
                        Cure.advice(
                                new Words(
                                        "Put that right; then release or commission the machine"
                                                + " again.",
                                        "Corrija isso; depois libere ou comissione a máquina de"
                                                + " novo."))),
                Ref.NONE);
    }

    private static Words cause(Run run, String name) {
        if (!HardwareView.hasMains(run.world(), name)) {
            return new Words(
                    name + " has no power, so MAAS heard nothing of it.",
                    name + " está sem energia, e o MAAS não soube mais dela.");
        }
        if (!HardwareView.isCabled(run.world(), name)) {
            return new Words(
                    name + " has no cable, so it could not boot from the network.",
                    name + " está sem cabo e não pôde iniciar pela rede.");
        }
        List<Part> broken = HardwareView.brokenParts(run.world(), name);
        if (!broken.isEmpty()) {
            String parts = String.join(", ", broken.stream().map(Part::text).toList());
            return new Words(
                    "A hardware test of " + name + " failed; broken is: " + parts + ".",
                    "Um teste de hardware de " + name + " falhou; com defeito: " + parts + ".");
        }
        return new Words(
                "MAAS heard nothing of "
                        + name
                        + " in time. Maybe it lost its power meanwhile, or the DHCP range had no"
                        + " address left.",
                "O MAAS não soube de "
                        + name
                        + " a tempo. Talvez tenha faltado energia, ou a faixa DHCP não tinha mais"
                        + " endereços.");
    }
}
