package org.maquete.juju;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.host.HostBooted;
import org.maquete.host.HostDied;
import org.maquete.host.HostView;
import org.maquete.kernel.Outcome;
import org.maquete.world.World;

/**
 * Agents of machines and units: how they come up, are missed, and return.
 *
 * <p>When a machine dies its hooks stop at once; the controller notices when the connections close
 * (an orderly shutdown) or when three minutes have passed without a ping. The lease of a leader
 * runs out by itself, and the next unit takes it.
 */
final class AgentHandler {

    private static final String SILENT = "agent is not communicating with the server";

    private AgentHandler() {}

    static void machineUp(MachineAgentDue event, World world, Outcome out) {
        JujuView.machine(world, event.model(), event.machine())
                .filter(m -> m.agent().current().equals("pending"))
                .filter(m -> !Truth.isDown(world, m.hostname()))
                .ifPresent(m -> out.fact(started(m)));
    }

    private static MachineAgentChanged started(Machine machine) {
        return new MachineAgentChanged(machine.model(), machine.name(), "started", "");
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
        if (Truth.isDown(world, machine.hostname())) {
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

    static void died(HostDied fact, World world, Outcome out) {
        Optional<Machine> found = ProvisionHandler.ofHost(world, fact.name());
        if (found.isEmpty() || found.get().agent().current().equals("pending")) {
            return;
        }
        Machine machine = found.get();
        for (Unit unit : JujuView.unitsOn(world, machine)) {
            if (unit.isInHook()) {
                out.cancel(unit.pendingHook());
                Hook hook =
                        unit.hookQueue().isEmpty()
                                ? Hook.of(Hook.Kind.UPDATE_STATUS)
                                : unit.hookQueue().getFirst();
                out.fact(new HookInterrupted(unit.model(), unit.name(), hook));
            }
            if (unit.leader()) {
                out.schedule(
                        out.draw(JujuSpans.LEASE, unit.key(), boots(world, fact.name())),
                        new LeaseDue(unit.model(), unit.application()));
            }
        }
        if (machine.agent().current().equals("started")) {
            boolean orderly = fact.cause().contains("shut down");
            long silenceNs = out.draw(JujuSpans.SILENCE, machine.key(), boots(world, fact.name()));
            out.schedule(
                    orderly ? 0 : silenceNs, new AgentSilenceDue(machine.model(), machine.name()));
        }
    }

    private static int boots(World world, String host) {
        return HostView.host(world, host).map(h -> h.boots()).orElse(0);
    }

    static void silent(AgentSilenceDue event, World world, Outcome out) {
        Optional<Machine> found =
                JujuView.machine(world, event.model(), event.machine())
                        .filter(m -> m.agent().current().equals("started"))
                        .filter(m -> Truth.isDown(world, m.hostname()));
        if (found.isEmpty()) {
            return;
        }
        out.fact(new MachineAgentChanged(event.model(), event.machine(), "down", SILENT));
        for (Unit unit : JujuView.unitsOn(world, found.get())) {
            if (canBeLost(unit)) {
                lose(unit, out);
            }
        }
    }

    private static void lose(Unit unit, Outcome out) {
        out.fact(new UnitAgentChanged(unit.model(), unit.name(), "lost", SILENT));
        String current = unit.workload().current();
        if (!current.equals("error") && !current.equals("terminated")) {
            out.fact(
                    new WorkloadStatusSet(
                            unit.model(),
                            unit.name(),
                            "unknown",
                            "agent lost, see 'juju show-status-log " + unit.name() + "'",
                            List.of("unit " + unit.name())));
        }
    }

    /** juju 3.6 core/status and apiserver client: a unit that is still installing is not lost. */
    private static boolean canBeLost(Unit unit) {
        StatusInfo workload = unit.workload();
        boolean initialising =
                workload.current().equals("waiting")
                        && workload.message().equals("agent initialising");
        boolean installing =
                workload.current().equals("maintenance")
                        && workload.message().equals(UnitFolds.INSTALLING.message());
        return !unit.agent().current().equals("allocating") && !initialising && !installing;
    }

    static void leaseRanOut(LeaseDue event, World world, Outcome out) {
        Optional<Unit> leader = JujuView.leader(world, event.model(), event.application());
        if (leader.isEmpty() || !Truth.isDown(world, JujuView.hostOf(world, leader.get()))) {
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
                    && !Truth.isDown(world, JujuView.hostOf(world, unit))) {
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

    static void booted(HostBooted fact, World world, Outcome out) {
        Optional<Machine> found = ProvisionHandler.ofHost(world, fact.name());
        if (found.isEmpty() || found.get().addresses().isEmpty()) {
            return;
        }
        Machine machine = found.get();
        long delayNs = out.draw(JujuSpans.AGENT_RETURN, machine.key(), boots(world, fact.name()));
        if (!machine.agent().current().equals("pending")) {
            out.schedule(delayNs, new AgentReturnDue(machine.model(), machine.name()));
        } else if (!BootstrapHandler.isBootstrapping(world, machine.model())) {
            out.schedule(delayNs, new MachineAgentDue(machine.model(), machine.name()));
        }
    }

    static void returned(AgentReturnDue event, World world, Outcome out) {
        Optional<Machine> found =
                JujuView.machine(world, event.model(), event.machine())
                        .filter(m -> !Truth.isDown(world, m.hostname()));
        if (found.isEmpty()) {
            return;
        }
        out.fact(started(found.get()));
        for (Unit unit : JujuView.unitsOn(world, found.get())) {
            if (unit.isInstalled() || !unit.hookQueue().isEmpty()) {
                restart(unit, world, out);
            }
        }
    }

    private static void restart(Unit unit, World world, Outcome out) {
        for (Task task : world.table(JujuTables.TASKS)) {
            if (task.unit().equals(unit.name())
                    && task.model().equals(unit.model())
                    && task.status().equals("running")) {
                out.fact(
                        new TaskFinished(
                                task.model(),
                                task.number(),
                                unit.name(),
                                "failed",
                                "action terminated",
                                List.of()));
            }
        }
        if (unit.agent().current().equals("lost")) {
            out.fact(new UnitAgentChanged(unit.model(), unit.name(), "executing", ""));
        }
        if (!unit.leader()
                && JujuView.leader(world, unit.model(), unit.application()).isEmpty()
                && isFirstHere(unit, world)) {
            out.fact(new LeaderElected(unit.model(), unit.application(), unit.name()));
        }
        List<Hook> hooks = new ArrayList<>();
        for (Hook.Kind kind : List.of(Hook.Kind.CONFIG_CHANGED, Hook.Kind.START)) {
            if (!HookOrder.has(unit, Hook.of(kind))) {
                hooks.add(Hook.of(kind));
            }
        }
        out.fact(new HooksQueued(unit.model(), unit.name(), hooks));
    }

    /** Two units of one application on one machine do not both take the lease in one step. */
    private static boolean isFirstHere(Unit unit, World world) {
        return JujuView.units(world, unit.model(), unit.application()).stream()
                .filter(other -> other.machine().equals(unit.machine()))
                .findFirst()
                .filter(other -> other.name().equals(unit.name()))
                .isPresent();
    }
}
