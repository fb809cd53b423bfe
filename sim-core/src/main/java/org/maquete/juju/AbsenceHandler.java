package org.maquete.juju;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.host.HostBooted;
import org.maquete.host.HostDied;
import org.maquete.host.HostView;
import org.maquete.host.NetworkLost;
import org.maquete.host.NetworkReturned;
import org.maquete.host.ServiceDied;
import org.maquete.host.ServiceStarted;
import org.maquete.kernel.EventId;
import org.maquete.kernel.Outcome;
import org.maquete.world.World;

/**
 * Agents that lose their controller, are missed, and return.
 *
 * <p>An agent is away when its machine has died, its process has stopped, its network is gone, or
 * the controller itself is away. Its hooks stop at once. The controller, if it is there, notices
 * when the connection closes (an orderly shutdown) or when three minutes have passed without a
 * ping, and shows machine and units as down and lost; what the units last said is kept. The lease
 * of a leader runs out by itself, and the next unit takes it. A controller that is away notices
 * nothing: whoever is still missing when it is back is missed from then on.
 */
final class AbsenceHandler {

    private static final String SILENT = "agent is not communicating with the server";
    private static final String AGENT = "jujud-machine-";

    private AbsenceHandler() {}

    static void hostDied(HostDied fact, World world, Outcome out) {
        boolean orderly = fact.cause().contains("shut down");
        ProvisionHandler.ofHost(world, fact.name())
                .ifPresent(m -> leave(m, true, orderly, world, out));
    }

    static void hostBooted(HostBooted fact, World world, Outcome out) {
        ProvisionHandler.ofHost(world, fact.name()).ifPresent(m -> allBack(m, world, out));
    }

    /** With the machine of a controller others of them may have a majority again. */
    private static void allBack(Machine machine, World world, Outcome out) {
        comeBack(machine, world, out);
        if (Controllers.isMember(world, machine)) {
            for (Machine other : Controllers.members(world, machine.model())) {
                if (other.id() != machine.id()) {
                    comeBack(other, world, out);
                }
            }
        }
    }

    static void agentDied(ServiceDied fact, World world, Outcome out) {
        if (fact.service().startsWith(AGENT)) {
            ProvisionHandler.ofHost(world, fact.host())
                    .filter(m -> !Truth.couldConnect(world, m))
                    .ifPresent(m -> leave(m, false, true, world, out));
        }
    }

    static void agentStarted(ServiceStarted fact, World world, Outcome out) {
        if (fact.service().startsWith(AGENT)) {
            ProvisionHandler.ofHost(world, fact.host()).ifPresent(m -> allBack(m, world, out));
        }
    }

    static void networkLost(NetworkLost fact, World world, Outcome out) {
        for (Machine machine : everyone(world)) {
            if (!Truth.couldConnect(world, machine)) {
                leave(machine, false, false, world, out);
            }
        }
    }

    static void networkReturned(NetworkReturned fact, World world, Outcome out) {
        everyone(world).forEach(machine -> comeBack(machine, world, out));
    }

    /** With the controller's own machine, or its majority, every agent of its models is away. */
    static void absent(AgentAbsent fact, World world, Outcome out) {
        for (Machine other : followers(fact.model(), fact.machine(), world)) {
            if (!Truth.couldConnect(world, other)) {
                leave(other, false, false, world, out);
            }
        }
    }

    /** The controller answers again: whoever can returns, and whoever cannot is missed. */
    static void connected(AgentConnected fact, World world, Outcome out) {
        for (Machine other : followers(fact.model(), fact.machine(), world)) {
            if (Truth.couldConnect(world, other)) {
                comeBack(other, world, out);
            } else {
                missLater(other, world, out);
            }
        }
    }

    private static List<Machine> everyone(World world) {
        return world.table(JujuTables.MACHINES).stream().toList();
    }

    /** The other machines of a controller if this one is among the controller's own. */
    private static List<Machine> followers(String model, String machine, World world) {
        List<Machine> found = new ArrayList<>();
        Optional<Machine> own =
                JujuView.machine(world, model, machine).filter(m -> Controllers.isMember(world, m));
        if (own.isPresent()) {
            String controller = model.substring(0, model.indexOf(':') + 1);
            for (Machine other : everyone(world)) {
                if (other.model().startsWith(controller) && other.id() != own.get().id()) {
                    found.add(other);
                }
            }
        }
        return found;
    }

    private static Optional<Absence> absence(Machine machine, World world) {
        return world.table(JujuTables.ABSENCES).find(machine.model(), machine.name());
    }

    private static boolean isPending(Machine machine) {
        return machine.agent().current().equals("pending");
    }

    private static void leave(
            Machine machine, boolean restarted, boolean orderly, World world, Outcome out) {
        if (isPending(machine)) {
            return;
        }
        Optional<Absence> old = absence(machine, world);
        if (old.isPresent() && !old.get().returning()) {
            if (restarted && !old.get().restarted()) {
                EventId due = old.get().dueEvent();
                out.fact(new AgentAbsent(machine.model(), machine.name(), true, false, due));
            }
            return;
        }
        boolean begins = old.map(Absence::restarted).orElse(false) || restarted;
        old.ifPresent(absence -> out.cancel(absence.dueEvent()));
        for (Unit unit : JujuView.unitsOn(world, machine)) {
            interrupt(unit, out);
        }
        EventId due = watches(machine, world) ? miss(machine, orderly, world, out) : EventId.NONE;
        out.fact(new AgentAbsent(machine.model(), machine.name(), begins, false, due));
    }

    private static void interrupt(Unit unit, Outcome out) {
        if (unit.isInHook()) {
            out.cancel(unit.pendingHook());
            Hook hook =
                    unit.hookQueue().isEmpty()
                            ? Hook.of(Hook.Kind.UPDATE_STATUS)
                            : unit.hookQueue().getFirst();
            out.fact(new HookInterrupted(unit.model(), unit.name(), hook));
        }
    }

    /** Whether somebody is there to miss the agent. */
    private static boolean watches(Machine machine, World world) {
        return Controllers.answersWithout(world, machine);
    }

    private static EventId miss(Machine machine, boolean orderly, World world, Outcome out) {
        int boots = boots(world, machine.hostname());
        for (Unit unit : JujuView.unitsOn(world, machine)) {
            if (unit.leader()) {
                out.schedule(
                        out.draw(JujuSpans.LEASE, unit.key(), boots),
                        new LeaseDue(unit.model(), unit.application()));
            }
        }
        if (!machine.agent().current().equals("started")) {
            return EventId.NONE;
        }
        long silenceNs = out.draw(JujuSpans.SILENCE, machine.key(), boots);
        return out.schedule(
                orderly ? 0 : silenceNs, new AgentSilenceDue(machine.model(), machine.name()));
    }

    private static void missLater(Machine machine, World world, Outcome out) {
        Optional<Absence> absence = absence(machine, world);
        if (absence.isPresent() && watches(machine, world)) {
            out.cancel(absence.get().dueEvent());
            EventId due = miss(machine, false, world, out);
            boolean restarted = absence.get().restarted();
            out.fact(new AgentAbsent(machine.model(), machine.name(), restarted, false, due));
        }
    }

    private static int boots(World world, String host) {
        return HostView.host(world, host).map(h -> h.boots()).orElse(0);
    }

    static void silent(AgentSilenceDue event, World world, Outcome out) {
        Optional<Machine> found =
                JujuView.machine(world, event.model(), event.machine())
                        .filter(m -> m.agent().current().equals("started"))
                        .filter(m -> Truth.isAbsent(world, m) && watches(m, world));
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
            out.fact(new UnitLost(unit.model(), unit.name()));
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

    private static void comeBack(Machine machine, World world, Outcome out) {
        if (!Truth.couldConnect(world, machine) || machine.addresses().isEmpty()) {
            return;
        }
        Optional<Absence> absence = absence(machine, world);
        if (isPending(machine)) {
            if (!BootstrapHandler.isBootstrapping(world, machine.model())) {
                out.schedule(
                        delayNs(machine, world, out),
                        new MachineAgentDue(machine.model(), machine.name()));
            }
        } else if (absence.isPresent() && !absence.get().returning()) {
            out.cancel(absence.get().dueEvent());
            EventId due =
                    out.schedule(
                            delayNs(machine, world, out),
                            new AgentReturnDue(machine.model(), machine.name()));
            boolean restarted = absence.get().restarted();
            out.fact(new AgentAbsent(machine.model(), machine.name(), restarted, true, due));
        }
    }

    private static long delayNs(Machine machine, World world, Outcome out) {
        return out.draw(JujuSpans.AGENT_RETURN, machine.key(), boots(world, machine.hostname()));
    }

    static void returned(AgentReturnDue event, World world, Outcome out) {
        Optional<Machine> found =
                JujuView.machine(world, event.model(), event.machine())
                        .filter(m -> Truth.couldConnect(world, m));
        Optional<Absence> absence = found.flatMap(machine -> absence(machine, world));
        if (absence.isEmpty()) {
            return;
        }
        Machine machine = found.orElseThrow();
        out.fact(new AgentConnected(machine.model(), machine.name()));
        out.fact(new MachineAgentChanged(machine.model(), machine.name(), "started", ""));
        for (Unit unit : JujuView.unitsOn(world, machine)) {
            if (unit.isInstalled() || !unit.hookQueue().isEmpty()) {
                restart(unit, absence.get().restarted(), world, out);
            }
        }
    }

    private static void restart(Unit unit, boolean fromStart, World world, Outcome out) {
        endTasks(unit, world, out);
        if (world.table(JujuTables.LOST_UNITS).has(unit.model() + " " + unit.name())) {
            out.fact(new UnitFound(unit.model(), unit.name()));
        }
        if (unit.agent().current().equals("lost")) {
            out.fact(new UnitAgentChanged(unit.model(), unit.name(), "executing", ""));
        }
        if (!unit.leader()
                && JujuView.leader(world, unit.model(), unit.application()).isEmpty()
                && isFirstHere(unit, world)) {
            out.fact(new LeaderElected(unit.model(), unit.application(), unit.name()));
        }
        if (!fromStart) {
            HookHandler.planUpdate(unit, out);
            return;
        }
        List<Hook> hooks = new ArrayList<>();
        for (Hook.Kind kind : List.of(Hook.Kind.CONFIG_CHANGED, Hook.Kind.START)) {
            if (!HookOrder.has(unit, Hook.of(kind))) {
                hooks.add(Hook.of(kind));
            }
        }
        out.fact(new HooksQueued(unit.model(), unit.name(), hooks));
    }

    private static void endTasks(Unit unit, World world, Outcome out) {
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
    }

    /** Two units of one application on one machine do not both take the lease in one step. */
    private static boolean isFirstHere(Unit unit, World world) {
        return JujuView.units(world, unit.model(), unit.application()).stream()
                .filter(other -> other.machine().equals(unit.machine()))
                .findFirst()
                .filter(other -> other.name().equals(unit.name()))
                .isPresent();
    }

    /** What is pending of an agent in an observed state. */
    static void resume(Machine machine, World world, Outcome out) {
        Optional<Absence> absence = absence(machine, world);
        boolean connects = Truth.couldConnect(world, machine);
        String agent = machine.agent().current();
        boolean restarted = absence.map(Absence::restarted).orElse(true);
        boolean isAway = absence.isPresent() || agent.equals("down") || !connects;
        if (isAway && connects) {
            EventId due =
                    out.schedule(
                            out.draw(JujuSpans.AGENT_RETURN, machine.key(), 0),
                            new AgentReturnDue(machine.model(), machine.name()));
            out.fact(new AbsenceResumed(machine.model(), machine.name(), restarted, true, due));
        } else if (isAway) {
            boolean isMissed = agent.equals("started") && watches(machine, world);
            EventId due =
                    isMissed
                            ? out.schedule(
                                    out.draw(JujuSpans.SILENCE, machine.key(), 0),
                                    new AgentSilenceDue(machine.model(), machine.name()))
                            : EventId.NONE;
            out.fact(new AbsenceResumed(machine.model(), machine.name(), restarted, false, due));
        }
    }
}
