package org.maquete.juju;

import org.maquete.kernel.EventId;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.SimTime;
import org.maquete.world.World;

/** What is pending in an observed state: delays are drawn anew, kinds and targets are the same. */
final class ResumeHandler {

    private ResumeHandler() {}

    static void resume(World world, Outcome out) {
        world.table(JujuTables.MACHINES).forEach(machine -> machine(machine, world, out));
        world.table(JujuTables.UNITS).forEach(unit -> unit(unit, world, out));
        world.table(JujuTables.HOOK_ERRORS).forEach(error -> HookErrors.resume(error, out));
        for (Wait wait : world.table(JujuTables.WAITS)) {
            WaitTimeoutDue due = new WaitTimeoutDue(wait.ticket(), wait.kind(), wait.name());
            out.fact(new WaitResumed(wait.ticket(), out.schedule(10 * SimTime.MINUTE, due)));
        }
        for (Operation operation : world.table(JujuTables.OPERATIONS)) {
            String model = operation.model();
            int number = operation.number();
            EventId due = out.schedule(SimTime.MINUTE, new OperationTimeoutDue(model, number));
            out.fact(new OperationResumed(model, number, due));
        }
    }

    private static void machine(Machine machine, World world, Outcome out) {
        String agent = machine.agent().current();
        boolean isDown = Truth.isDown(world, machine.hostname());
        boolean isWanted =
                machine.instanceId().isEmpty()
                        && !machine.isContainer()
                        && machine.instance().current().equals("pending");
        if (isWanted) {
            out.schedule(
                    out.draw(JujuSpans.PROVISIONER, machine.key(), 0),
                    new ProvisioningDue(machine.model(), machine.name(), 0));
        } else if (BootstrapHandler.isBootstrapping(world, machine.model())) {
            if (!machine.addresses().isEmpty()) {
                BootstrapHandler.deployed(machine, world, out);
            }
        } else if (agent.equals("pending") && !machine.addresses().isEmpty() && !isDown) {
            out.schedule(
                    out.draw(
                            machine.isContainer()
                                    ? JujuSpans.CONTAINER_AGENT
                                    : JujuSpans.MACHINE_AGENT,
                            machine.key(),
                            0),
                    new MachineAgentDue(machine.model(), machine.name()));
        } else if (!agent.equals("pending")) {
            AbsenceHandler.resume(machine, world, out);
        }
    }

    private static void unit(Unit unit, World world, Outcome out) {
        boolean hasMachine =
                JujuView.machine(world, unit.model(), unit.machine())
                        .filter(m -> m.agent().current().equals("started"))
                        .isPresent();
        EventId running = unit.isInHook() ? running(unit, world, out) : EventId.NONE;
        if (hasMachine && AgentHandler.isNew(unit)) {
            out.schedule(
                    out.draw(JujuSpans.UNIT_AGENT, unit.key(), 0),
                    new UnitAgentDue(unit.model(), unit.name()));
        }
        boolean isStale = !unit.pendingUpdate().equals(EventId.NONE);
        EventId update = isStale ? update(unit, out) : EventId.NONE;
        if (unit.isInHook() || isStale) {
            out.fact(new UnitResumed(unit.model(), unit.name(), running, update));
        }
        boolean isAway =
                JujuView.machine(world, unit.model(), unit.machine())
                        .filter(m -> Truth.isAbsent(world, m) || !Truth.couldConnect(world, m))
                        .isPresent();
        if (unit.leader() && isAway && Truth.answers(world, unit.model())) {
            out.schedule(
                    out.draw(JujuSpans.LEASE, unit.key(), 0),
                    new LeaseDue(unit.model(), unit.application()));
        }
    }

    private static EventId update(Unit unit, Outcome out) {
        return out.schedule(
                out.draw(JujuSpans.PHASE, unit.key(), out.now()),
                new UpdateStatusDue(unit.model(), unit.name()));
    }

    private static EventId running(Unit unit, World world, Outcome out) {
        for (Task task : world.table(JujuTables.TASKS)) {
            if (task.status().equals("running")
                    && task.unit().equals(unit.name())
                    && task.model().equals(unit.model())) {
                return out.schedule(
                        out.draw(JujuSpans.ACTION, unit.key(), task.number()),
                        new TaskDue(unit.model(), task.number(), unit.name()));
            }
        }
        Hook hook = unit.hookQueue().getFirst();
        return out.schedule(
                out.draw(JujuSpans.of(hook), unit.key(), unit.hookRuns()),
                new HookDue(unit.model(), unit.name()));
    }
}
