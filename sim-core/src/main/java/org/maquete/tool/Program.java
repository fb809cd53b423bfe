package org.maquete.tool;

import java.util.List;
import org.maquete.kernel.Contribution;
import org.maquete.world.World;

/**
 * A client program that has commands: {@code juju}, {@code openstack}, {@code vault}, {@code ceph}.
 */
public interface Program extends Contribution {

    /** The first word. */
    String name();

    /**
     * Finds the verb and lets it parse, in the order in which the real program does things (the
     * openstack client authenticates before it looks at the options of the command).
     *
     * @param words all words of the line, the program first
     */
    Parsed parse(List<String> words, Verbs verbs, Session session, World world);

    /**
     * Whether it talks to a deployed workload, so that a patient operator waits until the world is
     * settled before typing it.
     */
    default boolean needsWorkload(List<String> words) {
        return false;
    }
}
