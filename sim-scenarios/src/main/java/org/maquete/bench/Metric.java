package org.maquete.bench;

import org.maquete.nova.replay.ReplayResult;

/** What is compared. */
public enum Metric {
    /** Requests that found a host. */
    ACCEPTANCE("acceptance", "share of requests placed"),
    /** Of VCPU, over time. */
    VCPU_MEAN("vcpu_mean", "VCPU utilisation, mean"),
    /** Of VCPU, after the last request. */
    VCPU_END("vcpu_end", "VCPU utilisation, end"),
    /** Of memory, over time. */
    RAM_MEAN("ram_mean", "memory utilisation, mean"),
    /** Of memory, after the last request. */
    RAM_END("ram_end", "memory utilisation, end"),
    /** Of GPUs, over time. */
    GPU_MEAN("gpu_mean", "GPU utilisation, mean"),
    /** Of GPUs, after the last request. */
    GPU_END("gpu_end", "GPU utilisation, end"),
    /** See {@link ReplayResult}. */
    FRAGMENTATION("fragmentation", "free VCPU where a request of the trace has no room"),
    /** See {@link ReplayResult}. */
    BALANCE("balance", "coefficient of variation of the hosts' VCPU utilisation"),
    /** Of the policy. */
    DECISION_US("decision_us", "microseconds a decision"),
    /** Of everything. */
    REQUEST_US("request_us", "microseconds a request, all included");

    private final String word;
    private final String explained;

    Metric(String word, String explained) {
        this.word = word;
        this.explained = explained;
    }

    /** Its name in tables and documents. */
    public String word() {
        return word;
    }

    /** One line. */
    public String explained() {
        return explained;
    }

    double of(Measurement measurement) {
        ReplayResult result = measurement.result();
        return switch (this) {
            case ACCEPTANCE -> result.acceptance();
            case VCPU_MEAN -> result.vcpu().mean();
            case VCPU_END -> result.vcpu().end();
            case RAM_MEAN -> result.ram().mean();
            case RAM_END -> result.ram().end();
            case GPU_MEAN -> result.gpu().mean();
            case GPU_END -> result.gpu().end();
            case FRAGMENTATION -> result.fragmentation();
            case BALANCE -> result.balance();
            case DECISION_US -> measurement.decisionUs();
            case REQUEST_US -> measurement.requestUs();
        };
    }
}
