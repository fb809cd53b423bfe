package org.maquete.maas;

import java.util.List;
import java.util.Optional;
import org.maquete.hardware.HardwareView;
import org.maquete.hardware.PoweredOff;
import org.maquete.hardware.PoweredOn;
import org.maquete.hardware.SetPower;
import org.maquete.host.HostView;
import org.maquete.kernel.EventId;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Span;
import org.maquete.world.World;

/**
 * Decides how a machine becomes known to MAAS by itself: it boots from a network of which MAAS is
 * the DHCP server, says what it is made of, is New, and switches off.
 */
final class EnlistHandler {

    static final Span ENLIST =
            Span.seconds(
                    "maas.enlist",
                    180,
                    360,
                    "GUESS: PXE, ephemeral system and scripts as in a commissioning");

    private EnlistHandler() {}

    static void poweredOn(PoweredOn fact, World world, Outcome out) {
        String machine = fact.machine();
        boolean unknown =
                MaasView.machine(world, machine).isEmpty()
                        && HostView.host(world, machine).isEmpty()
                        && !world.table(MaasView.ENLISTMENTS).has(machine);
        boolean answered =
                NetworkBoot.range(world).isPresent()
                        && HardwareView.isCabled(world, machine)
                        && !NetworkBoot.isSilent(world, machine)
                        && Barred.imageless(world).isEmpty();
        if (unknown && answered) {
            begin(machine, out.draw(ENLIST, machine, 0), out);
        }
    }

    private static void begin(String machine, long leftNs, Outcome out) {
        EventId due = out.schedule(leftNs, new EnlistmentDue(machine));
        out.fact(new EnlistmentStarted(machine, out.now() + leftNs, due));
    }

    static void poweredOff(PoweredOff fact, World world, Outcome out) {
        Optional<Enlistment> enlistment = world.table(MaasView.ENLISTMENTS).find(fact.machine());
        if (enlistment.isPresent()) {
            out.cancel(enlistment.get().event());
            out.fact(new EnlistmentEnded(fact.machine()));
        }
    }

    static void due(EnlistmentDue event, World world, Outcome out) {
        var machine = world.table(HardwareView.MACHINES).get(event.machine());
        out.fact(new EnlistmentEnded(event.machine()));
        if (MaasView.machine(world, event.machine()).isEmpty()) {
            out.fact(
                    new MachineEnlisted(
                            InventoryHandler.systemId(out.draws(event.machine(), "system id", 0)),
                            machine.name(),
                            NodeStatus.NEW,
                            List.of(),
                            "default",
                            "default",
                            machine.cpuThreads(),
                            machine.memoryMib(),
                            ""));
        }
        out.command(new SetPower(event.machine(), false));
    }

    /** Schedules the enlistments of an observed state, and renews their handles. */
    static void resume(World world, Outcome out) {
        for (Enlistment enlistment : world.table(MaasView.ENLISTMENTS)) {
            begin(enlistment.machine(), Math.max(0, enlistment.dueNs() - out.now()), out);
        }
    }
}
