package org.maquete.juju;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.maquete.kernel.Fact;
import org.maquete.kernel.JournalEntry;
import org.maquete.world.World;

/**
 * The statuses that one unit, machine, application or model has had: what Juju keeps in its
 * collection statuseshistory, taken from the facts of a run. The hook of a relation that is gone by
 * now has lost its name.
 */
public final class StatusHistoryView {

    private static final String AGENT = "juju-unit";
    private static final String WORKLOAD = "workload";

    private final World world;
    private final String model;
    private final String name;
    private final List<Line> lines = new ArrayList<>();

    /**
     * One status.
     *
     * @param kind {@code workload}, {@code juju-unit}, {@code machine}, {@code juju-machine},
     *     {@code application} or {@code model}: core/status/history.go, HistoryKind
     * @param status with its time
     */
    public record Line(String kind, StatusInfo status) {}

    private StatusHistoryView(World world, String model, String name) {
        this.world = world;
        this.model = model;
        this.name = name;
    }

    /** All of them in order of time; at one time the workload stands before the agent. */
    public static List<Line> of(
            World world, List<JournalEntry> entries, String model, String name) {
        StatusHistoryView history = new StatusHistoryView(world, model, name);
        for (JournalEntry entry : entries) {
            if (entry.what() instanceof JournalEntry.Happened(Fact fact)) {
                history.take(fact, entry.timeNs());
            }
        }
        history.lines.sort(Comparator.comparingLong(line -> line.status().sinceNs()));
        return List.copyOf(history.lines);
    }

    private void take(Fact fact, long timeNs) {
        switch (fact) {
            case UnitAdded f when isOwn(f.model(), f.unit()) -> {
                add(WORKLOAD, "waiting", "waiting for machine", timeNs);
                add(AGENT, "allocating", "", timeNs);
            }
            case WorkloadStatusSet f when isOwn(f.model(), f.unit()) ->
                    add(WORKLOAD, f.current(), f.message(), timeNs);
            case UnitAgentChanged f when isOwn(f.model(), f.unit()) ->
                    add(AGENT, f.current(), f.message(), timeNs);
            case HookStarted f when isOwn(f.model(), f.unit()) -> started(f, timeNs);
            case MachineAdded f when isOwn(f.model(), f.machine()) -> {
                add("machine", "pending", "", timeNs);
                add("juju-machine", "pending", "", timeNs);
            }
            case InstanceStatusSet f when isOwn(f.model(), f.machine()) ->
                    add("machine", f.current(), f.message(), timeNs);
            case MachineAgentChanged f when isOwn(f.model(), f.machine()) ->
                    add("juju-machine", f.current(), f.message(), timeNs);
            case ApplicationStatusSet f when isOwn(f.model(), f.application()) ->
                    add("application", f.current(), f.message(), timeNs);
            case ModelAdded f when name.isEmpty() && isModel(f) ->
                    add("model", "available", "", timeNs);
            default -> {
                // says nothing about a status of this
            }
        }
    }

    private boolean isModel(ModelAdded fact) {
        return model.equals(fact.controller() + ":" + fact.name());
    }

    private boolean isOwn(String factModel, String factName) {
        return name.equals(factName) && model.equals(factModel);
    }

    private void started(HookStarted fact, long timeNs) {
        if (fact.hook().kind() == Hook.Kind.INSTALL) {
            StatusInfo installing = UnitFolds.INSTALLING;
            add(WORKLOAD, installing.current(), installing.message(), timeNs);
        }
        Unit unit = world.table(JujuTables.UNITS).get(model, name);
        add(AGENT, "executing", HookOrder.message(world, unit, fact.hook()), timeNs);
    }

    private void add(String kind, String current, String message, long timeNs) {
        lines.add(new Line(kind, new StatusInfo(current, message, timeNs)));
    }
}
