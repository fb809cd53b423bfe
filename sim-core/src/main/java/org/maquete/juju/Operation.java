package org.maquete.juju;

import org.maquete.kernel.EventId;
import org.maquete.world.Ints;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * The tasks of one {@code juju run}, while its client waits for them.
 *
 * @param model the model's key
 * @param number the operation's id; the natural key is {@code model number}
 * @param tasks the numbers of its tasks
 * @param ticket who waits
 * @param timeout when the client gives up
 */
public record Operation(int id, String model, int number, Ints tasks, long ticket, EventId timeout)
        implements Row {

    /** Whether the task is one of it. */
    public boolean has(int task) {
        for (int i = 0; i < tasks.count(); i++) {
            if (tasks.get(i) == task) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String key() {
        return model + " " + number;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).number("number", number).ints("tasks", tasks);
        sink.number("ticket", ticket);
    }
}
