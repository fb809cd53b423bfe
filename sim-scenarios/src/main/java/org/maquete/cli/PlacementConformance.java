package org.maquete.cli;

import java.util.ArrayList;
import java.util.List;
import org.maquete.placement.api.PlacementVectors;

/** Recorded conversations with Placement: a step is a case. */
final class PlacementConformance implements Conformance {

    @Override
    public String name() {
        return "placement";
    }

    @Override
    public String operand() {
        return "a file of recorded scenarios, one JSON object a line, plain or gzip";
    }

    @Override
    public Tally replay(List<String> names, Problems problems) {
        List<String> differences = new ArrayList<>();
        long count = 0;
        for (String name : names) {
            for (String line : RecordedLines.read(name, operand(), problems)) {
                PlacementVectors.Replay replay = PlacementVectors.replay(line);
                count += replay.stepCount();
                differences.addAll(replay.differences());
            }
        }
        return new Tally(count, differences);
    }
}
