package org.maquete.cli;

import java.util.ArrayList;
import java.util.List;
import org.maquete.nova.scheduler.SchedulerVectors;

/** Recorded decisions of nova-scheduler: a line is a case. */
final class SchedulerConformance implements Conformance {

    @Override
    public String name() {
        return "scheduler";
    }

    @Override
    public String operand() {
        return "a file of recorded decisions, one JSON object a line, plain or gzip";
    }

    @Override
    public Tally replay(List<String> names, Problems problems) {
        List<String> differences = new ArrayList<>();
        long count = 0;
        for (String name : names) {
            for (String line : RecordedLines.read(name, operand(), problems)) {
                count++;
                SchedulerVectors.difference(line).ifPresent(differences::add);
            }
        }
        return new Tally(count, differences);
    }
}
