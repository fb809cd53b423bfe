package org.maquete.maas;

import java.util.function.UnaryOperator;
import org.maquete.kernel.EventId;
import org.maquete.world.Edits;
import org.maquete.world.Table;

/** Applies what happened to machines and their deployments. */
final class MachineFolds {

    private MachineFolds() {}

    static void allocated(MachineAllocated fact, long timeNs, Edits edits) {
        // The rows follow from MachineStatusChanged and MachineAcquired; this names the request.
    }

    static void acquired(MachineAcquired fact, long timeNs, Edits edits) {
        change(
                fact.hostname(),
                edits,
                m -> with(m, m.status(), m.statusMessage(), fact.agentName(), m.sinceNs()));
    }

    static void statusChanged(MachineStatusChanged fact, long timeNs, Edits edits) {
        Machine machine = edits.world().table(MaasView.MACHINES).get(fact.hostname());
        boolean same = machine.status() == fact.status();
        if (!same && !machine.status().mayBecome(fact.status())) {
            throw new IllegalStateException(
                    "expected a move that MAAS allows for "
                            + fact.hostname()
                            + ", found "
                            + machine.status()
                            + " to "
                            + fact.status());
        }
        long sinceNs = same ? machine.sinceNs() : timeNs;
        change(
                fact.hostname(),
                edits,
                m -> with(m, fact.status(), fact.message(), m.agentName(), sinceNs));
        Table<Deployment> deployments = edits.world().table(MaasView.DEPLOYMENTS);
        if (fact.status() != NodeStatus.DEPLOYING && deployments.has(fact.hostname())) {
            edits.remove(MaasView.DEPLOYMENTS, deployments.idOf(fact.hostname()));
        }
    }

    static void deploymentStarted(DeploymentStarted fact, long timeNs, Edits edits) {
        change(
                fact.hostname(),
                edits,
                m ->
                        new Machine(
                                m.id(),
                                m.systemId(),
                                m.hostname(),
                                m.status(),
                                m.statusMessage(),
                                m.tags(),
                                m.pool(),
                                m.zone(),
                                m.cpuThreads(),
                                m.memoryMib(),
                                m.powerType(),
                                m.agentName(),
                                m.deployments() + 1,
                                m.sinceNs()));
        edits.insert(
                MaasView.DEPLOYMENTS,
                new Deployment(
                        edits.world().table(MaasView.DEPLOYMENTS).nextId(),
                        fact.hostname(),
                        fact.series(),
                        DeployStep.PXE_BOOT,
                        0,
                        0,
                        EventId.NONE,
                        EventId.NONE));
    }

    static void expirySet(StatusExpirySet fact, long timeNs, Edits edits) {
        edits.change(
                MaasView.DEPLOYMENTS,
                fact.hostname(),
                d ->
                        new Deployment(
                                d.id(),
                                d.hostname(),
                                d.series(),
                                d.step(),
                                d.stepDueNs(),
                                fact.expiresNs(),
                                d.stepEvent(),
                                fact.expiry()));
    }

    static void stepReached(DeployStepReached fact, long timeNs, Edits edits) {
        step(fact.hostname(), fact.step(), fact.dueNs(), fact.due(), edits);
    }

    static void interrupted(DeploymentInterrupted fact, long timeNs, Edits edits) {
        step(fact.hostname(), DeployStep.PXE_BOOT, 0, EventId.NONE, edits);
    }

    static void deployed(MachineDeployed fact, long timeNs, Edits edits) {
        // The rows follow from MachineStatusChanged and AddressAssigned.
    }

    static void failed(DeploymentFailed fact, long timeNs, Edits edits) {
        // The rows follow from MachineStatusChanged.
    }

    private static void change(String hostname, Edits edits, UnaryOperator<Machine> change) {
        edits.change(MaasView.MACHINES, hostname, change);
    }

    private static Machine with(
            Machine m, NodeStatus status, String message, String agentName, long sinceNs) {
        return new Machine(
                m.id(),
                m.systemId(),
                m.hostname(),
                status,
                message,
                m.tags(),
                m.pool(),
                m.zone(),
                m.cpuThreads(),
                m.memoryMib(),
                m.powerType(),
                agentName,
                m.deployments(),
                sinceNs);
    }

    private static void step(
            String hostname, DeployStep step, long dueNs, EventId due, Edits edits) {
        edits.change(
                MaasView.DEPLOYMENTS,
                hostname,
                d ->
                        new Deployment(
                                d.id(),
                                d.hostname(),
                                d.series(),
                                step,
                                dueNs,
                                d.expiresNs(),
                                due,
                                d.expiryEvent()));
    }
}
