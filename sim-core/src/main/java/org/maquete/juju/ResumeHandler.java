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
        for (Wait wait : world.table(JujuTables.WAITS)) {
            out.schedule(
                    10 * SimTime.MINUTE,
                    new WaitTimeoutDue(wait.ticket(), wait.kind(), wait.name()));
        }
        for (Operation operation : world.table(JujuTables.OPERATIONS)) {
            out.schedule(
                    SimTime.MINUTE,
                    new OperationTimeoutDue(operation.model(), operation.number()));
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
        } else if (agent.equals("started") && isDown) {
            out.schedule(
                    out.draw(JujuSpans.SILENCE, machine.key(), 0),
                    new AgentSilenceDue(machine.model(), machine.name()));
        } else if (agent.equals("down") && !isDown) {
            out.schedule(
                    out.draw(JujuSpans.AGENT_RETURN, machine.key(), 0),
                    new AgentReturnDue(machine.model(), machine.name()));
        }
    }

    private static void unit(Unit unit, World world, Outcome out) {
        boolean hasMachine =
                JujuView.machine(world, unit.model(), unit.machine())
                        .filter(m -> m.agent().current().equals("started"))
                        .isPresent();
        if (unit.isInHook()) {
            world.table(JujuTables.TASKS).stream()
                    .filter(t -> t.unit().equals(unit.name()) && t.model().equals(unit.model()))
                    .filter(t -> t.status().equals("running"))
                    .findFirst()
                    .ifPresentOrElse(
                            task ->
                                    out.schedule(
                                            out.draw(JujuSpans.ACTION, unit.key(), task.number()),
                                            new TaskDue(unit.model(), task.number(), unit.name())),
                            () -> hook(unit, out));
        } else if (hasMachine && AgentHandler.isNew(unit)) {
            out.schedule(
                    out.draw(JujuSpans.UNIT_AGENT, unit.key(), 0),
                    new UnitAgentDue(unit.model(), unit.name()));
        }
        if (!unit.pendingUpdate().equals(EventId.NONE)) {
            out.schedule(
                    out.draw(JujuSpans.PHASE, unit.key(), out.now()),
                    new UpdateStatusDue(unit.model(), unit.name()));
        }
        if (unit.leader() && Truth.isDown(world, JujuView.hostOf(world, unit))) {
            out.schedule(
                    out.draw(JujuSpans.LEASE, unit.key(), 0),
                    new LeaseDue(unit.model(), unit.application()));
        }
    }

    private static void hook(Unit unit, Outcome out) {
        Hook hook = unit.hookQueue().getFirst();
        out.schedule(
                out.draw(JujuSpans.of(hook), unit.key(), unit.hookRuns()),
                new HookDue(unit.model(), unit.name()));
    }
}
