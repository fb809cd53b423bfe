package org.maquete.ceph.crush;

import java.util.EnumSet;

/** Options of {@code crushtool --test} as a recording has them. */
final class CrushRuns {

    private final EnumSet<CrushTestRun.Shown> shown = EnumSet.noneOf(CrushTestRun.Shown.class);
    private final int[] inputs = {-1, -1};
    private final int[] rules = {-1, -1};
    private final int[] reweights;
    private int numRep = -1;
    private int pool = -1;

    private CrushRuns(CrushMap map) {
        reweights = CrushTest.reweights(map);
    }

    /** What ours prints. */
    static String answer(CrushMap map, String options) {
        CrushRuns run = new CrushRuns(map);
        String[] words = options.split(" ", -1);
        int at = 0;
        while (at < words.length) {
            at += run.option(words, at);
        }
        StringBuilder out = new StringBuilder();
        CrushTestRun.Asked asked =
                new CrushTestRun.Asked(
                        range(run.inputs), range(run.rules), run.numRep, run.pool, run.shown);
        CrushTestRun.run(map, run.reweights, asked, out::append);
        return out.toString();
    }

    private static CrushTestRun.Range range(int[] ends) {
        return new CrushTestRun.Range(ends[0], ends[1]);
    }

    /** Gives how many words it has. */
    private int option(String[] words, int at) {
        for (CrushTestRun.Shown each : CrushTestRun.Shown.values()) {
            if (words[at].equals(each.option())) {
                shown.add(each);
                return 1;
            }
        }
        if (words[at].equals("--weight")) {
            int osd = Integer.parseInt(words[at + 1]);
            if (osd < reweights.length) {
                reweights[osd] = CrushTest.reweight(words[at + 2]).orElse(0);
            }
            return 3;
        }
        int value = Integer.parseInt(words[at + 1]);
        switch (words[at]) {
            case "--x" -> put(inputs, value, value);
            case "--min-x" -> put(inputs, value, inputs[1]);
            case "--max-x" -> put(inputs, inputs[0], value);
            case "--rule" -> put(rules, value, value);
            case "--min-rule" -> put(rules, value, rules[1]);
            case "--max-rule" -> put(rules, rules[0], value);
            case "--num-rep" -> numRep = value;
            case "--pool-id" -> pool = value;
            default -> throw new IllegalArgumentException("option " + words[at]);
        }
        return 2;
    }

    private static void put(int[] ends, int first, int last) {
        ends[0] = first;
        ends[1] = last;
    }
}
