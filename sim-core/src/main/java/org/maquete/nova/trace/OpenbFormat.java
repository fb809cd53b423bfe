package org.maquete.nova.trace;

import java.util.ArrayList;
import java.util.List;

/** Alibaba GPU 2023: nodes and pods. */
final class OpenbFormat {

    private static final int MILLI_MAX = 1_000_000_000; // <thousandths>: GUESS, a typing error
    private static final int GPU_COUNT_MAX = 1000; // <devices>: GUESS, a typing error
    private static final int GPU_MILLI = 1000; // <thousandths of a device>

    private OpenbFormat() {}

    static Trace read(TraceText nodes, TraceText pods, Flaws flaws) {
        return new Trace("openb " + pods.file(), hosts(nodes, flaws), requests(pods, flaws));
    }

    private static List<Trace.Host> hosts(TraceText nodes, Flaws flaws) {
        List<Trace.Host> hosts = new ArrayList<>();
        TraceTable table =
                TraceTable.csv(nodes, flaws, "sn", "cpu_milli", "memory_mib", "gpu", "model");
        while (table.next()) {
            Amounts room =
                    new Amounts(
                            table.count(1, 0, MILLI_MAX),
                            table.count(2, 0, MILLI_MAX),
                            0,
                            table.count(3, 0, GPU_COUNT_MAX) * GPU_MILLI);
            hosts.add(new Trace.Host(table.name(0), room, table.text(4)));
        }
        return hosts;
    }

    private static List<Trace.Request> requests(TraceText pods, Flaws flaws) {
        List<Trace.Request> requests = new ArrayList<>();
        TraceTable table =
                TraceTable.csv(
                        pods,
                        flaws,
                        "name",
                        "cpu_milli",
                        "memory_mib",
                        "num_gpu",
                        "gpu_milli",
                        "gpu_spec",
                        "creation_time",
                        "deletion_time");
        while (table.next()) {
            int gpuMilli = table.count(3, 0, GPU_COUNT_MAX) * table.count(4, 0, GPU_MILLI);
            Amounts amounts =
                    new Amounts(
                            table.count(1, 0, MILLI_MAX),
                            table.count(2, 0, MILLI_MAX),
                            0,
                            gpuMilli);
            long arrivalNs = table.seconds(6, 0);
            long endNs = table.isEmpty(7) ? Trace.NEVER : table.seconds(7, 0);
            if (endNs < arrivalNs) {
                table.flaw("a deletion_time at or after creation_time", table.text(7));
            }
            String spec = table.text(5);
            List<String> models = spec.isEmpty() ? List.of() : List.of(spec.split("\\|", -1));
            if (table.isRowGood()) {
                requests.add(new Trace.Request(table.name(0), arrivalNs, endNs, amounts, models));
            }
        }
        return requests;
    }
}
