package org.maquete.mysql;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * The cluster goes on from what one member has.
 *
 * @param transactions how many that are
 */
public record ClusterRebooted(String model, String application, long transactions) implements Fact {

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
