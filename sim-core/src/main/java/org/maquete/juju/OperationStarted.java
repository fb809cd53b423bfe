package org.maquete.juju;

import org.maquete.kernel.EventId;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Ints;
import org.maquete.world.Sink;

/**
 * A client waits for an operation: the tasks of one {@code juju run}.
 *
 * @param tasks their numbers
 * @param ticket who waits; 0 for nobody
 * @param timeout when the client gives up
 */
public record OperationStarted(String model, int number, Ints tasks, long ticket, EventId timeout)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref("operation", Integer.toString(number));
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).number("number", number).ints("tasks", tasks);
        sink.number("ticket", ticket);
    }
}
