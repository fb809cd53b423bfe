package org.maquete.bench;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import org.maquete.nova.replay.Policy;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** A comparison as text, CSV and JSON. */
public final class Printed {

    private Printed() {}

    /** For a person: a row a policy, and below it the half widths of the intervals. */
    public static String text(Comparison comparison) {
        StringBuilder text = new StringBuilder();
        comparison.conditions().forEach(line -> text.append(line).append('\n'));
        text.append(String.format(Locale.ROOT, "\n%-12s", "policy"));
        List<Metric> metrics = comparison.metrics();
        metrics.forEach(m -> text.append(String.format(Locale.ROOT, " %13s", m.word())));
        text.append('\n');
        for (Policy policy : comparison.policies()) {
            text.append(String.format(Locale.ROOT, "%-12s", policy.word()));
            for (Metric metric : metrics) {
                double mean = comparison.interval(policy, metric).mean();
                text.append(String.format(Locale.ROOT, " %13.4f", mean));
            }
            text.append('\n');
            if (comparison.seedCount() > 1) {
                text.append(String.format(Locale.ROOT, "%-12s", "  95 % +-"));
                for (Metric metric : metrics) {
                    double half = comparison.interval(policy, metric).half();
                    text.append(String.format(Locale.ROOT, " %13.4f", half));
                }
                text.append('\n');
            }
        }
        text.append('\n');
        for (Metric metric : metrics) {
            text.append(
                    String.format(Locale.ROOT, "%-13s %s\n", metric.word(), metric.explained()));
        }
        text.append(String.format(Locale.ROOT, "\ndigest %016x\n", comparison.digest()));
        return text.toString();
    }

    /** A row for each policy and seed: what statistics programs read. */
    public static String csv(Comparison comparison) {
        StringBuilder text = new StringBuilder("policy,seed,requests,placed");
        for (Metric metric : Metric.values()) {
            text.append(',').append(metric.word());
        }
        text.append('\n');
        for (Measurement each : comparison.measurements()) {
            text.append(each.policy().word()).append(',').append(each.seed());
            text.append(',').append(each.result().requestCount());
            text.append(',').append(each.result().placedCount());
            for (Metric metric : Metric.values()) {
                text.append(String.format(Locale.ROOT, ",%.6f", metric.of(each)));
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** The shape of {@code scheduler-bench.schema.json}. */
    public static String json(Comparison comparison) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(indented(), text)) {
            json.writeStartObject();
            json.writeNumberProperty("version", 1);
            json.writeArrayPropertyStart("conditions");
            comparison.conditions().forEach(json::writeString);
            json.writeEndArray();
            json.writeArrayPropertyStart("policies");
            comparison.policies().forEach(policy -> policy(json, comparison, policy));
            json.writeEndArray();
            json.writeStringProperty(
                    "digest", String.format(Locale.ROOT, "%016x", comparison.digest()));
            json.writeEndObject();
        }
        return text + "\n";
    }

    private static void policy(JsonGenerator json, Comparison comparison, Policy policy) {
        json.writeStartObject();
        json.writeStringProperty("policy", policy.word());
        json.writeObjectPropertyStart("metrics");
        for (Metric metric : Metric.values()) {
            Interval interval = comparison.interval(policy, metric);
            json.writeObjectPropertyStart(metric.word());
            json.writeNumberProperty("mean", interval.mean());
            json.writeNumberProperty("half95", interval.half());
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeArrayPropertyStart("runs");
        for (Measurement each : comparison.measurements()) {
            if (each.policy() == policy) {
                run(json, each);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void run(JsonGenerator json, Measurement run) {
        json.writeStartObject();
        json.writeNumberProperty("seed", run.seed());
        json.writeNumberProperty("requests", run.result().requestCount());
        json.writeNumberProperty("placed", run.result().placedCount());
        for (Metric metric : Metric.values()) {
            json.writeNumberProperty(metric.word(), metric.of(run));
        }
        json.writeEndObject();
    }

    /** Always {@code \n}, whatever the machine's line end is. */
    private static ObjectWriteContext indented() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        return new ObjectWriteContext.Base() {
            @Override
            public PrettyPrinter getPrettyPrinter() {
                return printer;
            }
        };
    }
}
