package org.maquete.mysql;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * The server of a member has stopped.
 *
 * @param transactions how many it has executed
 */
public record MemberLeft(String model, String unit, long transactions) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("unit", unit);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model);
        sink.text("unit", unit);
        sink.number("transactions", transactions);
    }
}
