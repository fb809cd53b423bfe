package org.maquete.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.maquete.ceph.crush.Agreement;
import org.maquete.ceph.crush.CrushMap;
import org.maquete.ceph.osdmap.OsdMap;
import org.maquete.ceph.osdmap.OsdMapJsonReader;
import org.maquete.ceph.osdmap.OsdMapReading;
import org.maquete.ceph.osdmap.OsdMapReplay;

/** Recorded answers of osdmaptool and of a cluster: a placement group or an object is a case. */
final class OsdMapConformance implements Conformance {

    private static final Recordings RECORDINGS = new Recordings(".pgs", "groups.txt");
    private static final String OBJECTS = "objects.tsv";

    @Override
    public String name() {
        return "osdmap";
    }

    @Override
    public String operand() {
        return "a folder with NAME.pgs beside NAME.osdmap.json and NAME.crush.json";
    }

    @Override
    public Tally replay(List<String> names, Problems problems) {
        Agreement all = Agreement.NONE;
        TreeSet<Path> objectsSeen = new TreeSet<>();
        for (Path path : RECORDINGS.find(names, operand(), problems)) {
            Optional<OsdMap> map = map(RECORDINGS.beside(path, "osdmap.json"), problems);
            Path crushPath = RECORDINGS.beside(path, "crush.json");
            Optional<CrushMap> crush = CrushConformance.map(crushPath, problems);
            Optional<String> rows = Recordings.text(path, "recorded groups", problems);
            // Without a file of its own: the folder's, which are those of the map that sorts first.
            Path own = RECORDINGS.beside(path, OBJECTS);
            Path objects = Files.exists(own) ? own : path.resolveSibling(OBJECTS);
            boolean isFirst = objectsSeen.add(objects);
            if (map.isPresent() && crush.isPresent() && rows.isPresent()) {
                OsdMapReplay.Maps maps = new OsdMapReplay.Maps(map.get(), crush.get());
                all = all.and(OsdMapReplay.groups(path.toString(), maps, rows.get()));
                if (isFirst && Files.exists(objects)) {
                    all = all.and(objects(objects, maps, problems));
                }
            }
        }
        return CrushConformance.tally(all, problems);
    }

    private static Agreement objects(Path path, OsdMapReplay.Maps maps, Problems problems) {
        return Recordings.text(path, "recorded objects", problems)
                .map(rows -> OsdMapReplay.objects(path.toString(), maps, rows))
                .orElse(Agreement.NONE);
    }

    private static Optional<OsdMap> map(Path path, Problems problems) {
        Optional<OsdMapReading> reading =
                Recordings.text(path, "an OSD map", problems).map(OsdMapJsonReader::read);
        reading.ifPresent(r -> r.flaws().forEach(f -> problems.add(path + ": " + f.text())));
        return reading.flatMap(OsdMapReading::map);
    }
}
