package org.maquete.juju;

import java.util.Locale;

/**
 * A hook that a unit runs.
 *
 * @param kind which
 * @param relation the relation's id for relation hooks, else -1
 * @param remote the remote unit for relation hooks, else empty
 */
public record Hook(Kind kind, int relation, String remote) {

    /** Kinds of hook, in the order in which a new unit meets them. */
    public enum Kind {
        /** First of all. */
        INSTALL,
        /** Relation hooks before the first {@code joined}. */
        RELATION_CREATED,
        /** The unit leads now. */
        LEADER_ELECTED,
        /** Another unit leads and has said something. */
        LEADER_SETTINGS_CHANGED,
        /** The options changed, or the unit starts. */
        CONFIG_CHANGED,
        /** The workload is to run. */
        START,
        /** A remote unit came. */
        RELATION_JOINED,
        /** A remote unit said something. */
        RELATION_CHANGED,
        /** A remote unit went. */
        RELATION_DEPARTED,
        /** The relation goes. */
        RELATION_BROKEN,
        /** The charm is another revision now. */
        UPGRADE_CHARM,
        /** The periodic hook; here only when it would change something. */
        UPDATE_STATUS,
        /** The workload is to stop. */
        STOP,
        /** Last of all. */
        REMOVE;

        private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

        /** {@code config-changed}. */
        String word() {
            return word;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hook hook
                && hook.kind == kind
                && hook.relation == relation
                && hook.remote.equals(remote);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * kind.word.hashCode() + relation) + remote.hashCode();
    }

    /** A hook without a relation. */
    public static Hook of(Kind kind) {
        return new Hook(kind, -1, "");
    }

    /** {@code config-changed}; relation hooks with id and remote unit behind. */
    @Override
    public String toString() {
        if (relation < 0) {
            return kind.word;
        }
        String name = kind.word + " " + relation;
        return remote.isEmpty() ? name : name + " " + remote;
    }
}
