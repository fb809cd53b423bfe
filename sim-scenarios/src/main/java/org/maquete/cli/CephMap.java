package org.maquete.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.maquete.ceph.crush.CrushMap;
import org.maquete.ceph.crush.CrushReader;
import org.maquete.ceph.crush.CrushReading;
import org.maquete.ceph.crush.CrushTest;
import org.maquete.ceph.crush.CrushTestRun;
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

    private static final long POOL_ASSUMED = 1; // <pool>: osdmaptool 16.2 without --pool
    private static final int PG_NUM_MAX = 65_536; // <groups>: Ceph 16.2, mon_max_pool_pg_num

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
        if (object.isPresent()) {
            object(maps, object.get(), asked.isEmpty());
            return;
        }
        OsdMapTool.Shown shown = OsdMapTool.Shown.ACTING;
        if (arguments.has("--all")) {
            shown = OsdMapTool.Shown.ALL;
        } else if (arguments.has("--table")) {
            shown = OsdMapTool.Shown.TABLE;
        }
        int pgNum = arguments.count("--pg-num", 0, PG_NUM_MAX, 0);
        if (problems.isEmpty()) {
            screen.out().print(OsdMapTool.groups(maps, pools, shown, pgNum));
        }
    }

    private void object(OsdMapReplay.Maps maps, String object, boolean isAssumed) {
        long id = arguments.number("--pool").orElse(POOL_ASSUMED);
        Optional<Pool> pool = maps.osdMap().pool(id);
        if (pool.isEmpty()) {
            problems.add("--object", "--pool with it", "none", "Maybe it was forgotten.");
            return;
        }
        if (isAssumed) {
            String line = "osdmaptool: assuming pool " + id + " (use --pool to override)\n";
            screen.out().print(line);
        }
        ObjectName name = new ObjectName(arguments.value("--namespace").orElse(""), object);
        screen.out().print(OsdMapTool.object(maps, pool.get(), name));
    }

    private void inputs(CrushMap map) {
        int[] reweights = CrushTest.reweights(map);
        arguments.all("--weight").forEach(w -> reweight(w, reweights));
        int numRep = whole("--num-rep", -1);
        if (numRep > CrushTest.NUM_REP_MAX) {
            String expected = "at most " + CrushTest.NUM_REP_MAX;
            problems.add("--num-rep", expected, "" + numRep, "Maybe a pool's size.");
        }
        CrushTestRun.Range rules = range("--min-rule", "--max-rule", "--rule");
        CrushTestRun.Range inputs = range("--min-x", "--max-x", "--x");
        int pool = whole("--pool-id", -1);
        if (!problems.isEmpty()) {
            return;
        }
        EnumSet<CrushTestRun.Shown> shown = EnumSet.noneOf(CrushTestRun.Shown.class);
        for (CrushTestRun.Shown each : CrushTestRun.Shown.values()) {
            if (arguments.has(each.option())) {
                shown.add(each);
            }
        }
        if (shown.isEmpty()) {
            shown.add(CrushTestRun.Shown.MAPPINGS);
        }
        if (shown.contains(CrushTestRun.Shown.UTILIZATION_ALL)) {
            screen.say(CrushTestRun.weightsText(reweights));
        }
        warn(map, rules, inputs);
        CrushTestRun.Asked asked = new CrushTestRun.Asked(inputs, rules, numRep, pool, shown);
        CrushTestRun.run(map, reweights, asked, screen.out()::print);
    }

    /** What crushtool passes over in silence. */
    private void warn(CrushMap map, CrushTestRun.Range rules, CrushTestRun.Range inputs) {
        if (arguments.has("--rule") && map.rule(rules.first()).isEmpty()) {
            List<String> ids = map.rules().stream().map(r -> "" + r.id()).toList();
            String known = String.join(", ", ids);
            screen.say("maquete: --rule: no rule " + rules.first() + "; Maybe one of " + known);
        }
        boolean isHalf = inputs.equals(CrushTestRun.Range.NONE);
        if (isHalf && (arguments.has("--min-x") || arguments.has("--max-x"))) {
            screen.say("maquete: --min-x and --max-x need each other: inputs 0 to 1023");
        }
    }

    /** In the order typed, as {@code --x} is both ends; without both, none. */
    private CrushTestRun.Range range(String least, String most, String both) {
        int first = -1;
        int last = -1;
        for (Arguments.Given given : arguments.given()) {
            boolean isBoth = given.name().equals(both);
            first = isBoth || given.name().equals(least) ? whole(given.name(), -1) : first;
            last = isBoth || given.name().equals(most) ? whole(given.name(), -1) : last;
        }
        return first < 0 || last < 0
                ? CrushTestRun.Range.NONE
                : new CrushTestRun.Range(first, last);
    }

    private int whole(String name, int otherwise) {
        Optional<String> text = arguments.value(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            return Integer.parseInt(text.get());
        } catch (NumberFormatException e) {
            String expected = "a whole number of 32 bits";
            problems.add(name, expected, "\"" + text.get() + "\"", "Maybe a letter is in it.");
            return otherwise;
        }
    }

    private void reweight(String text, int[] reweights) {
        String[] words = text.split(":", -1);
        boolean isPair = words.length == 2 && words[0].matches("[0-9]{1,6}");
        Optional<Integer> weight = isPair ? CrushTest.reweight(words[1]) : Optional.empty();
        if (weight.isEmpty()) {
            String expected = "an OSD and a weight from 0 to 1, such as 5:0.5";
            problems.add("--weight", expected, "\"" + text + "\"", "Maybe the colon is missing.");
            return;
        }
        int osd = Integer.parseInt(words[0]);
        if (osd < reweights.length) {
            reweights[osd] = weight.get();
        } else {
            screen.say("maquete: --weight " + text + ": no such OSD, passed over");
        }
    }
}
