package org.maquete.ceph.status;

import java.util.List;

/**
 * The managers, and what their modules tell.
 *
 * @param mapEpoch of the map of managers
 * @param active the name of the one at work; empty when there is none
 * @param activeSince in nanoseconds since 1970 (UTC)
 * @param standbys names
 * @param modules that were switched on, beside those that always are, by name
 * @param services addresses that modules serve, by name
 */
public record MgrStatus(
        int mapEpoch,
        String active,
        long activeSince,
        List<String> standbys,
        List<String> modules,
        List<Named> services,
        Balancer balancer,
        ServiceMap serviceMap,
        List<Progress> progress) {

    public MgrStatus {
        standbys = List.copyOf(standbys);
        modules = List.copyOf(modules);
        services = List.copyOf(services);
        progress = List.copyOf(progress);
    }

    /** What a new cluster has switched on: Ceph 16.2, seen. */
    public static final List<String> DEFAULT_MODULES = List.of("iostat", "nfs", "restful");

    /** No manager has ever run. */
    public static final MgrStatus NONE = of("", 0, List.of());

    /** A manager as it is in a new cluster. */
    public static MgrStatus of(String active, long activeSince, List<String> standbys) {
        return new MgrStatus(
                active.isEmpty() ? 1 : 2,
                active,
                activeSince,
                standbys,
                DEFAULT_MODULES,
                List.of(),
                Balancer.IDLE,
                ServiceMap.NONE,
                List.of());
    }

    /** Whether one is at work. */
    public boolean isAvailable() {
        return !active.isEmpty();
    }

    /**
     * The module that evens out placement groups.
     *
     * @param started when it last tried, as it prints it; empty for never
     * @param took how long, as it prints it
     * @param result what came of it
     * @param isContent whether there was nothing to do
     */
    public record Balancer(
            boolean isActive,
            String mode,
            String started,
            String took,
            String result,
            boolean isContent) {

        /** As it is in a new cluster before its first try. */
        public static final Balancer IDLE = new Balancer(true, "upmap", "", "", "", false);
    }

    /**
     * What registered itself: gateways and the like.
     *
     * @param modified in nanoseconds since 1970 (UTC)
     * @param services name and the words of {@code ceph -s}: {@code rgw} and {@code 1 daemon active
     *     (1 hosts, 1 zones)}
     */
    public record ServiceMap(int epoch, long modified, List<Named> services) {

        public ServiceMap {
            services = List.copyOf(services);
        }

        /** Nothing. */
        public static final ServiceMap NONE = new ServiceMap(1, 0, List.of());
    }

    /**
     * Something that takes long, such as a recovery.
     *
     * @param message two lines: what, and a bar
     * @param done from 0 to 1
     * @param isShown whether {@code ceph -s} has it
     */
    public record Progress(String id, String message, float done, boolean isShown) {}
}
