package org.maquete.nova;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** {@code openstack aggregate delete}, with the numbers by which the API knows them. */
public record DeleteAggregates(List<String> numbers) implements Command {

    public DeleteAggregates {
        numbers = List.copyOf(numbers);
    }

    @Override
    public Ref subject() {
        return new Ref("aggregate", String.join(" ", numbers));
    }

    @Override
    public void encode(Sink sink) {
        sink.texts("numbers", numbers);
    }
}
