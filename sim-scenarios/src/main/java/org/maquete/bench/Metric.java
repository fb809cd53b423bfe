package org.maquete.bench;

import java.util.function.ToDoubleFunction;

/** What is compared. */
public enum Metric {
    /** Requests that found a host. */
    ACCEPTANCE("acceptance", "share of requests placed", m -> m.result().acceptance()),
    /** Of VCPU, over time. */
    VCPU_MEAN("vcpu_mean", "VCPU utilisation, mean", m -> m.result().vcpu().mean()),
    /** Of VCPU, after the last request. */
    VCPU_END("vcpu_end", "VCPU utilisation, end", m -> m.result().vcpu().end()),
    /** Of memory, over time. */
    RAM_MEAN("ram_mean", "memory utilisation, mean", m -> m.result().ram().mean()),
    /** Of memory, after the last request. */
    RAM_END("ram_end", "memory utilisation, end", m -> m.result().ram().end()),
    /** Of GPUs, over time. */
    GPU_MEAN("gpu_mean", "GPU utilisation, mean", m -> m.result().gpu().mean()),
    /** Of GPUs, after the last request. */
    GPU_END("gpu_end", "GPU utilisation, end", m -> m.result().gpu().end()),
    /** See {@link org.maquete.nova.replay.ReplayResult}. */
    FRAGMENTATION(
            "fragmentation",
            "free VCPU where a request of the trace has no room",
            m -> m.result().fragmentation()),
    /** See {@link org.maquete.nova.replay.ReplayResult}. */
    BALANCE(
            "balance",
            "coefficient of variation of the hosts' VCPU utilisation",
            m -> m.result().balance()),
    /** Of the policy. */
    DECISION_US("decision_us", "microseconds a decision", Measurement::decisionUs),
    /** Of everything. */
    REQUEST_US("request_us", "microseconds a request, all included", Measurement::requestUs);

    private final String word;
    private final String explained;
    private final ToDoubleFunction<Measurement> value;

    Metric(String word, String explained, ToDoubleFunction<Measurement> value) {
        this.word = word;
        this.explained = explained;
        this.value = value;
    }

    /** Its name in tables and documents. */
    public String word() {
        return word;
    }

    /** One line. */
    public String explained() {
        return explained;
    }

    /** Whether it differs from run to run of the same input. */
    public boolean isTime() {
        return this == DECISION_US || this == REQUEST_US;
    }

    double of(Measurement measurement) {
        return value.applyAsDouble(measurement);
    }
}
