package org.maquete.ceph.client;

import java.util.List;
import org.maquete.kernel.Command;

/** What a line asks the monitors to change. */
sealed interface Change {

    /** They do not. */
    record Refused(String code, String message) implements Change {}

    /** There is nothing to do, and they say so. */
    record Told(String said) implements Change {}

    /** They only answer. */
    record Printed(String text) implements Change {}

    /** They do it, if they can, and say this. */
    record Ordered(Command command, String said) implements Change {}

    /** They do all of it. */
    record AllOrdered(List<Command> commands, String said) implements Change {

        public AllOrdered {
            commands = List.copyOf(commands);
        }
    }

    /** The real monitors would. */
    record NotModelled(String feature) implements Change {}
}
