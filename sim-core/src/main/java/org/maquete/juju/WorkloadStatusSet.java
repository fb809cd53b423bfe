package org.maquete.juju;

import java.util.List;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * The status of a workload has been set.
 *
 * @param waitsFor as {@code kind name}
 */
public record WorkloadStatusSet(
        String model, String unit, String current, String message, List<String> waitsFor)
        implements Fact {

    public WorkloadStatusSet {
        waitsFor = List.copyOf(waitsFor);
    }

    @Override
    public Ref subject() {
        return new Ref("unit", unit);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("unit", unit).text("current", current);
        sink.text("message", message).texts("waitsFor", waitsFor);
    }
}
