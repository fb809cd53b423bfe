package org.maquete.whatif;

import java.util.List;
import org.maquete.kernel.Command;

/**
 * Something that is done to one branch from outside.
 *
 * @param timeNs when
 * @param commands what
 * @param restores whether it puts right what was wrong: power, cable, space
 */
public record Disturbance(long timeNs, List<Command> commands, boolean restores) {

    public Disturbance {
        commands = List.copyOf(commands);
    }
}
