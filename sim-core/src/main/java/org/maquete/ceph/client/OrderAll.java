package org.maquete.ceph.client;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * Does several things that cannot be refused, as one line asked: {@code ceph osd out 1 2}.
 *
 * @param said what the monitors say of it
 */
public record OrderAll(List<Command> commands, String said) implements Command {

    public OrderAll {
        commands = List.copyOf(commands);
    }

    @Override
    public Ref subject() {
        return commands.isEmpty() ? Ref.NONE : commands.getFirst().subject();
    }

    @Override
    public void encode(Sink sink) {
        sink.text("commands", commands.toString()).text("said", said);
    }
}
