package org.maquete.lab;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.finding.Nearest;
import org.maquete.kernel.Distribution;
import org.maquete.kernel.SimTime;
import org.maquete.kernel.Span;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the measured durations of a lab: by name, all lengths in seconds. */
final class DurationReader {

    private static final long SECONDS_MAX = 7 * 24 * 3600; // <seconds>: GUESS, a week

    private static final int VALUE_LIMIT = 10_000; // <lengths of one duration>: GUESS

    private static final String UNIFORM = "uniform";

    /** What stands for a distribution that cannot be read. */
    private static final Distribution NONE = new Distribution.Constant(0);

    private static final List<String> KINDS =
            List.of(
                    "constant",
                    UNIFORM,
                    "triangular",
                    "normal",
                    "lognormal",
                    "exponential",
                    "empirical");

    private final Fields fields;
    private final Problems problems;

    private DurationReader(Fields fields, Problems problems) {
        this.fields = fields;
        this.problems = problems;
    }

    /** The overrides of the spans of a model. */
    static List<Span> read(Node node, List<Span> known, Problems problems) {
        Fields byName = new Fields(node, "durations", List.of(), problems);
        List<String> names = known.stream().map(Span::name).toList();
        List<Span> spans = new ArrayList<>();
        for (String name : byName.names()) {
            int blank = name.indexOf(' ');
            String of = blank < 0 ? name : name.substring(0, blank);
            boolean isKnown = names.contains(of);
            if (isKnown && blank >= 0 && !isThing(name.substring(blank + 1))) {
                problems.at(
                        byName.key(name),
                        "a duration and one name behind it",
                        Problems.quoted(name),
                        "Maybe \"juju.hook.install vault\" or \"maas.enlist server3\" is meant.");
            }
            if (!isKnown) {
                problems.at(
                        byName.key(name),
                        "the name of a duration",
                        Problems.quoted(name),
                        advice(of, names));
            }
            String called = isKnown ? name : "unknown";
            byName.value(name).ifPresent(value -> spans.add(span(called, value, problems)));
        }
        return spans;
    }

    /** A machine, container, application or unit: {@code server3}, {@code vault/0}. */
    private static boolean isThing(String text) {
        return text.matches("[A-Za-z0-9][A-Za-z0-9._/@:-]*");
    }

    private static String advice(String name, List<String> names) {
        return Nearest.of(name, names, Math.max(2, name.length() / 3))
                .map(near -> "Maybe \"" + near + "\" is meant.")
                .orElse("Maybe one that `./maquete explain durations` lists.");
    }

    private static Span span(String name, Node node, Problems problems) {
        // Which keys are known depends on the kind, so that one is looked up first.
        String kind =
                new Fields(node, "duration", List.of(), new Problems("")).scalar("distribution");
        Fields fields = new Fields(node, "duration " + name, keys(kind), problems);
        Optional<String> known =
                fields.parsed(
                        fields.value("distribution"),
                        "one of " + String.join(", ", KINDS) + " for distribution",
                        Nearest.advice(kind, KINDS),
                        text -> Optional.of(text).filter(KINDS::contains));
        String source = fields.text("source", "lab description");
        boolean isUnknown = known.isEmpty() && fields.value("distribution").isPresent();
        Distribution distribution =
                isUnknown
                        ? NONE
                        : new DurationReader(fields, problems).distribution(known.orElse(UNIFORM));
        return new Span(name, distribution, source.isEmpty() ? "lab description" : source);
    }

    /** The keys of a kind; none, which means all, when the kind is not known. */
    private static List<String> keys(String kind) {
        List<String> own =
                switch (kind) {
                    case "constant" -> List.of("value_s");
                    case "", UNIFORM -> List.of("low_s", "high_s");
                    case "triangular" -> List.of("low_s", "mode_s", "high_s");
                    case "normal" -> List.of("mean_s", "deviation_s", "low_s", "high_s");
                    case "lognormal" -> List.of("median_s", "p95_s", "low_s", "high_s");
                    case "exponential" -> List.of("mean_s", "low_s", "high_s");
                    case "empirical" -> List.of("values_s");
                    default -> List.of();
                };
        if (own.isEmpty()) {
            return own;
        }
        List<String> keys = new ArrayList<>(own);
        keys.add("distribution");
        keys.add("source");
        return keys;
    }

    private Distribution distribution(String kind) {
        return switch (kind) {
            case "constant" -> new Distribution.Constant(Math.max(0, needed("value_s")));
            case "triangular" -> triangular(needed("low_s"), needed("mode_s"), needed("high_s"));
            case "normal" -> normal(needed("mean_s"), needed("deviation_s"));
            case "lognormal" -> lognormal(needed("median_s"), needed("p95_s"));
            case "exponential" -> exponential(needed("mean_s"));
            case "empirical" -> empirical();
            default -> uniform(needed("low_s"), needed("high_s"));
        };
    }

    private Distribution uniform(long low, long high) {
        return fits(low <= high, "low_s at most high_s", low, high)
                ? new Distribution.Uniform(low, high)
                : NONE;
    }

    private Distribution triangular(long low, long mode, long high) {
        boolean isInOrder = low <= mode && mode <= high;
        return fits(isInOrder, "low_s at most mode_s at most high_s", low, mode, high)
                ? new Distribution.Triangular(low, mode, high)
                : NONE;
    }

    private Distribution normal(long mean, long deviation) {
        long low = low();
        long high = high();
        boolean isInOrder = low <= mean && mean <= high;
        boolean isWithin = fits(isInOrder, "low_s at most mean_s at most high_s", low, mean, high);
        return fits(deviation > 0, "deviation_s above 0", deviation) && isWithin
                ? new Distribution.Normal(mean, deviation, low, high)
                : NONE;
    }

    private Distribution lognormal(long median, long p95) {
        long low = low();
        long high = high();
        boolean isInOrder = low <= median && median <= high;
        boolean isWithin =
                fits(isInOrder, "low_s at most median_s at most high_s", low, median, high);
        // by more than a millionth: below that the two are the same number to a logarithm
        boolean isSpread = 0 < median && median + median / 1_000_000 < p95;
        return fits(isSpread, "median_s above 0 and less than p95_s", median, p95) && isWithin
                ? new Distribution.Lognormal(median, p95, low, high)
                : NONE;
    }

    private Distribution exponential(long mean) {
        long low = low();
        long high = high();
        boolean isInOrder = low < mean && mean <= high;
        return fits(isInOrder, "low_s less than mean_s at most high_s", low, mean, high)
                ? new Distribution.Exponential(mean, low, high)
                : NONE;
    }

    private Distribution empirical() {
        fields.required("values_s");
        List<Node> nodes = fields.list("values_s");
        if (fields.value("values_s").isPresent() && nodes.isEmpty() || nodes.size() > VALUE_LIMIT) {
            problems.at(
                    fields.node(),
                    "1 to " + VALUE_LIMIT + " lengths for values_s",
                    Integer.toString(nodes.size()),
                    "Maybe give some of what was measured.");
        }
        List<Long> values = new ArrayList<>();
        for (Node node : nodes) {
            values.add(Math.max(0, length(Optional.of(node), "values_s")));
        }
        return values.isEmpty() ? NONE : new Distribution.Empirical(values);
    }

    private long needed(String key) {
        return length(fields.required(key), key);
    }

    private long low() {
        return fields.value("low_s").isEmpty() ? 0 : length(fields.value("low_s"), "low_s");
    }

    private long high() {
        return fields.value("high_s").isEmpty()
                ? SimTime.seconds(SECONDS_MAX)
                : length(fields.value("high_s"), "high_s");
    }

    /** A length; -1 when there is none, and then that has been told. */
    private long length(Optional<Node> value, String key) {
        String form = "a number of seconds from 0 to " + SECONDS_MAX + " for " + key;
        String advice = "Maybe a unit or a quote is in the way: 12.5 is twelve seconds and a half.";
        return fields.parsed(value, form, advice, DurationReader::length).orElse(-1L);
    }

    /** Seconds as whole nanoseconds. */
    private static Optional<Long> length(String text) {
        if (!text.matches("[0-9]{1,9}(\\.[0-9]{1,30})?([eE][+-]?[0-9]{1,2})?")) {
            return Optional.empty();
        }
        BigDecimal seconds = new BigDecimal(text);
        return seconds.compareTo(BigDecimal.valueOf(SECONDS_MAX)) > 0
                ? Optional.empty()
                : Optional.of(
                        seconds.movePointRight(9)
                                .setScale(0, RoundingMode.HALF_EVEN)
                                .longValueExact());
    }

    /** Tells what does not hold between lengths, if all of them are there. */
    private boolean fits(boolean holds, String expected, long... lengths) {
        for (long length : lengths) {
            if (length < 0) {
                return false;
            }
        }
        if (!holds) {
            String advice = "Maybe two of them are swapped, or distribution: constant is meant.";
            problems.at(fields.node(), expected, found(lengths), advice);
        }
        return holds;
    }

    private static String found(long... lengths) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lengths.length; i++) {
            text.append(i == 0 ? "" : i == lengths.length - 1 ? " and " : ", ");
            text.append(Distribution.seconds(lengths[i]));
        }
        return text.toString();
    }
}
