package org.maquete.bench;

import java.util.List;
import org.eclipse.collections.impl.list.mutable.primitive.DoubleArrayList;
import org.maquete.nova.replay.Policy;
import org.maquete.world.DigestSink;

/**
 * What was measured, and under which conditions.
 *
 * @param conditions what was played, a line each
 */
public record Comparison(
        List<String> conditions, List<Policy> policies, List<Measurement> measurements) {

    public Comparison {
        conditions = List.copyOf(conditions);
        policies = List.copyOf(policies);
        measurements = List.copyOf(measurements);
    }

    /** How many seeds there are. */
    public int seedCount() {
        return measurements.size() / policies.size();
    }

    /** A metric of a policy over all seeds. */
    public Interval interval(Policy policy, Metric metric) {
        DoubleArrayList values = new DoubleArrayList();
        for (Measurement each : measurements) {
            if (each.policy() == policy) {
                values.add(metric.of(each));
            }
        }
        return Interval.of(values);
    }

    /** The metrics that say something: those of GPUs only where there are some. */
    public List<Metric> metrics() {
        boolean hasGpus =
                measurements.stream()
                        .anyMatch(m -> m.result().gpu().end() > 0 || m.result().gpu().mean() > 0);
        return List.of(Metric.values()).stream()
                .filter(m -> hasGpus || m != Metric.GPU_MEAN && m != Metric.GPU_END)
                .toList();
    }

    /** A hash of all facts of all runs. */
    public long digest() {
        DigestSink digest = new DigestSink();
        measurements.forEach(m -> digest.word(m.result().digest()));
        return digest.value();
    }
}
