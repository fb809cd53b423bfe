package org.maquete.ceph.status;

import java.util.List;

/**
 * Something that is not well.
 *
 * @param code {@code OSD_DOWN}
 * @param count how many things it is about
 * @param details one line for each of them, or for some
 */
public record HealthCheck(
        String code, HealthStatus severity, String summary, long count, List<String> details) {

    public HealthCheck {
        details = List.copyOf(details);
        if (code.isEmpty() || summary.isEmpty() || severity == HealthStatus.OK) {
            throw new IllegalArgumentException("check " + code + " " + severity + " " + summary);
        }
    }
}
