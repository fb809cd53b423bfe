package org.maquete.hardware;

import java.util.function.UnaryOperator;
import org.maquete.world.Edits;

/** Applies what happened in the rack. */
final class RackFolds {

    private RackFolds() {}

    static void installed(MachineInstalled fact, long timeNs, Edits edits) {
        int id = edits.world().table(HardwareView.MACHINES).nextId();
        edits.insert(
                HardwareView.MACHINES,
                new Machine(
                        id,
                        fact.name(),
                        fact.cpuThreads(),
                        fact.memoryMib(),
                        fact.zone(),
                        true,
                        false,
                        false));
        fact.disks().forEach(spec -> disk(fact.name(), spec, edits));
        fact.nics().forEach(spec -> nic(fact.name(), spec, edits));
        int controller = edits.world().table(HardwareView.CONTROLLERS).nextId();
        edits.insert(HardwareView.CONTROLLERS, new Controller(controller, fact.name(), "", true));
    }

    static void mainsCut(MainsCut fact, long timeNs, Edits edits) {
        machine(fact.machine(), edits, m -> power(m, false, m.on(), m.on()));
    }

    static void mainsRestored(MainsRestored fact, long timeNs, Edits edits) {
        machine(fact.machine(), edits, m -> power(m, true, m.on(), m.resumes()));
    }

    static void poweredOn(PoweredOn fact, long timeNs, Edits edits) {
        machine(fact.machine(), edits, m -> power(m, m.mains(), true, false));
    }

    static void poweredOff(PoweredOff fact, long timeNs, Edits edits) {
        machine(fact.machine(), edits, m -> power(m, m.mains(), false, m.resumes()));
    }

    static void partBroken(PartBroken fact, long timeNs, Edits edits) {
        int id = edits.world().table(HardwareView.BROKEN).nextId();
        edits.insert(HardwareView.BROKEN, new BrokenPart(id, fact.machine(), fact.part()));
    }

    static void partMended(PartMended fact, long timeNs, Edits edits) {
        String key = BrokenPart.key(fact.machine(), fact.part());
        edits.remove(HardwareView.BROKEN, edits.world().table(HardwareView.BROKEN).idOf(key));
    }

    static void cablePulled(CablePulled fact, long timeNs, Edits edits) {
        nic(fact.machine(), fact.nic(), edits, n -> with(n, false, n.enabled()));
    }

    static void cablePlugged(CablePlugged fact, long timeNs, Edits edits) {
        nic(fact.machine(), fact.nic(), edits, n -> with(n, true, n.enabled()));
    }

    static void linkCut(LinkCut fact, long timeNs, Edits edits) {
        nic(fact.machine(), fact.nic(), edits, n -> with(n, n.plugged(), false));
    }

    static void linkMended(LinkMended fact, long timeNs, Edits edits) {
        nic(fact.machine(), fact.nic(), edits, n -> with(n, n.plugged(), true));
    }

    static void diskWritten(DiskWritten fact, long timeNs, Edits edits) {
        edits.change(
                HardwareView.DISKS,
                fact.machine() + " " + fact.disk(),
                d -> new Disk(d.id(), d.machine(), d.name(), d.gb(), DiskRole.DATA, false));
    }

    static void diskWiped(DiskWiped fact, long timeNs, Edits edits) {
        edits.change(
                HardwareView.DISKS,
                fact.machine() + " " + fact.disk(),
                d ->
                        d.role() == DiskRole.BOOT
                                ? new Disk(d.id(), d.machine(), d.name(), d.gb(), d.role(), false)
                                : new Disk(
                                        d.id(),
                                        d.machine(),
                                        d.name(),
                                        d.gb(),
                                        DiskRole.FREE,
                                        true));
    }

    static void passwordSet(ControllerPasswordSet fact, long timeNs, Edits edits) {
        edits.change(
                HardwareView.CONTROLLERS,
                fact.machine(),
                c -> new Controller(c.id(), c.machine(), fact.password(), c.connected()));
    }

    static void disconnected(ControllerDisconnected fact, long timeNs, Edits edits) {
        connected(fact.machine(), false, edits);
    }

    static void reconnected(ControllerReconnected fact, long timeNs, Edits edits) {
        connected(fact.machine(), true, edits);
    }

    private static void connected(String machine, boolean connected, Edits edits) {
        edits.change(
                HardwareView.CONTROLLERS,
                machine,
                c -> new Controller(c.id(), c.machine(), c.password(), connected));
    }

    private static void disk(String machine, DiskSpec spec, Edits edits) {
        int id = edits.world().table(HardwareView.DISKS).nextId();
        edits.insert(
                HardwareView.DISKS,
                new Disk(id, machine, spec.name(), spec.gb(), spec.role(), spec.pristine()));
    }

    private static void nic(String machine, NicSpec spec, Edits edits) {
        int id = edits.world().table(HardwareView.NICS).nextId();
        edits.insert(
                HardwareView.NICS,
                new Nic(
                        id,
                        machine,
                        spec.name(),
                        spec.mac(),
                        spec.ovsBridge(),
                        spec.subnet(),
                        true,
                        true));
    }

    private static void machine(String name, Edits edits, UnaryOperator<Machine> change) {
        edits.change(HardwareView.MACHINES, name, change);
    }

    private static Machine power(Machine m, boolean mains, boolean on, boolean resumes) {
        return new Machine(
                m.id(), m.name(), m.cpuThreads(), m.memoryMib(), m.zone(), mains, on, resumes);
    }

    private static void nic(String machine, String nic, Edits edits, UnaryOperator<Nic> change) {
        edits.change(HardwareView.NICS, machine + " " + nic, change);
    }

    private static Nic with(Nic n, boolean plugged, boolean enabled) {
        return new Nic(
                n.id(),
                n.machine(),
                n.name(),
                n.mac(),
                n.ovsBridge(),
                n.subnet(),
                plugged,
                enabled);
    }
}
