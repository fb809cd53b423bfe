package org.maquete.nova.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Azure Packing 2020: machines of 1, types as fractions of them, times in days. */
final class AzureFormat {

    private static final int PARTS = 1000; // of a machine: VCPU, GiB; thousandfold of MiB
    private static final double DAY_NS = 86_400e9;
    private static final double DAYS_MAX = 36_500; // <days>: GUESS, a typing error

    private AzureFormat() {}

    /** The machine as a host. */
    static Amounts machine() {
        return Amounts.of(PARTS, PARTS * PARTS, PARTS);
    }

    static Trace read(TraceText vms, TraceText types, Flaws flaws) {
        Map<String, Amounts> byType = types(types, flaws);
        List<Trace.Request> requests = new ArrayList<>();
        TraceTable table = TraceTable.csv(vms, flaws, "vmId", "vmTypeId", "starttime", "endtime");
        while (table.next()) {
            double start = table.real(2, -DAYS_MAX, DAYS_MAX);
            double end = table.isEmpty(3) ? DAYS_MAX : table.real(3, -DAYS_MAX, DAYS_MAX);
            if (end < start) {
                table.flaw("an endtime at or after starttime", table.text(3));
            }
            Amounts amounts = byType.get(table.text(1));
            if (amounts == null && flaws.isEmpty()) {
                flaws.note("machines are of a type that the chosen machine does not take");
            } else if (amounts != null && table.isRowGood() && end < 0) {
                flaws.note("machines have gone before the beginning");
            } else if (amounts != null && table.isRowGood()) {
                long arrivalNs = Math.round(Math.max(0, start) * DAY_NS);
                long endNs = table.isEmpty(3) ? Trace.NEVER : Math.round(end * DAY_NS);
                requests.add(
                        new Trace.Request(
                                "vm " + table.name(0), arrivalNs, endNs, amounts, List.of()));
            }
        }
        return new Trace("azure " + vms.file(), List.of(), requests);
    }

    /** Of the machine that takes most types; of several such, the first by id. */
    private static Map<String, Amounts> types(TraceText types, Flaws flaws) {
        TreeMap<Integer, Map<String, Amounts>> byMachine = new TreeMap<>();
        TraceTable table =
                TraceTable.csv(types, flaws, "vmTypeId", "machineId", "core", "memory", "ssd");
        while (table.next()) {
            Amounts amounts =
                    Amounts.of(
                            part(table, 2, PARTS),
                            part(table, 3, PARTS * PARTS),
                            table.isEmpty(4) ? 0 : part(table, 4, PARTS));
            int machine = table.count(1, 0, Integer.MAX_VALUE);
            Map<String, Amounts> ofMachine =
                    byMachine.computeIfAbsent(machine, _ -> new LinkedHashMap<>());
            if (ofMachine.put(table.name(0), amounts) != null) {
                table.flaw("each type once for a machine", "vmTypeId " + table.text(0) + " twice");
            }
        }
        Map<String, Amounts> best = new LinkedHashMap<>();
        for (Map<String, Amounts> each : byMachine.values()) {
            best = each.size() > best.size() ? each : best;
        }
        return best;
    }

    private static int part(TraceTable table, int column, int of) {
        return (int) Math.ceil(table.real(column, 0, 1) * of - 1e-6); // 0.1 of 1000 is 100, not 101
    }
}
