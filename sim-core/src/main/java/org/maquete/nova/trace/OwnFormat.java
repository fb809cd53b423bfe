package org.maquete.nova.trace;

import java.util.ArrayList;
import java.util.List;

/**
 * Our own format: {@code name,arrival_s,end_s,vcpus,ram_mib,disk_gib,gpu_milli} for requests, an
 * empty {@code end_s} for one that stays, and {@code name,vcpus,ram_mib,disk_gib,gpu_milli} for
 * hosts.
 */
public final class OwnFormat {

    private static final int VCPUS_MAX = 1_000_000; // <VCPU>: GUESS, a typing error

    private OwnFormat() {}

    static Trace read(List<TraceText> texts, Flaws flaws) {
        TraceText first = texts.getFirst();
        List<Trace.Host> hosts =
                texts.size() > 1 ? hosts(texts.get(1), flaws) : List.<Trace.Host>of();
        return new Trace("csv " + first.file(), hosts, requests(first, flaws));
    }

    private static List<Trace.Request> requests(TraceText source, Flaws flaws) {
        List<Trace.Request> requests = new ArrayList<>();
        TraceTable table =
                TraceTable.csv(
                        source,
                        flaws,
                        "name",
                        "vcpus",
                        "ram_mib",
                        "disk_gib",
                        "gpu_milli",
                        "arrival_s",
                        "end_s");
        while (table.next()) {
            String name = table.name(0);
            Amounts amounts = amounts(table);
            long arrivalNs = table.seconds(5, 0);
            long endNs = table.isEmpty(6) ? Trace.NEVER : table.seconds(6, 0);
            if (endNs < arrivalNs) {
                table.flaw("an end_s at or after arrival_s", table.text(6));
            } else if (table.isRowGood()) {
                requests.add(new Trace.Request(name, arrivalNs, endNs, amounts, List.of()));
            }
        }
        return requests;
    }

    private static List<Trace.Host> hosts(TraceText source, Flaws flaws) {
        List<Trace.Host> hosts = new ArrayList<>();
        TraceTable table =
                TraceTable.csv(source, flaws, "name", "vcpus", "ram_mib", "disk_gib", "gpu_milli");
        while (table.next()) {
            hosts.add(new Trace.Host(table.name(0), amounts(table), ""));
        }
        return hosts;
    }

    private static Amounts amounts(TraceTable table) {
        int vcpuMilli = (int) Math.round(table.real(1, 0, VCPUS_MAX) * 1000);
        return new Amounts(
                vcpuMilli,
                table.count(2, 0, Integer.MAX_VALUE),
                table.count(3, 0, Integer.MAX_VALUE / 1024),
                table.count(4, 0, Integer.MAX_VALUE));
    }
}
