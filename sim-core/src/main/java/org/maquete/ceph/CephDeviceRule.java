package org.maquete.ceph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
import org.maquete.juju.JujuView;
import org.maquete.juju.PlanLines;
import org.maquete.juju.Unit;
import org.maquete.kernel.Ref;
import org.maquete.world.World;

/**
 * A unit of ceph-osd has no OSD: its option {@code osd-devices} does not fit the machine's disks.
 * The charm says the same of an absent disk and of the boot disk; the inventory tells them apart.
 */
final class CephDeviceRule implements Rule {

    /** What is wrong with the configured devices. */
    enum Kind {
        /** None of them is there, or none is configured. */
        NO_DEVICE("ceph.no-device"),
        /** The system lives on one of them. */
        BOOT_DISK("ceph.boot-disk"),
        /** One of them carries data. */
        NON_PRISTINE("ceph.non-pristine");

        private final String id;

        Kind(String id) {
            this.id = id;
        }
    }

    private final Kind kind;

    CephDeviceRule(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String id() {
        return kind.id;
    }

    @Override
    public List<Finding> check(Run run) {
        List<Finding> findings = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (Unit unit : JujuView.unitsOfCharm(run.world(), "ceph-osd")) {
            String application = unit.model() + " " + unit.application();
            Optional<TypedLine> line =
                    PlanLines.last(run, unit, words -> sets(words, unit.application()));
            if (kindOf(run.world(), unit).equals(Optional.of(kind))
                    && line.isPresent()
                    && !told.contains(application)) {
                told.add(application);
                findings.add(finding(run.world(), unit, line.get()));
            }
        }
        return findings;
    }

    private static boolean sets(List<String> words, String application) {
        return words.size() > 2
                && words.get(0).equals("juju")
                && words.get(1).equals("config")
                && words.contains(application)
                && words.stream().anyMatch(word -> word.startsWith("osd-devices="));
    }

    /** What is wrong with a unit, if anything. */
    private static Optional<Kind> kindOf(World world, Unit unit) {
        String message = unit.workload().message();
        if (message.equals(CephOsdCharm.NON_PRISTINE)) {
            return Optional.of(Kind.NON_PRISTINE);
        }
        if (!message.equals(CephOsdCharm.NO_DEVICE)) {
            return Optional.empty();
        }
        BlockDevices devices =
                BlockDevices.of(world, JujuView.hostOf(world, unit), configured(world, unit));
        return Optional.of(devices.boot().isEmpty() ? Kind.NO_DEVICE : Kind.BOOT_DISK);
    }

    private static String configured(World world, Unit unit) {
        return JujuView.application(world, unit.model(), unit.application())
                .map(application -> JujuView.config(world, application, "osd-devices"))
                .orElse("");
    }

    private Finding finding(World world, Unit unit, TypedLine line) {
        String host = JujuView.hostOf(world, unit);
        List<Disk> disks = HardwareView.disks(world, host);
        String configured = configured(world, unit);
        return new Finding(
                kind.id,
                Severity.ERROR,
                Trouble.BLOCKED,
                line.place(),
                new Ref("unit", unit.name()),
                unit.workload().message(),
                cause(host, configured.isEmpty() ? "-" : configured, disks),
                List.of(cure(unit, line, disks)),
                Ref.NONE);
    }

    private Words cause(String host, String configured, List<Disk> disks) {
        String inventory =
                disks.stream().map(CephDeviceRule::described).collect(Collectors.joining(", "));
        String has = inventory.isEmpty() ? "-" : inventory;
        String en = "osd-devices is " + configured + "; " + host + " has: " + has + ". ";
        String pt = "osd-devices é " + configured + "; " + host + " tem: " + has + ". ";
        return switch (kind) {
            case NO_DEVICE ->
                    new Words(
                            en + "No configured disk is there.",
                            pt + "Nenhum disco configurado existe.");
            case BOOT_DISK ->
                    new Words(
                            en + "The system lives on that disk, so the charm passes over it.",
                            pt + "O sistema está nesse disco, por isso o charm o ignora.");
            case NON_PRISTINE ->
                    new Words(
                            en + "A disk with old data stops all disks of the unit.",
                            pt + "Um disco com dados antigos impede todos os discos da unidade.");
        };
    }

    private static String described(Disk disk) {
        String use = disk.role() == DiskRole.BOOT ? "boot" : disk.pristine() ? "free" : "has data";
        return disk.name() + " (" + use + ")";
    }

    private Cure cure(Unit unit, TypedLine line, List<Disk> disks) {
        if (kind == Kind.NON_PRISTINE) {
            return Cure.advice(
                    new Words(
                            "Release the machine with erasing, or zap the disk with the action"
                                    + " `zap-disk` once you are sure that nobody needs the data.",
                            "Libere a máquina apagando os discos, ou use a action `zap-disk` depois"
                                    + " de ter certeza de que ninguém precisa dos dados."));
        }
        Optional<Disk> free =
                disks.stream()
                        .filter(disk -> disk.role() == DiskRole.FREE && disk.pristine())
                        .findFirst();
        if (free.isEmpty()) {
            return Cure.advice(
                    new Words(
                            "The machine needs a second, empty disk.",
                            "A máquina precisa de um segundo disco, vazio."));
        }
        Words how = new Words("Name the free disk.", "Informe o disco livre.");
        String config = "juju config " + unit.application() + " osd-devices=" + free.get().name();
        return line.startsWith("juju config") ? Cure.instead(how, config) : Cure.after(how, config);
    }
}
