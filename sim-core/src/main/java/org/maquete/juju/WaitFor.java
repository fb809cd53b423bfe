package org.maquete.juju;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code juju wait-for}: answers when the thing is as it should be, or after the timeout. A thing
 * that is not there yet is waited for.
 *
 * @param model the model's key, {@code controller:name}
 * @param kind {@code application}, {@code machine}, {@code unit} or {@code model}
 * @param timeoutNs 10 minutes by default
 */
public record WaitFor(String model, String kind, String name, long timeoutNs) implements Command {

    @Override
    public Ref subject() {
        return new Ref(kind, name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("kind", kind).text("name", name);
        sink.number("timeoutNs", timeoutNs);
    }
}
