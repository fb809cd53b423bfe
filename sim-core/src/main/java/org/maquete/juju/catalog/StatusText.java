package org.maquete.juju.catalog;

import java.util.List;

/**
 * A workload status and its message; a name in braces stands for a value.
 *
 * @param status Juju's word for the status
 */
public record StatusText(String status, String message) {

    static final List<String> STATUSES = List.of("blocked", "waiting", "maintenance", "active");

    public StatusText {
        if (!STATUSES.contains(status)) {
            throw new IllegalArgumentException("one of " + STATUSES + " expected, found " + status);
        }
    }
}
