package org.maquete.juju;

import java.util.List;
import java.util.Optional;
import org.maquete.host.StartService;
import org.maquete.kernel.Outcome;
import org.maquete.world.World;

/** Agents of machines and units: how they come up, and who leads. */
final class AgentHandler {

    private AgentHandler() {}

    static void machineUp(MachineAgentDue event, World world, Outcome out) {
        JujuView.machine(world, event.model(), event.machine())
                .filter(m -> m.agent().current().equals("pending"))
                .filter(m -> Truth.couldConnect(world, m))
                .ifPresent(m -> started(m, out));
    }

    private static void started(Machine machine, Outcome out) {
        out.fact(new MachineAgentChanged(machine.model(), machine.name(), "started", ""));
        if (!machine.hostname().isEmpty()) {
            out.command(new StartService(machine.hostname(), Truth.agentService(machine)));
        }
    }

    /** The deployer starts the agents of the units that have waited for this machine. */
    static void deployWaiting(MachineAgentChanged fact, World world, Outcome out) {
        if (fact.current().equals("started")) {
            Machine machine = world.table(JujuTables.MACHINES).get(fact.model(), fact.machine());
            JujuView.unitsOn(world, machine).forEach(unit -> deploy(unit, out));
        }
    }

    static void assigned(UnitAssigned fact, World world, Outcome out) {
        boolean isUp =
                JujuView.machine(world, fact.model(), fact.machine())
                        .filter(m -> m.agent().current().equals("started"))
                        .isPresent();
        if (isUp) {
            deploy(world.table(JujuTables.UNITS).get(fact.model(), fact.unit()), out);
        }
    }

    private static void deploy(Unit unit, Outcome out) {
        if (isNew(unit)) {
            out.fact(
                    new WorkloadStatusSet(
                            unit.model(), unit.name(), "waiting", "agent initialising", List.of()));
            out.schedule(
                    out.draw(JujuSpans.UNIT_AGENT, unit.key(), 0),
                    new UnitAgentDue(unit.model(), unit.name()));
        }
    }

    static boolean isNew(Unit unit) {
        return unit.agent().current().equals("allocating") && unit.hookQueue().isEmpty();
    }

    static void unitUp(UnitAgentDue event, World world, Outcome out) {
        Optional<Unit> found =
                JujuView.unit(world, event.model(), event.unit()).filter(u -> isNew(u));
        if (found.isEmpty()) {
            return;
        }
        Unit unit = found.get();
        Machine machine = world.table(JujuTables.MACHINES).get(unit.model(), unit.machine());
        if (Truth.isDown(world, machine.hostname()) || Truth.isAbsent(world, machine)) {
            return;
        }
        String address = machine.addresses().isEmpty() ? "" : machine.addresses().getFirst();
        out.fact(new UnitAddressed(unit.model(), unit.name(), address));
        boolean leads = JujuView.leader(world, unit.model(), unit.application()).isEmpty();
        if (leads) {
            out.fact(new LeaderElected(unit.model(), unit.application(), unit.name()));
        }
        out.fact(
                new HooksQueued(
                        unit.model(),
                        unit.name(),
                        List.of(
                                Hook.of(Hook.Kind.INSTALL),
                                Hook.of(
                                        leads
                                                ? Hook.Kind.LEADER_ELECTED
                                                : Hook.Kind.LEADER_SETTINGS_CHANGED),
                                Hook.of(Hook.Kind.CONFIG_CHANGED),
                                Hook.of(Hook.Kind.START))));
    }

    static void leaseRanOut(LeaseDue event, World world, Outcome out) {
        Optional<Unit> leader = JujuView.leader(world, event.model(), event.application());
        if (leader.isEmpty()
                || !Truth.isAbsent(world, leader.get())
                || !Truth.answers(world, event.model())) {
            return;
        }
        out.fact(new LeaseExpired(event.model(), event.application(), leader.get().name()));
        elect(event.model(), event.application(), world, out);
    }

    /** The leader is gone: another takes its place. */
    static void removed(UnitRemoved fact, World world, Outcome out) {
        String application = fact.unit().substring(0, fact.unit().indexOf('/'));
        if (JujuView.leader(world, fact.model(), application).isEmpty()) {
            elect(fact.model(), application, world, out);
        }
    }

    /** Another unit of the application takes the lease; the first in order, where Juju races. */
    private static void elect(String model, String application, World world, Outcome out) {
        for (Unit unit : JujuView.units(world, model, application)) {
            if (unit.isInstalled()
                    && !HookOrder.has(unit, Hook.of(Hook.Kind.REMOVE))
                    && !Truth.isAbsent(world, unit)) {
                out.fact(new LeaderElected(unit.model(), unit.application(), unit.name()));
                out.fact(
                        new HooksQueued(
                                unit.model(),
                                unit.name(),
                                List.of(Hook.of(Hook.Kind.LEADER_ELECTED))));
                return;
            }
        }
    }
}
