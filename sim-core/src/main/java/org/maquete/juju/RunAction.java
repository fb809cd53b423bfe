package org.maquete.juju;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code juju run}: an action of a charm. Answers when the tasks are done.
 *
 * @param model the model's key, {@code controller:name}
 * @param targets {@code vault/0} or {@code vault/leader}
 * @param parameters as typed, in order
 * @param waitNs how long the client waits; 60 s by default; 0 for {@code --background}
 */
public record RunAction(
        String model, List<String> targets, String action, List<Setting> parameters, long waitNs)
        implements Command {

    public RunAction {
        targets = List.copyOf(targets);
        parameters = List.copyOf(parameters);
    }

    @Override
    public Ref subject() {
        return new Ref("action", action);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).texts("targets", targets).text("action", action);
        sink.texts("parameters", parameters.stream().map(Setting::toString).toList());
        sink.number("waitNs", waitNs);
    }
}
