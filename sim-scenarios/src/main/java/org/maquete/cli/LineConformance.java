package org.maquete.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Recordings with one JSON object a line, plain or packed by gzip.
 *
 * @param recorded what a line is, in the plural
 * @param replay how many cases a line has and where they differ
 */
record LineConformance(String name, String recorded, Function<String, Tally> replay)
        implements Conformance {

    @Override
    public String operand() {
        return "a file of recorded " + recorded + ", one JSON object a line, plain or gzip";
    }

    @Override
    public Tally replay(List<String> names, Problems problems) {
        List<String> differences = new ArrayList<>();
        long count = 0;
        for (String file : names) {
            for (String line : RecordedLines.read(file, operand(), problems)) {
                Tally one = replay.apply(line);
                count += one.caseCount();
                differences.addAll(one.differences());
            }
        }
        return new Tally(count, differences);
    }
}
