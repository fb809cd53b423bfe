package org.maquete.nova.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Huawei-East-1: a line for each creation and deletion. */
final class HuaweiFormat {

    private static final int CPU_MAX = 100_000; // <VCPU>: GUESS, a typing error
    private static final int MIB_PER_GIB = 1024;

    private HuaweiFormat() {}

    static Trace read(TraceText source, Flaws flaws) {
        Map<String, Trace.Request> alive = new LinkedHashMap<>();
        List<Trace.Request> gone = new ArrayList<>();
        TraceTable table = TraceTable.csv(source, flaws, "vmid", "cpu", "memory", "time", "type");
        while (table.next()) {
            String name = table.name(0);
            long timeNs = table.seconds(3, 0);
            int type = table.count(4, 0, 1);
            if (type == 0) {
                int ramMib = table.count(2, 0, CPU_MAX * 10) * MIB_PER_GIB;
                Amounts amounts = Amounts.of(table.count(1, 0, CPU_MAX), ramMib, 0);
                Trace.Request request =
                        new Trace.Request("vm " + name, timeNs, Trace.NEVER, amounts, List.of());
                if (alive.put(name, request) != null) {
                    table.flaw("a vmid that is not there yet", name);
                }
                continue;
            }
            Trace.Request begun = alive.remove(name);
            if (begun == null) {
                table.flaw("a vmid that was created before", name);
            } else if (timeNs < begun.arrivalNs()) {
                table.flaw("a time at or after the creation", table.text(3));
            } else {
                gone.add(begun.until(timeNs));
            }
        }
        gone.addAll(alive.values());
        return new Trace("huawei " + source.file(), List.of(), gone);
    }
}
