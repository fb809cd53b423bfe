package org.maquete.juju;

import java.util.ArrayList;
import java.util.List;
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
            while (at > first && place(queue.get(at - 1)) > place(hook)) {
                at--;
            }
            queue.add(at, hook);
        }
        return queue;
    }

    /** Whether an action may run before this hook. */
    static boolean isAfterActions(Hook hook) {
        return place(hook) >= place(Hook.of(Hook.Kind.CONFIG_CHANGED));
    }

    // juju 3.6 worker/uniter/resolver.go; install and start of a new unit before all that is later
    private static int place(Hook hook) {
        return switch (hook.kind()) {
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
        String kind = Hook.of(hook.kind()).toString();
        if (hook.relation() < 0) {
            return kind;
        }
        String endpoint =
                world.table(JujuTables.RELATIONS)
                        .find(unit.model() + " " + hook.relation())
                        .map(relation -> relation.endpointOf(unit.application()) + "-")
                        .orElse("");
        return endpoint + kind;
    }

    /** What the agent says while the hook runs. */
    static String message(World world, HookStarted fact) {
        String remote = fact.hook().remote();
        Unit unit = world.table(JujuTables.UNITS).get(fact.model(), fact.unit());
        String text = "running " + name(world, unit, fact.hook()) + " hook";
        return remote.isEmpty() ? text : text + " for " + remote;
    }
}
