package org.maquete.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.maquete.juju.JujuView;
import org.maquete.juju.UnitAdded;
import org.maquete.juju.UnitRemoved;
import org.maquete.juju.WorkloadStatusSet;
import org.maquete.kernel.Fact;
import org.maquete.kernel.JournalEntry;
import org.maquete.kernel.Simulation;

/**
 * When all units of all models became active for good, read from the full journal of a run that has
 * ended. A unit counts as active in workload status {@code active}, and in {@code unknown} without
 * a message: its charm sets no status.
 *
 * @param units when each unit that is active last became so, by {@code model unit}, in natural
 *     order
 * @param others the units that are not active at the end, with status and message
 * @param timeNs when the last of all became active; only meaningful without {@code others}
 * @param entry the number of the journal's entry that says so; 0 when there is no unit
 */
public record ActiveTime(
        Map<String, Long> units, Map<String, String> others, long timeNs, long entry) {

    public ActiveTime {
        units = Collections.unmodifiableMap(new LinkedHashMap<>(units));
        others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
    }

    /** Whether there are units and all of them are active. */
    public boolean isReached() {
        return others.isEmpty() && !units.isEmpty();
    }

    /** Reads a run; its journal has to be full. */
    public static ActiveTime of(Simulation run) {
        return new Reading().of(run.journal().entries());
    }

    private static final class Reading {

        private final TreeMap<String, Long> units = new TreeMap<>(JujuView.NATURAL);
        private final TreeMap<String, String> others = new TreeMap<>(JujuView.NATURAL);
        private long timeNs;
        private long entry;

        ActiveTime of(List<JournalEntry> entries) {
            for (JournalEntry each : entries) {
                if (each.what() instanceof JournalEntry.Happened(Fact fact)) {
                    read(fact, each);
                }
            }
            return new ActiveTime(units, others, timeNs, entry);
        }

        private void read(Fact fact, JournalEntry at) {
            if (fact instanceof WorkloadStatusSet set) {
                read(set, at);
            } else if (fact instanceof UnitAdded added) {
                others.put(key(added.model(), added.unit()), "waiting");
            } else if (fact instanceof UnitRemoved removed) {
                String key = key(removed.model(), removed.unit());
                units.remove(key);
                others.remove(key);
            }
        }

        private void read(WorkloadStatusSet set, JournalEntry at) {
            String key = key(set.model(), set.unit());
            boolean isSilent = set.current().equals("unknown") && set.message().isEmpty();
            if (set.current().equals("active") || isSilent) {
                others.remove(key);
                if (units.putIfAbsent(key, at.timeNs()) == null) {
                    timeNs = at.timeNs();
                    entry = at.number();
                }
            } else {
                units.remove(key);
                others.put(key, (set.current() + " " + set.message()).strip());
            }
        }

        /** The model without its controller, and the unit. */
        private static String key(String model, String unit) {
            return model.substring(model.indexOf(':') + 1) + " " + unit;
        }
    }
}
