package org.maquete.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.ceph.balancer.UpmapBalancer;
import org.maquete.ceph.crush.CrushMap;
import org.maquete.ceph.crush.CrushReader;
import org.maquete.ceph.crush.CrushReading;
import org.maquete.ceph.crush.Flaw;
import org.maquete.ceph.osdmap.OsdMap;
import org.maquete.ceph.osdmap.OsdMapJsonReader;
import org.maquete.ceph.osdmap.OsdMapReading;
import org.maquete.ceph.osdmap.OsdMapReplay.Maps;
import org.maquete.ceph.placement.Change;
import org.maquete.ceph.placement.ChangeReader;
import org.maquete.ceph.placement.Changes;
import org.maquete.ceph.placement.ClusterUse;
import org.maquete.ceph.placement.Comparison;
import org.maquete.ceph.placement.ComparisonText;

/** What {@code ceph whatif} does; loaded when it is asked for. */
final class CephWhatIf {

    private static final int UPMAPS_MAX = 1_000_000; // <count>: GUESS, beyond any pool
    private static final int UPMAPS = 10_000; // <count>: GUESS, what one wants at most in one go

    private final Arguments arguments;
    private final Problems problems;
    private final Screen screen;

    private CephWhatIf(Arguments arguments, Problems problems, Screen screen) {
        this.arguments = arguments;
        this.problems = problems;
        this.screen = screen;
    }

    static ExitCode run(Arguments arguments, Problems problems, Screen screen) {
        return new CephWhatIf(arguments, problems, screen).run();
    }

    private ExitCode run() {
        String format = arguments.choice("--format", List.of("text", "json"));
        int deviation = arguments.count("--deviation", 1, 1000, 1);
        int upmaps = arguments.count("--max", 0, UPMAPS_MAX, UPMAPS);
        if (!arguments.words().isEmpty()) {
            String found = "\"" + String.join(" ", arguments.words()) + "\"";
            problems.add("ceph whatif", "options only", found, "Maybe a dash is missing.");
        }
        need("--crush", "a CRUSH map", "ceph osd crush dump > crush.json");
        need("--osdmap", "an OSD map", "ceph osd dump --format json > osdmap.json");
        Optional<CrushMap> crush = arguments.value("--crush").flatMap(this::crush);
        Optional<String> dump =
                arguments.value("--osdmap").flatMap(f -> TextFiles.dump(f, "an OSD map", problems));
        Optional<OsdMap> osdMap =
                dump.flatMap(text -> osdMap(arguments.value("--osdmap").orElse(""), text));
        List<Change> changes = changes();
        if (crush.isEmpty() || osdMap.isEmpty()) {
            return ExitCode.UNREADABLE;
        }
        Maps before = new Maps(Changes.settled(osdMap.get()), crush.get());
        ClusterUse use = use(before.osdMap(), dump.orElseThrow());
        Changes.Changed changed = changed(before, changes);
        if (!problems.isEmpty()) {
            return ExitCode.UNREADABLE;
        }
        Maps after = changed.maps().orElseThrow();
        Optional<UpmapBalancer.Plan> plan = Optional.empty();
        if (arguments.has("--balance")) {
            plan = Optional.of(balanced(after, new UpmapBalancer.Goal(deviation, upmaps)));
            after = new Maps(plan.get().map(), after.crush());
        }
        Comparison comparison =
                Comparison.of(before, after, changed.newOsds(), use).withNotes(changed.notes());
        if (format.equals("json")) {
            screen.out().print(CephWhatIfJson.of(comparison, plan));
        } else {
            screen.out().print(ComparisonText.of(comparison));
            plan.ifPresent(p -> screen.out().print(BalanceText.of(p)));
        }
        return ExitCode.CLEAN;
    }

    private static UpmapBalancer.Plan balanced(Maps maps, UpmapBalancer.Goal goal) {
        return UpmapBalancer.balance(maps.osdMap(), maps.crush(), maps.osdMap().pools(), goal);
    }

    private void need(String option, String what, String how) {
        if (!arguments.has(option)) {
            problems.add(option, what, "none", "Maybe make it with " + how + ".");
        }
    }

    private Optional<CrushMap> crush(String file) {
        Optional<CrushReading> reading =
                TextFiles.dump(file, "a CRUSH map", problems).map(CrushReader::read);
        reading.ifPresent(r -> note(file + ": ", r.flaws()));
        reading.ifPresent(
                r -> r.warnings().forEach(w -> screen.say("maquete: " + file + ": " + w)));
        return reading.flatMap(CrushReading::map);
    }

    private Optional<OsdMap> osdMap(String file, String text) {
        OsdMapReading reading = OsdMapJsonReader.read(text);
        note(file + ": ", reading.flaws());
        return reading.map();
    }

    private void note(String place, List<Flaw> flaws) {
        flaws.forEach(f -> problems.add(place + f.text()));
    }

    private List<Change> changes() {
        ChangeReader reader = new ChangeReader();
        List<String> options =
                ChangeReader.kinds().stream().map(ChangeReader.Kind::option).toList();
        List<Change> changes = new ArrayList<>();
        for (Arguments.Given given : arguments.given()) {
            if (options.contains(given.name())) {
                reader.read(given.name(), given.value()).ifPresent(changes::add);
            } else if (given.name().equals("--upmap-clear")) {
                changes.add(new Change.UpmapClear());
            } else if (given.name().equals("--rules")) {
                TextFiles.read(given.value(), "rules", problems)
                        .ifPresent(t -> changes.add(new Change.Rules(given.value(), t)));
            }
        }
        note("", reader.flaws());
        return changes;
    }

    private ClusterUse use(OsdMap map, String dump) {
        List<ClusterUse.Document> documents = new ArrayList<>();
        for (String file : arguments.all("--pgs")) {
            TextFiles.dump(file, "what the groups hold", problems)
                    .ifPresent(t -> documents.add(new ClusterUse.Document(file, t)));
        }
        List<Flaw> flaws = new ArrayList<>();
        ClusterUse use = ClusterUse.read(map, dump, documents, flaws);
        note("", flaws);
        return use;
    }

    /** The maps given as those after, or those before; then the changes. */
    private Changes.Changed changed(Maps before, List<Change> changes) {
        Optional<CrushMap> crush = arguments.value("--crush-after").flatMap(this::crush);
        Optional<OsdMap> map =
                arguments
                        .value("--osdmap-after")
                        .flatMap(f ->
                                TextFiles.dump(f, "an OSD map", problems)
                                        .flatMap(text -> osdMap(f, text)));
        Maps start =
                new Maps(
                        map.map(Changes::settled).orElse(before.osdMap()),
                        crush.orElse(before.crush()));
        Changes.Changed changed = Changes.apply(start, changes);
        note("", changed.flaws());
        return changed;
    }
}
