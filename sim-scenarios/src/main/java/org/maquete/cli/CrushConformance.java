package org.maquete.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.maquete.ceph.crush.Agreement;
import org.maquete.ceph.crush.CrushJsonReader;
import org.maquete.ceph.crush.CrushMap;
import org.maquete.ceph.crush.CrushReading;
import org.maquete.ceph.crush.CrushReplay;

/** Recorded answers of crushtool: an input of a call is a case. */
final class CrushConformance implements Conformance {

    private static final Recordings RECORDINGS = new Recordings(".exp", "answers.txt");

    @Override
    public String name() {
        return "crush";
    }

    @Override
    public String operand() {
        return "a folder with NAME.exp beside NAME.dump.json";
    }

    @Override
    public Tally replay(List<String> names, Problems problems) {
        Agreement all = Agreement.NONE;
        for (Path path : RECORDINGS.find(names, operand(), problems)) {
            Optional<CrushMap> map = map(RECORDINGS.beside(path, "dump.json"), problems);
            Optional<String> answers = Recordings.text(path, "recorded mappings", problems);
            if (map.isPresent() && answers.isPresent()) {
                all = all.and(CrushReplay.of(path.toString(), map.get(), answers.get()));
            }
        }
        return tally(all, problems);
    }

    /** A CRUSH map as JSON; its flaws become problems. */
    static Optional<CrushMap> map(Path path, Problems problems) {
        Optional<CrushReading> reading =
                Recordings.text(path, "a CRUSH map", problems).map(CrushJsonReader::read);
        reading.ifPresent(r -> r.flaws().forEach(f -> problems.add(path + ": " + f.text())));
        return reading.flatMap(CrushReading::map);
    }

    static Tally tally(Agreement all, Problems problems) {
        all.flaws().forEach(flaw -> problems.add(flaw.text()));
        return new Tally(all.cases(), all.differences());
    }
}
