package org.maquete.juju;

import org.maquete.world.Edits;
import org.maquete.world.Table;

/** What facts change about agents that are away. */
final class AbsenceFolds {

    private AbsenceFolds() {}

    static void absent(AgentAbsent fact, long timeNs, Edits edits) {
        Table<Absence> absences = edits.world().table(JujuTables.ABSENCES);
        int known = absences.idOf(fact.model(), fact.machine());
        Absence absence =
                new Absence(
                        known < 0 ? absences.nextId() : known,
                        fact.model(),
                        fact.machine(),
                        fact.restarted(),
                        fact.returning(),
                        fact.due());
        if (known < 0) {
            edits.insert(JujuTables.ABSENCES, absence);
        } else {
            edits.set(JujuTables.ABSENCES, absence);
        }
    }

    static void resumed(AbsenceResumed fact, long timeNs, Edits edits) {
        absent(
                new AgentAbsent(
                        fact.model(),
                        fact.machine(),
                        fact.restarted(),
                        fact.returning(),
                        fact.due()),
                timeNs,
                edits);
    }

    static void connected(AgentConnected fact, long timeNs, Edits edits) {
        edits.remove(
                JujuTables.ABSENCES,
                edits.world().table(JujuTables.ABSENCES).idOf(fact.model(), fact.machine()));
    }

    static void lost(UnitLost fact, long timeNs, Edits edits) {
        Unit unit = edits.world().table(JujuTables.UNITS).get(fact.model(), fact.unit());
        edits.insert(
                JujuTables.LOST_UNITS,
                new LostUnit(
                        edits.world().table(JujuTables.LOST_UNITS).nextId(),
                        unit.model(),
                        unit.name(),
                        unit.workload(),
                        unit.waitsFor()));
    }

    static void found(UnitFound fact, long timeNs, Edits edits) {
        LostUnit kept = edits.world().table(JujuTables.LOST_UNITS).get(fact.model(), fact.unit());
        edits.change(
                JujuTables.UNITS,
                fact.model(),
                fact.unit(),
                u -> u.withWorkload(kept.workload(), kept.waitsFor()));
        edits.remove(JujuTables.LOST_UNITS, kept.id());
    }

    /** A machine or unit is gone for good: nothing of it is missed any more. */
    static void forgetUnit(Edits edits, String model, String unit) {
        edits.world()
                .table(JujuTables.LOST_UNITS)
                .find(model, unit)
                .ifPresent(kept -> edits.remove(JujuTables.LOST_UNITS, kept.id()));
    }

    static void forgetMachine(Edits edits, String model, String machine) {
        edits.world()
                .table(JujuTables.ABSENCES)
                .find(model, machine)
                .ifPresent(absence -> edits.remove(JujuTables.ABSENCES, absence.id()));
    }
}
