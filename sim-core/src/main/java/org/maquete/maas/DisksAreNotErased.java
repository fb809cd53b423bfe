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
import org.maquete.hardware.Disk;
import org.maquete.hardware.DiskRole;
import org.maquete.hardware.HardwareView;
import org.maquete.kernel.JournalEntry;
import org.maquete.kernel.Ref;

/**
 * A machine went back to MAAS with data on a disk. Its next user gets the disk as it is, and Ceph
 * refuses it: {@code Non-pristine devices detected}.
 */
final class DisksAreNotErased implements Rule {

    @Override
    public String id() {
        return "maas.released-without-erase";
    }

    @Override
    public List<Finding> check(Run run) {
        List<Finding> findings = new ArrayList<>();
        for (Machine machine : MaasView.machines(run.world())) {
            Optional<Disk> used =
                    HardwareView.disks(run.world(), machine.hostname()).stream()
                            .filter(disk -> disk.role() == DiskRole.DATA && !disk.pristine())
                            .findFirst();
            Optional<TypedLine> line =
                    used.isPresent()
                            ? CausingLine.of(run, entry -> isRelease(entry, machine))
                            : Optional.empty();
            line.ifPresent(l -> findings.add(finding(machine, used.orElseThrow(), l)));
        }
        return findings;
    }

    private static boolean isRelease(JournalEntry entry, Machine machine) {
        return entry.what()
                        instanceof JournalEntry.Commanded(ReleaseMachine(var name, var erase), _)
                && name.equals(machine.hostname())
                && erase == Erase.NONE;
    }

    private Finding finding(Machine machine, Disk disk, TypedLine line) {
        String name = machine.hostname();
        return new Finding(
                id(),
                Severity.WARNING,
                Trouble.SILENT,
                line.place(),
                new Ref("disk", disk.key()),
                "",
                new Words(
                        name
                                + " was released with data on "
                                + disk.name()
                                + ": Ceph will not take that disk.",
                        name
                                + " foi liberada com dados em "
                                + disk.name()
                                + ": o Ceph não aceitará esse disco."),
                List.of(
                        Cure.advice(
                                new Words(
                                        "Release with erase=true quick_erase=true, or let MAAS"
                                                + " erase disks on every release.",
                                        "Libere com erase=true quick_erase=true, ou deixe o MAAS"
                                                + " apagar os discos em toda liberação."))),
                Ref.NONE);
    }
}
