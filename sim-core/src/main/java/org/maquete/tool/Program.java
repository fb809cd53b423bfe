package org.maquete.tool;

import java.util.List;
import org.maquete.kernel.Contribution;

/**
 * A client program that has commands: {@code juju}, {@code openstack}, {@code vault}, {@code ceph}.
 */
public interface Program extends Contribution {

    /** The first word. */
    String name();

    /**
     * Reads the words, as far as they can be read without a session. The operator keeps the result
     * with the line and asks again only for other words: what is typed in a loop, in a branch or in
     * another replication is read once.
     *
     * @param words all words of the line, the program first
     */
    Reading read(List<String> words, Verbs verbs);

    /**
     * Whether a line is for this program; else somebody else has one of that name, or the shell.
     *
     * @param words all words of the line, the program first
     */
    default boolean takes(List<String> words) {
        return true;
    }

    /**
     * Whether it talks to a deployed workload, so that a patient operator waits until the world is
     * settled before typing it.
     */
    default boolean needsWorkload(List<String> words) {
        return false;
    }
}
