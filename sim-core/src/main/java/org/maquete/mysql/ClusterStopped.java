package org.maquete.mysql;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * No majority is left: nothing is written any more.
 *
 * @param transactions how many have been written
 */
public record ClusterStopped(String model, String application, long transactions) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("application", application);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model);
        sink.text("application", application);
        sink.number("transactions", transactions);
    }
}
