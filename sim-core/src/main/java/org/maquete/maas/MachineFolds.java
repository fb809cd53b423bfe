package org.maquete.maas;

import java.util.ArrayList;
import java.util.List;
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

    static void tied(AllocationTied fact, long timeNs, Edits edits) {
        // Changes nothing; it says that another seed may give another machine.
    }

    static void acquired(MachineAcquired fact, long timeNs, Edits edits) {
        change(fact.hostname(), edits, m -> m.acquired(fact.agentName()));
    }

    static void statusChanged(MachineStatusChanged fact, long timeNs, Edits edits) {
        Machine machine = edits.world().table(MaasView.MACHINES).get(fact.hostname());
        if (machine.status() != fact.status() && !machine.status().mayBecome(fact.status())) {
            throw new IllegalStateException(
                    "expected a move that MAAS allows for "
                            + fact.hostname()
                            + ", found "
                            + machine.status()
                            + " to "
                            + fact.status());
        }
        change(
                fact.hostname(),
                edits,
                m -> m.with(m.standing().changed(fact.status(), fact.message(), timeNs)));
        if (fact.status() == NodeStatus.READY) {
            change(fact.hostname(), edits, m -> m.installed(""));
        }
        Table<Deployment> deployments = edits.world().table(MaasView.DEPLOYMENTS);
        if (fact.status() != NodeStatus.DEPLOYING && deployments.has(fact.hostname())) {
            edits.remove(MaasView.DEPLOYMENTS, deployments.idOf(fact.hostname()));
        }
    }

    static void deploymentStarted(DeploymentStarted fact, long timeNs, Edits edits) {
        change(
                fact.hostname(),
                edits,
                m -> m.counted(m.deployments() + 1, m.runs()).installed(fact.series()));
        edits.insert(
                MaasView.DEPLOYMENTS,
                new Deployment(
                        edits.world().table(MaasView.DEPLOYMENTS).nextId(),
                        fact.hostname(),
                        fact.series(),
                        DeployStep.POWER_ON,
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

    static void reverted(DeploymentReverted fact, long timeNs, Edits edits) {
        // The rows follow from MachineStatusChanged.
    }

    static void locked(MachineLocked fact, long timeNs, Edits edits) {
        change(fact.hostname(), edits, m -> m.locked(fact.locked()));
    }

    static void laidOut(StorageLayoutSet fact, long timeNs, Edits edits) {
        change(fact.hostname(), edits, m -> m.laidOut(fact.layout()));
    }

    static void powerSeen(PowerStateSeen fact, long timeNs, Edits edits) {
        change(fact.hostname(), edits, m -> m.with(m.power().seen(fact.state())));
    }

    static void pollPlanned(PowerPollPlanned fact, long timeNs, Edits edits) {
        change(fact.hostname(), edits, m -> m.with(m.power().polled(fact.dueNs(), fact.due())));
    }

    static void tagged(MachineTagged fact, long timeNs, Edits edits) {
        change(
                fact.hostname(),
                edits,
                m -> {
                    List<String> tags = new ArrayList<>(m.tags());
                    tags.remove(fact.tag());
                    if (fact.present()) {
                        tags.add(fact.tag());
                    }
                    return m.tagged(tags);
                });
    }

    static void updated(MachineUpdated fact, long timeNs, Edits edits) {
        for (String pair : fact.changes()) {
            int equal = pair.indexOf('=');
            String value = pair.substring(equal + 1);
            change(fact.hostname(), edits, m -> set(m, pair.substring(0, equal), value));
        }
    }

    private static Machine set(Machine m, String name, String value) {
        Power p = m.power();
        return switch (name) {
            case "zone" -> m.placed(m.pool(), value);
            case "pool" -> m.placed(value, m.zone());
            case "description" -> m.described(value);
            case "power_type" -> m.with(power(value, p.address(), p.password(), p));
            case "power_parameters_power_address" ->
                    m.with(power(p.type(), value, p.password(), p));
            case "power_parameters_power_pass" -> m.with(power(p.type(), p.address(), value, p));
            default -> throw new IllegalArgumentException("expected a known field, found " + name);
        };
    }

    private static Power power(String type, String address, String password, Power old) {
        return new Power(type, address, password, old.state(), old.pollDueNs(), old.pollEvent());
    }

    static void deleted(MachineDeleted fact, long timeNs, Edits edits) {
        int id = edits.world().table(MaasView.MACHINES).idOf(fact.hostname());
        edits.remove(MaasView.MACHINES, id);
        for (Interface each : edits.world().table(MaasView.INTERFACES)) {
            if (each.machine().equals(fact.hostname())) {
                edits.remove(MaasView.INTERFACES, each.id());
            }
        }
    }

    private static void change(String hostname, Edits edits, UnaryOperator<Machine> change) {
        edits.change(MaasView.MACHINES, hostname, change);
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
