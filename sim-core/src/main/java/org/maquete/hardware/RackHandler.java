package org.maquete.hardware;

import java.util.Optional;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.world.World;

/** Decides what hands and management controllers do in the rack. */
final class RackHandler {

    private RackHandler() {}

    static void install(InstallMachine command, World world, Outcome out) {
        if (HardwareView.machine(world, command.name()).isPresent()) {
            out.refuse(
                    Refusal.of("exists", "machine " + command.name() + " is in the rack already"));
            return;
        }
        out.fact(
                new MachineInstalled(
                        command.name(),
                        command.cpuThreads(),
                        command.memoryMib(),
                        command.zone(),
                        command.disks(),
                        command.nics()));
    }

    static void cutPower(CutPower command, World world, Outcome out) {
        Optional<Machine> machine = machine(command.machine(), world, out);
        if (machine.isPresent() && machine.get().mains()) {
            out.fact(new MainsCut(command.machine()));
            if (machine.get().on()) {
                out.fact(new PoweredOff(command.machine()));
            }
        }
    }

    static void restorePower(RestorePower command, World world, Outcome out) {
        Optional<Machine> machine = machine(command.machine(), world, out);
        if (machine.isPresent() && !machine.get().mains()) {
            out.fact(new MainsRestored(command.machine()));
            if (machine.get().resumes()) {
                out.fact(new PoweredOn(command.machine()));
            }
        }
    }

    static void setPower(SetPower command, World world, Outcome out) {
        Optional<Machine> machine = machine(command.machine(), world, out);
        if (machine.isEmpty() || (machine.get().mains() && machine.get().on() == command.on())) {
            return;
        }
        if (!machine.get().mains()) {
            out.refuse(
                    new Refusal(
                            "no power",
                            "",
                            "the socket of machine " + command.machine() + " has no power",
                            new Ref("machine", command.machine())));
            return;
        }
        out.fact(
                command.on()
                        ? new PoweredOn(command.machine())
                        : new PoweredOff(command.machine()));
    }

    static void pullCable(PullCable command, World world, Outcome out) {
        Optional<Nic> nic = nic(command.machine(), command.nic(), world, out);
        if (nic.isPresent() && nic.get().plugged()) {
            out.fact(new CablePulled(command.machine(), command.nic()));
        }
    }

    static void plugCable(PlugCable command, World world, Outcome out) {
        Optional<Nic> nic = nic(command.machine(), command.nic(), world, out);
        if (nic.isPresent() && !nic.get().plugged()) {
            out.fact(new CablePlugged(command.machine(), command.nic()));
        }
    }

    static void breakPart(BreakPart command, World world, Outcome out) {
        if (!HardwareView.brokenParts(world, command.machine()).contains(command.part())) {
            out.fact(new PartBroken(command.machine(), command.part()));
        }
    }

    static void mendPart(MendPart command, World world, Outcome out) {
        if (HardwareView.brokenParts(world, command.machine()).contains(command.part())) {
            out.fact(new PartMended(command.machine(), command.part()));
        }
    }

    static void cutLink(CutLink command, World world, Outcome out) {
        Optional<Nic> nic = nic(command.machine(), command.nic(), world, out);
        if (nic.isPresent() && nic.get().enabled()) {
            out.fact(new LinkCut(command.machine(), command.nic()));
        }
    }

    static void mendLink(MendLink command, World world, Outcome out) {
        Optional<Nic> nic = nic(command.machine(), command.nic(), world, out);
        if (nic.isPresent() && !nic.get().enabled()) {
            out.fact(new LinkMended(command.machine(), command.nic()));
        }
    }

    static void writeDisk(WriteDisk command, World world, Outcome out) {
        Optional<Disk> disk = HardwareView.disk(world, command.machine(), command.disk());
        if (disk.isEmpty()) {
            out.refuse(absent("disk", command.machine() + " " + command.disk()));
        } else if (disk.get().role() == DiskRole.BOOT) {
            out.refuse(
                    Refusal.of(
                            "busy", command.disk() + " of " + command.machine() + " is mounted"));
        } else if (disk.get().role() != DiskRole.DATA || disk.get().pristine()) {
            out.fact(new DiskWritten(command.machine(), command.disk()));
        }
    }

    static void wipeDisk(WipeDisk command, World world, Outcome out) {
        if (HardwareView.disk(world, command.machine(), command.disk()).isEmpty()) {
            out.refuse(absent("disk", command.machine() + " " + command.disk()));
        } else {
            out.fact(new DiskWiped(command.machine(), command.disk()));
        }
    }

    static void wipeDisks(WipeDisks command, World world, Outcome out) {
        if (machine(command.machine(), world, out).isPresent()) {
            HardwareView.disks(world, command.machine())
                    .forEach(disk -> out.fact(new DiskWiped(command.machine(), disk.name())));
        }
    }

    static Optional<Machine> machine(String name, World world, Outcome out) {
        Optional<Machine> machine = HardwareView.machine(world, name);
        if (machine.isEmpty()) {
            out.refuse(absent("machine", name));
        }
        return machine;
    }

    private static Optional<Nic> nic(String machine, String name, World world, Outcome out) {
        Optional<Nic> nic = world.table(HardwareView.NICS).find(machine + " " + name);
        if (nic.isEmpty()) {
            out.refuse(absent("nic", machine + " " + name));
        }
        return nic;
    }

    private static Refusal absent(String kind, String name) {
        return Refusal.missing("not found", "no " + kind + " " + name + " in the rack", kind, name);
    }
}
