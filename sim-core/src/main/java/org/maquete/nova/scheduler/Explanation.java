package org.maquete.nova.scheduler;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maquete.tool.argparse.PythonText;

/**
 * Why a request went where it went: each filter's victims with the numbers, each weigher's raw
 * value, share and multiplier by host, and how many hosts tie.
 *
 * <p>The choice is that of the decision. Recorded beside it are only the request, who was asked and
 * the {@link Moment}; the first question for a number works out all of them, and a text is made
 * when it is read. Both tell of the hosts as they were then, whatever was placed since. Arrays that
 * are given away are shared: nobody writes them.
 */
public final class Explanation {

    private final Bound bound;
    private final Moment moment;
    private final RequestSpec spec;
    private final int[] candidates;
    private final int chosen;
    private @Nullable Reasons reasons;
    private @Nullable HostStates past;

    /** Of a decision that was made just now. */
    Explanation(Bound bound, RequestSpec spec, int[] candidates, int chosen) {
        this.bound = bound;
        this.moment = bound.states().now();
        this.spec = spec;
        this.candidates = candidates;
        this.chosen = chosen;
    }

    /** The hosts as they were. */
    private HostStates then() {
        HostStates known = past;
        if (known != null) {
            return known;
        }
        if (moment.isNow()) {
            return bound.states();
        }
        known = bound.states().at(moment);
        past = known;
        return known;
    }

    private Reasons reasons() {
        Reasons known = reasons;
        if (known == null) {
            known = Reasons.of(bound, then(), spec, candidates);
            reasons = known;
        }
        return known;
    }

    /** The host that was chosen, or {@link Scheduler#NONE}. */
    public int chosen() {
        return chosen;
    }

    /** The hosts that the filters saw, after ignored, forced and requested ones. */
    public int[] entered() {
        return reasons().entered();
    }

    /** Whether filters were asked; forced hosts pass without. */
    public boolean filtered() {
        return reasons().asksFilters();
    }

    /** The filters in order, up to the first that leaves nobody. */
    public List<Step> steps() {
        return reasons().steps();
    }

    /** Who is weighed. */
    public int[] survivors() {
        return reasons().survivors();
    }

    /** The weighers in order; none for a single survivor, which weighs 0.0. */
    public List<Weighed> weighed() {
        return reasons().weighed();
    }

    /** The survivors, best first. */
    public int[] ranking() {
        return reasons().ranking();
    }

    /** The weights of the ranking, in its order. */
    public double[] weights() {
        return reasons().weights();
    }

    /** A host and its node. */
    public Name name(int host) {
        Host constant = then().host(host);
        return new Name(constant.host(), constant.node());
    }

    /** Why a step's filter dropped a host, with the numbers. */
    public String why(int step, int host) {
        return bound.filters().get(step).why(then(), spec, host);
    }

    /** A host and its node. */
    public record Name(String host, String node) {

        @Override
        public String toString() {
            return host.equals(node) ? host : host + " (" + node + ")";
        }
    }

    /** A filter, who is left, and who was dropped: {@link #why}. */
    @SuppressWarnings("ArrayRecordComponent") // lists of a decision that nobody compares
    public record Step(String filter, int[] left, int[] dropped) {}

    /** A weigher; the arrays are in the order of the survivors. */
    @SuppressWarnings("ArrayRecordComponent") // as above
    public record Weighed(String weigher, double[] raw, double[] share, double[] multiplier) {}

    /** How many hosts have the highest weight. */
    public int tieCount() {
        double[] weights = weights();
        int count = 0;
        while (count < weights.length && weights[count] == weights[0]) {
            count++;
        }
        return count;
    }

    /** The host that was chosen; empty: no valid host. */
    public Optional<Name> best() {
        return chosen == Scheduler.NONE ? Optional.empty() : Optional.of(name(chosen));
    }

    /** For people, one line a fact. */
    public String text() {
        StringBuilder out = new StringBuilder();
        for (int s = 0; s < steps().size(); s++) {
            Step step = steps().get(s);
            out.append(step.filter()).append(": ").append(step.left().length).append(" left\n");
            for (int host : step.dropped()) {
                out.append("    ").append(name(host));
                out.append(": ").append(why(s, host)).append('\n');
            }
        }
        if (!filtered()) {
            out.append("forced: no filter is asked\n");
        }
        int[] positions = positions();
        int[] ranking = ranking();
        for (int k = 0; k < ranking.length; k++) {
            out.append(k + 1).append(". ").append(name(ranking[k])).append(": ");
            out.append(PythonText.repr(weights()[k]));
            int at = positions[ranking[k]];
            for (Weighed each : weighed()) {
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
        if (chosen == Scheduler.NONE) {
            List<Step> steps = steps();
            String by =
                    steps.isEmpty() || steps.getLast().left().length > 0
                            ? "no host was asked for that exists"
                            : steps.getLast().filter() + " removed the last";
            return "No valid host was found: " + by;
        }
        int ties = tieCount();
        String drawn = chosen == ranking()[0] ? "" : ", drawn among the heaviest";
        return name(chosen) + drawn + (ties > 1 ? "; " + ties + " hosts tie" : "");
    }

    /** Where a survivor stands in the arrays of the weighers, by host. */
    private int[] positions() {
        int[] positions = new int[then().count()];
        int[] survivors = survivors();
        for (int k = 0; k < survivors.length; k++) {
            positions[survivors[k]] = k;
        }
        return positions;
    }

    /** For programs. */
    public String json() {
        StringBuilder out = new StringBuilder("{\"filters\":[");
        for (int s = 0; s < steps().size(); s++) {
            Step step = steps().get(s);
            comma(out).append("{\"filter\":").append(quoted(step.filter()));
            out.append(",\"left\":").append(step.left().length).append(",\"dropped\":[");
            for (int host : step.dropped()) {
                comma(out).append("{\"host\":").append(quoted(name(host).host()));
                out.append(",\"node\":").append(quoted(name(host).node()));
                out.append(",\"why\":").append(quoted(why(s, host))).append('}');
            }
            out.append("]}");
        }
        out.append("],\"ranking\":[");
        int[] positions = positions();
        for (int k = 0; k < ranking().length; k++) {
            ranked(k, positions[ranking()[k]], comma(out));
        }
        return out.append("],\"ties\":").append(tieCount()).append("}").toString();
    }

    private void ranked(int k, int at, StringBuilder out) {
        Name name = name(ranking()[k]);
        out.append("{\"host\":").append(quoted(name.host()));
        out.append(",\"node\":").append(quoted(name.node()));
        out.append(",\"weight\":").append(weights()[k]).append(",\"weighers\":{");
        for (Weighed each : weighed()) {
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
