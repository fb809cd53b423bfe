package org.maquete.nova.scheduler;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.maquete.tool.argparse.PythonText;

/**
 * Why a request went where it went: each filter's victims with the numbers, each weigher's raw
 * value, share and multiplier by host, and how many hosts tie. Worked out on demand, from the
 * states as they are.
 *
 * @param names host and node by index of the host states
 * @param entered the hosts that the filters saw, after ignored, forced and requested ones
 * @param filtered skipped: forced hosts pass without filters
 * @param steps the filters in order, up to the first that leaves nobody
 * @param survivors who is weighed
 * @param weighed the weighers in order; none for a single survivor, which weighs 0.0
 * @param ranking the survivors, best first
 * @param weights of the ranking, in its order
 */
@SuppressWarnings("ArrayRecordComponent") // lists of a decision that nobody compares
public record Explanation(
        List<Name> names,
        int[] entered,
        boolean filtered,
        List<Step> steps,
        int[] survivors,
        List<Weighed> weighed,
        int[] ranking,
        double[] weights) {

    public Explanation {
        names = List.copyOf(names);
        steps = List.copyOf(steps);
        weighed = List.copyOf(weighed);
    }

    /** A host and its node. */
    public record Name(String host, String node) {

        @Override
        public String toString() {
            return host.equals(node) ? host : host + " (" + node + ")";
        }
    }

    /** A filter, who is left, and who was dropped why. */
    public record Step(String filter, int[] left, List<Dropped> dropped) {

        public Step {
            dropped = List.copyOf(dropped);
        }
    }

    /** A host that a filter dropped. */
    public record Dropped(int host, String why) {}

    /** A weigher; the arrays are in the order of the survivors. */
    public record Weighed(String weigher, double[] raw, double[] share, double[] multiplier) {}

    /** How many hosts have the highest weight. */
    public int tieCount() {
        int count = 0;
        while (count < weights.length && weights[count] == weights[0]) {
            count++;
        }
        return count;
    }

    /** The host that weighs most; empty: no valid host. */
    public Optional<Name> best() {
        return ranking.length == 0 ? Optional.empty() : Optional.of(names.get(ranking[0]));
    }

    /** For people, one line a fact. */
    public String text() {
        StringBuilder out = new StringBuilder();
        for (Step step : steps) {
            out.append(step.filter()).append(": ").append(step.left().length).append(" left\n");
            for (Dropped each : step.dropped()) {
                out.append("    ").append(names.get(each.host()));
                out.append(": ").append(each.why()).append('\n');
            }
        }
        if (!filtered) {
            out.append("forced: no filter is asked\n");
        }
        for (int k = 0; k < ranking.length; k++) {
            out.append(k + 1).append(". ").append(names.get(ranking[k])).append(": ");
            out.append(PythonText.repr(weights[k]));
            for (Weighed each : weighed) {
                int at = positionOf(ranking[k]);
                if (each.share()[at] != 0) {
                    out.append("\n    ").append(each.weigher());
                    out.append(": raw ").append(PythonText.repr(each.raw()[at]));
                    out.append(", share ").append(PythonText.repr(each.share()[at]));
                    out.append(", multiplier ");
                    out.append(PythonText.repr(each.multiplier()[at]));
                }
            }
            out.append('\n');
        }
        out.append(conclusion()).append('\n');
        return out.toString();
    }

    /** One line: who, or why nobody, and how many tie. */
    public String conclusion() {
        if (ranking.length == 0) {
            String by =
                    steps.isEmpty() || steps.getLast().left().length > 0
                            ? "no host was asked for that exists"
                            : steps.getLast().filter() + " removed the last";
            return "No valid host was found: " + by;
        }
        int ties = tieCount();
        return best().orElseThrow() + (ties > 1 ? "; " + ties + " hosts tie" : "");
    }

    private int positionOf(int host) {
        for (int k = 0; k < survivors.length; k++) {
            if (survivors[k] == host) {
                return k;
            }
        }
        throw new IllegalStateException("expected a survivor, found host " + host);
    }

    /** For programs. */
    public String json() {
        StringBuilder out = new StringBuilder("{\"filters\":[");
        for (Step step : steps) {
            comma(out).append("{\"filter\":").append(quoted(step.filter()));
            out.append(",\"left\":").append(step.left().length).append(",\"dropped\":[");
            for (Dropped each : step.dropped()) {
                comma(out).append("{\"host\":").append(quoted(names.get(each.host()).host()));
                out.append(",\"node\":").append(quoted(names.get(each.host()).node()));
                out.append(",\"why\":").append(quoted(each.why())).append('}');
            }
            out.append("]}");
        }
        out.append("],\"ranking\":[");
        for (int k = 0; k < ranking.length; k++) {
            ranked(k, comma(out));
        }
        return out.append("],\"ties\":").append(tieCount()).append("}").toString();
    }

    private void ranked(int k, StringBuilder out) {
        int at = positionOf(ranking[k]);
        out.append("{\"host\":").append(quoted(names.get(ranking[k]).host()));
        out.append(",\"node\":").append(quoted(names.get(ranking[k]).node()));
        out.append(",\"weight\":").append(weights[k]).append(",\"weighers\":{");
        for (Weighed each : weighed) {
            comma(out).append(quoted(each.weigher())).append(":{\"raw\":").append(each.raw()[at]);
            out.append(",\"share\":").append(each.share()[at]);
            out.append(",\"multiplier\":").append(each.multiplier()[at]).append('}');
        }
        out.append("}}");
    }

    private static StringBuilder comma(StringBuilder out) {
        char last = out.charAt(out.length() - 1);
        return last == '[' || last == '{' ? out : out.append(',');
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ') {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c == '"' || c == '\\' ? "\\" : "").append(c);
            }
        }
        return out.append('"').toString();
    }
}
