package org.maquete.ceph.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.maquete.ceph.crush.CrushMap;
import org.maquete.ceph.crush.CrushReading;
import org.maquete.ceph.crush.CrushRule;
import org.maquete.ceph.crush.CrushTextReader;
import org.maquete.ceph.crush.CrushTextWriter;
import org.maquete.ceph.crush.Flaw;

/**
 * Rules as crushtool's text has them. They name buckets of the map, so they are read behind the
 * text of the map; of that, only the rules are kept, as text rounds weights.
 */
final class RuleText {

    private RuleText() {}

    /** The map's rules with those of the text; notes flaws. */
    static Optional<List<CrushRule>> rules(
            CrushMap map, String place, String text, List<Flaw> flaws) {
        String before = CrushTextWriter.write(map.withRules(List.of()));
        int lines = (int) before.lines().count();
        CrushReading reading = CrushTextReader.read(before + "\n" + text);
        for (Flaw flaw : reading.flaws()) {
            String where = place + ": " + moved(flaw.place(), lines + 1);
            flaws.add(new Flaw(where, flaw.expected(), flaw.found(), flaw.advice()));
        }
        if (reading.map().isEmpty()) {
            return Optional.empty();
        }
        List<CrushRule> read = reading.map().get().rules();
        if (read.isEmpty()) {
            String advice = "Maybe it is another file: rule NAME { ... } is looked for.";
            flaws.add(new Flaw(place, "a rule", "none", advice));
            return Optional.empty();
        }
        TreeMap<Integer, CrushRule> byId = new TreeMap<>();
        map.rules().forEach(r -> byId.put(r.id(), r));
        read.forEach(r -> byId.put(r.id(), r));
        return Optional.of(new ArrayList<>(byId.sequencedValues()));
    }

    /** {@code line 90, column 3} of the whole as that of the text behind some lines. */
    private static String moved(String place, int lines) {
        String[] words = place.split("[ ,]+", -1);
        if (words.length < 2 || !words[0].equals("line") || !words[1].matches("[0-9]{1,9}")) {
            return place;
        }
        int line = Math.max(1, Integer.parseInt(words[1]) - lines);
        return "line " + line + place.substring(("line " + words[1]).length());
    }
}
