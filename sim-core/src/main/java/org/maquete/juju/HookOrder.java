package org.maquete.juju;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.world.World;

/**
 * The order of a unit's hooks and their names.
 *
 * <p>Juju has no queue: the agent compares what it has run with what the controller says and takes
 * the first of a fixed list of resolvers that wants something (worker/uniter/resolver.go). A queue
 * sorted by the place in that list, first come first served within a place, gives the same order.
 */
final class HookOrder {

    private HookOrder() {}

    /**
     * Whether the hook waits in the queue, or runs now and will see what happens before its end.
     */
    static boolean has(Unit unit, Hook hook) {
        return unit.hookQueue().contains(hook);
    }

    /** The queue with more hooks, each put before the first that comes later in Juju's order. */
    static List<Hook> with(Unit unit, List<Hook> more) {
        List<Hook> queue = new ArrayList<>(unit.hookQueue());
        int first = unit.isInHook() && !queue.isEmpty() ? 1 : 0;
        for (Hook hook : more) {
            int at = queue.size();
            while (at > first && place(queue.get(at - 1).kind()) > place(hook.kind())) {
                at--;
            }
            queue.add(at, hook);
        }
        return queue;
    }

    /** Whether an action may run before this hook. */
    static boolean isAfterActions(Hook hook) {
        return place(hook.kind()) >= place(Hook.Kind.CONFIG_CHANGED);
    }

    // juju 3.6 worker/uniter/resolver.go; install and start of a new unit before all that is later
    private static int place(Hook.Kind kind) {
        return switch (kind) {
            case INSTALL, UPGRADE_CHARM -> 0;
            case RELATION_CREATED -> 1;
            case LEADER_ELECTED, LEADER_SETTINGS_CHANGED -> 2;
            case CONFIG_CHANGED -> 3;
            case START -> 4;
            case RELATION_JOINED, RELATION_CHANGED, RELATION_DEPARTED, RELATION_BROKEN -> 5;
            case UPDATE_STATUS -> 6;
            case STOP -> 7;
            case REMOVE -> 8;
        };
    }

    /** {@code config-changed}, {@code db-relation-joined}. */
    static String name(World world, Unit unit, Hook hook) {
        if (hook.relation() < 0) {
            return hook.kind().word();
        }
        Optional<Relation> relation = JujuView.relation(world, unit.model(), hook.relation());
        return relation.isEmpty()
                ? hook.kind().word()
                : relation.get().endpointOf(unit.application()) + "-" + hook.kind().word();
    }

    /** What the agent says while the hook runs. */
    static String message(World world, Unit unit, Hook hook) {
        String name = name(world, unit, hook);
        return hook.remote().isEmpty()
                ? "running " + name + " hook"
                : "running " + name + " hook for " + hook.remote();
    }
}
