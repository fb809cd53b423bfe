package org.maquete.maas;

/**
 * How far a machine is.
 *
 * @param previous the status before, as MAAS remembers it: not one of testing or rescue mode
 * @param message the last event of the present status: {@code Loading ephemeral}
 * @param sinceNs when it got its present status
 */
public record Standing(NodeStatus status, NodeStatus previous, String message, long sinceNs) {

    /** The standing after a change; {@code message} replaces the old one in any case. */
    Standing changed(NodeStatus next, String nextMessage, long timeNs) {
        if (next == status) {
            return new Standing(status, previous, nextMessage, sinceNs);
        }
        // MAAS 3.5, models/signals/nodes.py, pre_save_update_status
        NodeStatus remembered = status.isRemembered() ? status : previous;
        return new Standing(next, remembered, nextMessage, timeNs);
    }
}
