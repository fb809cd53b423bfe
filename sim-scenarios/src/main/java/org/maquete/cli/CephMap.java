package org.maquete.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.maquete.ceph.crush.CompiledCrush;
import org.maquete.ceph.crush.CrushMap;
import org.maquete.ceph.crush.CrushReader;
import org.maquete.ceph.crush.CrushReading;
import org.maquete.ceph.crush.CrushRule;
import org.maquete.ceph.crush.CrushTest;
import org.maquete.ceph.crush.Flaw;
import org.maquete.ceph.osdmap.ObjectName;
import org.maquete.ceph.osdmap.OsdMap;
import org.maquete.ceph.osdmap.OsdMapJsonReader;
import org.maquete.ceph.osdmap.OsdMapReading;
import org.maquete.ceph.osdmap.OsdMapReplay;
import org.maquete.ceph.osdmap.OsdMapTool;
import org.maquete.ceph.osdmap.Pool;

/** What {@code ceph map} does; loaded when it is asked for. */
final class CephMap {

    private static final int LAST_X = 1023; // <input>: crushtool 16.2 without --max-x

    private final Arguments arguments;
    private final Problems problems;
    private final Screen screen;

    private CephMap(Arguments arguments, Problems problems, Screen screen) {
        this.arguments = arguments;
        this.problems = problems;
        this.screen = screen;
    }

    static ExitCode run(Arguments arguments, Problems problems, Screen screen) {
        return new CephMap(arguments, problems, screen).run();
    }

    private ExitCode run() {
        if (!arguments.words().equals(List.of("map"))) {
            String found = "\"" + String.join(" ", arguments.words()) + "\"";
            problems.add("ceph", "map", found, "Maybe ceph map --crush FILE, or ceph whatif.");
        }
        if (!arguments.has("--crush")) {
            String advice = "Maybe --crush crush.json, made with ceph osd crush dump.";
            problems.add("--crush", "a CRUSH map", "none", advice);
        }
        Optional<CrushMap> crush = arguments.value("--crush").flatMap(this::crush);
        boolean hasOsdMap = arguments.has("--osdmap");
        Optional<OsdMap> osdMap = arguments.value("--osdmap").flatMap(this::osdMap);
        if (crush.isEmpty() || !problems.isEmpty()) {
            return ExitCode.UNREADABLE;
        }
        if (hasOsdMap) {
            groups(new OsdMapReplay.Maps(osdMap.orElseThrow(), crush.get()));
        } else {
            inputs(crush.get());
        }
        return problems.isEmpty() ? ExitCode.CLEAN : ExitCode.UNREADABLE;
    }

    private Optional<CrushMap> crush(String file) {
        Optional<CrushReading> reading =
                TextFiles.read(file, "a CRUSH map", problems).map(CrushReader::read);
        if (reading.isEmpty()) {
            return Optional.empty();
        }
        note(file, reading.get().flaws());
        reading.get().warnings().forEach(w -> screen.say("maquete: " + file + ": " + w));
        return reading.get().map();
    }

    private Optional<OsdMap> osdMap(String file) {
        Optional<OsdMapReading> reading =
                TextFiles.read(file, "an OSD map", problems).map(OsdMapJsonReader::read);
        reading.ifPresent(r -> note(file, r.flaws()));
        return reading.flatMap(OsdMapReading::map);
    }

    private void note(String file, List<Flaw> flaws) {
        flaws.forEach(f -> problems.add(file + ": " + f.text()));
    }

    private void groups(OsdMapReplay.Maps maps) {
        List<Pool> pools = maps.osdMap().pools();
        OptionalLong asked = arguments.number("--pool");
        if (asked.isPresent()) {
            pools = pools.stream().filter(p -> p.id() == asked.getAsLong()).toList();
            if (pools.isEmpty()) {
                List<String> ids = maps.osdMap().pools().stream().map(p -> "" + p.id()).toList();
                String advice = "Maybe one of " + String.join(", ", ids) + ".";
                problems.add("--pool", "a pool of the map", "" + asked.getAsLong(), advice);
                return;
            }
        }
        Optional<String> object = arguments.value("--object");
        if (object.isPresent() && asked.isEmpty()) {
            problems.add("--object", "--pool with it", "none", "Maybe it was forgotten.");
        } else if (object.isPresent()) {
            String namespace = arguments.value("--namespace").orElse("");
            ObjectName name = new ObjectName(namespace, object.get());
            screen.out().print(OsdMapTool.object(maps, pools.getFirst(), name));
        } else {
            OsdMapTool.Shown shown =
                    arguments.has("--all") ? OsdMapTool.Shown.ALL : OsdMapTool.Shown.ACTING;
            screen.out().print(OsdMapTool.groups(maps, pools, shown));
        }
    }

    private void inputs(CrushMap map) {
        int[] reweights = CrushTest.reweights(map);
        arguments.all("--weight").forEach(w -> reweight(w, reweights));
        int first = arguments.count("--min-x", 0, 999_999_999, 0);
        int last = arguments.count("--max-x", 0, 999_999_999, Math.max(first, LAST_X));
        int numRep = arguments.count("--num-rep", 1, CrushTest.NUM_REP_MAX, 0);
        int pool = arguments.count("--pool-id", 0, 999_999_999, -1);
        int ruleAsked = arguments.count("--rule", 0, 255, -1);
        List<CrushRule> rules = new ArrayList<>(map.rules());
        rules.removeIf(r -> ruleAsked >= 0 && r.id() != ruleAsked);
        if (rules.isEmpty()) {
            List<String> ids = map.rules().stream().map(r -> "" + r.id()).toList();
            String advice = "Maybe one of " + String.join(", ", ids) + ".";
            problems.add("--rule", "a rule of the map", "" + ruleAsked, advice);
        }
        if (!problems.isEmpty()) {
            return;
        }
        CompiledCrush compiled = CompiledCrush.forPool(map, 0);
        for (CrushRule rule : rules) {
            int most = numRep > 0 ? numRep : rule.sizeMax();
            for (int n = numRep > 0 ? numRep : rule.sizeMin(); n <= most; n++) {
                CrushTest.Call call = new CrushTest.Call(rule.id(), n, pool);
                CrushTest test = new CrushTest(compiled, reweights, call);
                for (int x = first; x <= last; x++) {
                    screen.out().print(test.line(x));
                }
            }
        }
    }

    private void reweight(String text, int[] reweights) {
        String[] words = text.split(":", -1);
        boolean isPair = words.length == 2 && words[0].matches("[0-9]{1,6}");
        Optional<Integer> weight = isPair ? CrushTest.reweight(words[1]) : Optional.empty();
        int osd = isPair ? Integer.parseInt(words[0]) : 0;
        if (weight.isEmpty() || osd >= reweights.length) {
            String expected = "an OSD of the map and a weight from 0 to 1, such as 5:0.5";
            problems.add("--weight", expected, "\"" + text + "\"", "Maybe the colon is missing.");
        } else {
            reweights[osd] = weight.get();
        }
    }
}
