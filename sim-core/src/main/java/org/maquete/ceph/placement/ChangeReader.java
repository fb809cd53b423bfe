package org.maquete.ceph.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.ceph.crush.Flaw;
import org.maquete.finding.Nearest;

/** Reads changes as they are typed: {@code --out HOST}, {@code --reweight osd.3:0.5}. */
public final class ChangeReader {

    private static final int PG_MAX = 65536; // <count>: Ceph 16.2, mon_max_pool_pg_num
    private static final int SIZE_MAX = 10; // <count>: Ceph 16.2, largest size of a replicated pool
    private static final int ADDED_MAX = 10_000; // <count>: GUESS, beyond any one purchase
    private static final float WEIGHT_MAX = 32767; // <TiB>: what 16.16 holds with a sign

    private final List<Flaw> flaws = new ArrayList<>();

    /** A kind of change: how it is typed, and what it does, for the help. */
    public record Kind(String option, String value, String help) {}

    /** All kinds. */
    public static List<Kind> kinds() {
        return List.of(
                new Kind("--out", "TARGET", "mark osd.N, or all below a bucket, out"),
                new Kind("--in", "TARGET", "mark in"),
                new Kind("--down", "TARGET", "as if it had died; data moves when it is out too"),
                new Kind("--up", "TARGET", "as if it had come back"),
                new Kind("--reweight", "TARGET:W", "ceph osd reweight, 0 to 1"),
                new Kind("--crush-weight", "TARGET:W", "ceph osd crush reweight, in TiB"),
                new Kind("--add-osds", "HOST:COUNT:W[:CLASS]", "new OSDs, the host too if new"),
                new Kind("--remove", "TARGET", "purge OSDs, remove the bucket"),
                new Kind("--move", "TARGET:root=R,rack=R", "ceph osd crush move"),
                new Kind("--rule-of-pool", "POOL:RULE", "another rule for a pool"),
                new Kind("--tunables", "PROFILE|NAME=N", "ceph osd crush tunables"),
                new Kind("--pg-num", "POOL:N", "pg_num, and pgp_num after it"),
                new Kind("--size", "POOL:N", "copies of a replicated pool"));
    }

    /** What was wrong so far. */
    public List<Flaw> flaws() {
        return flaws;
    }

    /** Reads one; notes a flaw when it cannot be read. */
    public Optional<Change> read(String option, String value) {
        return switch (option) {
            case "--out" -> Optional.of(new Change.Out(value));
            case "--in" -> Optional.of(new Change.In(value));
            case "--down" -> Optional.of(new Change.Down(value));
            case "--up" -> Optional.of(new Change.Up(value));
            case "--reweight" -> weighed(option, value, 1).map(w -> reweight(w, true));
            case "--crush-weight" ->
                    weighed(option, value, WEIGHT_MAX).map(w -> reweight(w, false));
            case "--add-osds" -> added(option, value);
            case "--remove" -> Optional.of(new Change.Remove(value));
            case "--move" -> moved(option, value);
            case "--rule-of-pool" ->
                    pair(option, value, "a pool and a rule, such as images:replicated_rule")
                            .map(p -> new Change.RuleOfPool(p.left(), p.right()));
            case "--tunables" -> Optional.of(new Change.TunablesTo(value));
            case "--pg-num" ->
                    counted(option, value, PG_MAX)
                            .map(p -> new Change.PgNum(p.left(), Integer.parseInt(p.right())));
            case "--size" ->
                    counted(option, value, SIZE_MAX)
                            .map(p -> new Change.Size(p.left(), Integer.parseInt(p.right())));
            default -> throw new IllegalArgumentException("no change " + option);
        };
    }

    private record Pair(String left, String right) {}

    private record Weighed(String target, float weight) {}

    private static Change reweight(Weighed weighed, boolean isReweight) {
        int fixed16 = (int) (weighed.weight() * 0x10000);
        return isReweight
                ? new Change.Reweight(weighed.target(), fixed16)
                : new Change.CrushWeight(weighed.target(), fixed16);
    }

    private Optional<Pair> pair(String option, String value, String expected) {
        int colon = value.lastIndexOf(':');
        if (colon < 1 || colon == value.length() - 1) {
            flaw(option, expected, value, "Maybe the colon is missing.");
            return Optional.empty();
        }
        return Optional.of(new Pair(value.substring(0, colon), value.substring(colon + 1)));
    }

    private Optional<Weighed> weighed(String option, String value, float max) {
        String expected = "a name and a weight from 0 to " + (int) max + ", such as osd.3:0.5";
        Optional<Pair> pair = pair(option, value, expected);
        Optional<Float> weight = pair.flatMap(p -> weight(p.right(), max));
        if (pair.isPresent() && weight.isEmpty()) {
            flaw(option, expected, value, "Maybe a decimal point is written as a comma.");
        }
        return weight.map(w -> new Weighed(pair.orElseThrow().left(), w));
    }

    private static Optional<Float> weight(String text, float max) {
        if (!text.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
            return Optional.empty();
        }
        float weight = Float.parseFloat(text);
        return weight <= max ? Optional.of(weight) : Optional.empty();
    }

    private Optional<Pair> counted(String option, String value, int max) {
        String expected = "a pool and a number from 1 to " + max + ", such as images:3";
        Optional<Pair> pair = pair(option, value, expected);
        boolean isCount =
                pair.isPresent()
                        && pair.get().right().matches("[1-9][0-9]{0,8}")
                        && Integer.parseInt(pair.get().right()) <= max;
        if (pair.isPresent() && !isCount) {
            flaw(option, expected, value, "Maybe a digit too many.");
        }
        return isCount ? pair : Optional.empty();
    }

    private Optional<Change> added(String option, String value) {
        String expected = "a host, a number of OSDs and their weight, such as node9:12:7.3:ssd";
        String[] words = value.split(":", -1);
        boolean isShaped =
                (words.length == 3 || words.length == 4)
                        && words[0].matches("[A-Za-z0-9_.-]+")
                        && words[1].matches("[1-9][0-9]{0,4}")
                        && Integer.parseInt(words[1]) <= ADDED_MAX
                        && (words.length == 3 || words[3].matches("[A-Za-z0-9_.-]+"));
        Optional<Float> weight = isShaped ? weight(words[2], WEIGHT_MAX) : Optional.empty();
        if (weight.isEmpty()) {
            flaw(option, expected, value, "Maybe a colon is missing.");
        }
        return weight.map(w ->
                new Change.AddOsds(
                        words[0],
                        Integer.parseInt(words[1]),
                        (int) (w * 0x10000),
                        words.length == 4 ? words[3] : ""));
    }

    private Optional<Change> moved(String option, String value) {
        int colon = value.indexOf(':');
        List<Change.Place> places = new ArrayList<>();
        for (String word : value.substring(colon + 1).split(",", -1)) {
            int equals = word.indexOf('=');
            if (colon < 1 || equals < 1 || !word.substring(equals + 1).matches("[\\w.-]+")) {
                String expected = "a name and where it goes, such as node3:root=default,rack=r2";
                flaw(option, expected, value, "Maybe an equals sign is missing.");
                return Optional.empty();
            }
            places.add(new Change.Place(word.substring(0, equals), word.substring(equals + 1)));
        }
        return Optional.of(new Change.Move(value.substring(0, colon), places));
    }

    private void flaw(String option, String expected, String found, String advice) {
        flaws.add(new Flaw(option, expected, "\"" + found + "\"", advice));
    }

    /** Advice for a word that is none of some names. */
    static String near(String word, List<String> names) {
        return names.size() > 20
                ? Nearest.of(word, names, Math.max(2, word.length() / 3))
                        .map(n -> "Maybe \"" + n + "\" is meant.")
                        .orElse("Maybe look it up: ceph osd tree shows all.")
                : Nearest.advice(word, names);
    }
}
