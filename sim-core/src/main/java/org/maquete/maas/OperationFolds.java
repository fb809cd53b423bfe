package org.maquete.maas;

import org.maquete.kernel.EventId;
import org.maquete.world.Edits;
import org.maquete.world.Table;

/** Applies what happened to operations, enlistments and downloads. */
final class OperationFolds {

    private OperationFolds() {}

    static void started(OperationStarted fact, long timeNs, Edits edits) {
        Machine machine = edits.world().table(MaasView.MACHINES).get(fact.hostname());
        edits.change(
                MaasView.MACHINES, fact.hostname(), m -> m.counted(m.deployments(), m.runs() + 1));
        edits.insert(
                MaasView.OPERATIONS,
                new Operation(
                        edits.world().table(MaasView.OPERATIONS).nextId(),
                        fact.hostname(),
                        fact.kind(),
                        machine.status(),
                        fact.brief(),
                        fact.scripts(),
                        fact.kind().isEphemeral() ? OperationStep.POWER : OperationStep.SWITCH,
                        0,
                        0,
                        EventId.NONE,
                        EventId.NONE));
    }

    static void stepReached(OperationStepReached fact, long timeNs, Edits edits) {
        edits.change(
                MaasView.OPERATIONS,
                fact.hostname(),
                o -> o.at(fact.step(), fact.dueNs(), fact.due()));
    }

    static void expirySet(OperationExpirySet fact, long timeNs, Edits edits) {
        edits.change(
                MaasView.OPERATIONS,
                fact.hostname(),
                o -> o.expiring(fact.expiresNs(), fact.expiry()));
    }

    static void ended(OperationEnded fact, long timeNs, Edits edits) {
        int id = edits.world().table(MaasView.OPERATIONS).idOf(fact.hostname());
        edits.remove(MaasView.OPERATIONS, id);
    }

    static void enlistmentStarted(EnlistmentStarted fact, long timeNs, Edits edits) {
        Table<Enlistment> table = edits.world().table(MaasView.ENLISTMENTS);
        if (table.has(fact.machine())) {
            edits.remove(MaasView.ENLISTMENTS, table.idOf(fact.machine()));
        }
        edits.insert(
                MaasView.ENLISTMENTS,
                new Enlistment(table.nextId(), fact.machine(), fact.dueNs(), fact.due()));
    }

    static void enlistmentEnded(EnlistmentEnded fact, long timeNs, Edits edits) {
        int id = edits.world().table(MaasView.ENLISTMENTS).idOf(fact.machine());
        edits.remove(MaasView.ENLISTMENTS, id);
    }

    static void syncStarted(ImageSyncStarted fact, long timeNs, Edits edits) {
        Table<ImageSync> table = edits.world().table(MaasView.SYNCS);
        if (table.has(fact.name())) {
            edits.remove(MaasView.SYNCS, table.idOf(fact.name()));
        }
        edits.insert(
                MaasView.SYNCS,
                new ImageSync(table.nextId(), fact.name(), fact.dueNs(), fact.due()));
    }
}
