package org.maquete.ceph.crush;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Repeats recorded calls of {@code crushtool --test}. The text has a line for each call, {@code @
 * rule=0 num_rep=3 min_x=0 max_x=99 pool_id=-1 weight=5:0.5,7:0}, and after it a line for each
 * input: the number and the devices, {@code -} for none.
 */
public final class CrushReplay {

    private static final List<String> KEYS =
            List.of("rule", "num_rep", "min_x", "max_x", "pool_id", "weight");

    private final String name;
    private final CrushMap map;
    private final CompiledCrush compiled;
    private final Agreement.Count count = new Agreement.Count();
    private Optional<CrushTest> call = Optional.empty();

    private CrushReplay(String name, CrushMap map) {
        this.name = name;
        this.map = map;
        this.compiled = CompiledCrush.forPool(map, 0);
    }

    /**
     * Repeats all calls on a map.
     *
     * @param name of the recording, for places
     */
    public static Agreement of(String name, CrushMap map, String recorded) {
        CrushReplay replay = new CrushReplay(name, map);
        List<String> lines = recorded.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            replay.line(i + 1, lines.get(i));
        }
        return replay.count.total();
    }

    private void line(int number, String line) {
        if (line.startsWith("@")) {
            call = call(number, line.substring(1).strip());
        } else if (!line.isBlank() && !line.startsWith("#") && call.isPresent()) {
            String[] words = line.strip().split(" ", 2);
            Optional<Integer> x = whole(words[0]);
            if (x.isEmpty() || words.length < 2) {
                flaw(number, "a number and devices", line);
            } else {
                String what = name + " line " + number + " (x " + x.get() + ")";
                count.compare(what, words[1].strip(), devices(call.get().map(x.get())));
            }
        } else if (!line.isBlank() && !line.startsWith("#") && count.flaws().isEmpty()) {
            flaw(number, "a line that begins with @", line);
        }
    }

    private void flaw(int number, String expected, String found) {
        String shown = found.length() < 60 ? found : found.substring(0, 60) + "...";
        String advice = "Maybe the recording was cut or is of another format.";
        count.flaws().add(new Flaw(name + " line " + number, expected, shown, advice));
    }

    static String devices(int[] result) {
        return result.length == 0
                ? "-"
                : Arrays.stream(result).mapToObj(String::valueOf).collect(Collectors.joining(","));
    }

    private Optional<CrushTest> call(int number, String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String word : text.split(" +", -1)) {
            int equals = word.indexOf('=');
            if (equals < 0 || !KEYS.contains(word.substring(0, equals))) {
                flaw(number, "words such as rule=0: " + String.join(", ", KEYS), word);
                return Optional.empty();
            }
            values.put(word.substring(0, equals), word.substring(equals + 1));
        }
        Optional<Integer> rule = whole(values.getOrDefault("rule", ""));
        Optional<Integer> numRep = whole(values.getOrDefault("num_rep", ""));
        Optional<Integer> pool = whole(values.getOrDefault("pool_id", "-1"));
        Optional<int[]> reweights = reweights(values.getOrDefault("weight", "-"));
        if (rule.isEmpty() || numRep.isEmpty() || pool.isEmpty() || reweights.isEmpty()) {
            flaw(number, "whole numbers, and weight=osd:weight,...", text);
            return Optional.empty();
        }
        boolean isPossible = compiled.hasRule(rule.get()) && numRep.get() >= 0;
        if (!isPossible || numRep.get() > CrushTest.NUM_REP_MAX) {
            flaw(number, "a rule of the map, and a number of devices", text);
            return Optional.empty();
        }
        CrushTest.Call asked = new CrushTest.Call(rule.get(), numRep.get(), pool.get());
        return Optional.of(new CrushTest(compiled, reweights.get(), asked));
    }

    private Optional<int[]> reweights(String text) {
        int[] all = CrushTest.reweights(map);
        if (text.equals("-")) {
            return Optional.of(all);
        }
        for (String each : text.split(",", -1)) {
            String[] words = each.split(":", -1);
            Optional<Integer> osd = whole(words[0]);
            if (words.length != 2 || osd.isEmpty() || !words[1].matches("[0-9.]{1,12}")) {
                return Optional.empty();
            }
            Optional<Integer> weight = CrushTest.reweight(words[1]);
            if (weight.isEmpty() || osd.get() < 0) {
                return Optional.empty();
            }
            if (osd.get() < all.length) {
                all[osd.get()] = weight.get();
            }
        }
        return Optional.of(all);
    }

    private static Optional<Integer> whole(String text) {
        long value = text.matches("-?[0-9]{1,10}") ? Long.parseLong(text) : Long.MAX_VALUE;
        boolean fits = value >= Integer.MIN_VALUE && value <= 0xffff_ffffL;
        return fits ? Optional.of((int) value) : Optional.empty();
    }
}
