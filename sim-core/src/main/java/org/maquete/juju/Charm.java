package org.maquete.juju;

import java.util.Map;
import org.maquete.kernel.Contribution;

/**
 * The behaviour of a charm. Juju owns queue, durations, leadership, relation data and retries, and
 * calls the charm at the end of a hook, which is when Juju commits what the hook did.
 *
 * <p>The convention between charms, so that any two of them understand each other: a unit puts
 * {@code ready} = {@code true} into a relation when it has given the other side what that interface
 * is for. On endpoints that it requires (and on peers) a unit does so as soon as it has joined,
 * because it only asks; on endpoints that it provides, once every required endpoint of its own is
 * complete. An endpoint is complete when some remote unit of each of its relations has put {@code
 * ready}.
 */
public interface Charm extends Contribution {

    /** The value with which a unit says that it has given what an interface is for. */
    String READY = "ready";

    /** The charm's name in the catalogue. */
    String name();

    /** What the hook did. Reads {@code context}, writes {@code out}. */
    void run(Hook hook, HookContext context, HookOutcome out);

    /**
     * What an action did.
     *
     * @param parameters as typed, in order
     */
    default void action(
            String action, Map<String, String> parameters, HookContext context, HookOutcome out) {
        out.failAction("action \"" + action + "\" is not modelled");
    }
}
