package org.maquete.ceph.placement;

import java.util.List;
import java.util.Optional;
import org.maquete.ceph.crush.Flaw;
import org.maquete.ceph.crush.TunableNames;
import org.maquete.ceph.crush.Tunables;

/** {@code ceph osd crush tunables PROFILE} and {@code set-tunable}. */
final class TunableWords {

    private static final String OPTION = "--tunables";
    private static final int VALUE_MAX = 1000; // <number>: GUESS, tries beyond it end nowhere

    private static final List<String> PROFILES =
            List.of(
                    "argonaut",
                    "legacy",
                    "bobtail",
                    "firefly",
                    "hammer",
                    "jewel",
                    "optimal",
                    "default");

    private TunableWords() {}

    /** What the words make of tunables; notes a flaw. */
    static Optional<Tunables> applied(Tunables tunables, String words, List<Flaw> flaws) {
        int equals = words.indexOf('=');
        if (equals < 0) {
            if (!PROFILES.contains(words)) {
                String advice = ChangeReader.near(words, PROFILES);
                flaws.add(new Flaw(OPTION, "a profile, or NAME=N", "\"" + words + "\"", advice));
                return Optional.empty();
            }
            return Optional.of(profile(words, tunables));
        }
        String name = words.substring(0, equals);
        String value = words.substring(equals + 1);
        if (!TunableNames.ALL.contains(name)) {
            String advice = ChangeReader.near(name, TunableNames.ALL);
            flaws.add(new Flaw(OPTION, "a tunable", "\"" + name + "\"", advice));
            return Optional.empty();
        }
        if (!value.matches("[0-9]{1,4}") || Integer.parseInt(value) > VALUE_MAX) {
            String expected = "a number from 0 to " + VALUE_MAX;
            flaws.add(new Flaw(OPTION, expected, "\"" + value + "\"", "Maybe a digit too many."));
            return Optional.empty();
        }
        return Optional.of(TunableNames.with(tunables, name, Integer.parseInt(value)));
    }

    /** As a monitor of Ceph 16.2 made them: most profiles leave straw_calc_version as it was. */
    private static Tunables profile(String name, Tunables now) {
        int straw = now.strawCalcVersion();
        return switch (name) {
            case "argonaut", "legacy" -> Tunables.ARGONAUT;
            case "bobtail" -> new Tunables(0, 0, 50, 1, 0, 0, straw, 22);
            case "firefly" -> new Tunables(0, 0, 50, 1, 1, 0, straw, 22);
            case "hammer" -> new Tunables(0, 0, 50, 1, 1, 0, straw, 54);
            case "jewel" -> new Tunables(0, 0, 50, 1, 1, 1, straw, 54);
            default -> Tunables.JEWEL;
        };
    }
}
