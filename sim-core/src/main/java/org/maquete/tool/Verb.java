package org.maquete.tool;

import java.util.List;
import org.maquete.kernel.Contribution;

/** One command of a client program: {@code juju deploy}, {@code openstack server create}. */
public interface Verb extends Contribution {

    /** The words that name it, the program first, separated by one blank. */
    String path();

    /** The client's own grammar over the words after the path. No server, no environment. */
    Parsed parse(List<String> arguments);

    /**
     * The kind of thing that it makes, as in {@link org.maquete.kernel.Ref#kind}: {@code
     * application}, {@code network}; empty when it makes nothing. A later refusal that misses such
     * a thing follows from the refusal of this verb.
     */
    default String creates() {
        return "";
    }
}
