package org.maquete.nova.scheduler;

/** A request on which the real scheduler ends with an error other than NoValidHost. */
public final class SchedulingError extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String type;

    /** With the name of the real exception. */
    public SchedulingError(String type, String message) {
        super(type + ": " + message);
        this.type = type;
    }

    /** The name of the real exception: ValueError, ComputeHostMetricNotFound. */
    public String type() {
        return type;
    }
}
