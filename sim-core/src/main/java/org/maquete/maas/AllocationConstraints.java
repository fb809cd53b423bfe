package org.maquete.maas;

import java.util.List;

/**
 * What a machine must have. Everything is optional: an empty list, 0 or the empty text asks for
 * nothing.
 *
 * @param tags tags it must all have
 * @param notTags tags it must not have
 * @param cpuCount hardware threads at the least
 * @param memMib memory in MiB at the least
 * @param arch architecture: {@code amd64}
 * @param zone availability zone
 * @param systemIdOrName system id or host name of the one machine meant
 * @param typed all of the request as typed, {@code name=value}, when a person made it, and the
 *     {@code interfaces} that Juju asks for; of these {@code not_in_zone}, {@code pool}, {@code
 *     not_in_pool}, {@code storage} and {@code interfaces} stand only here
 */
public record AllocationConstraints(
        List<String> tags,
        List<String> notTags,
        int cpuCount,
        int memMib,
        String arch,
        String zone,
        String systemIdOrName,
        List<String> typed) {

    /** No constraint. */
    public static final AllocationConstraints NONE =
            new AllocationConstraints(List.of(), List.of(), 0, 0, "", "", "");

    /** What Juju asks for. */
    public AllocationConstraints(
            List<String> tags,
            List<String> notTags,
            int cpuCount,
            int memMib,
            String arch,
            String zone,
            String systemIdOrName) {
        this(tags, notTags, cpuCount, memMib, arch, zone, systemIdOrName, List.of());
    }

    public AllocationConstraints {
        tags = List.copyOf(tags);
        notTags = List.copyOf(notTags);
        typed = List.copyOf(typed);
        if (cpuCount < 0 || memMib < 0) {
            throw new IllegalArgumentException(
                    "expected cpuCount and memMib from 0, found " + cpuCount + ", " + memMib);
        }
    }

    /** The same with ports asked for by Juju: {@code 0:space=1;1:space=2}, or nothing. */
    public AllocationConstraints withInterfaces(String interfaces) {
        return interfaces.isEmpty()
                ? this
                : new AllocationConstraints(
                        tags,
                        notTags,
                        cpuCount,
                        memMib,
                        arch,
                        zone,
                        systemIdOrName,
                        List.of("interfaces=" + interfaces));
    }

    /** All components in one line. */
    public String text() {
        return "tags="
                + String.join(",", tags)
                + " not_tags="
                + String.join(",", notTags)
                + " cpu_count="
                + cpuCount
                + " mem="
                + memMib
                + " arch="
                + arch
                + " zone="
                + zone
                + " machine="
                + systemIdOrName
                + (typed.isEmpty() ? "" : " typed=" + String.join(" ", typed));
    }
}
