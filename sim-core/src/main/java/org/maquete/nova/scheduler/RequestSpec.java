package org.maquete.nova.scheduler;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the scheduler is asked for.
 *
 * @param shape all that many requests have in common
 * @param group the server group; empty: none
 * @param instanceUuid the server that is placed now
 * @param instanceCount how many servers one request makes
 */
public record RequestSpec(
        Shape shape, Optional<Group> group, String instanceUuid, int instanceCount) {

    /** The parts of a request on which the filters' constant verdicts depend. */
    public static final class Shape {

        private final Flavor flavor;
        private final Image image;
        private final Wishes wishes;
        private final Map<String, List<String>> hints;
        private final String project;
        private final int hash;

        /** Of a flavor, an image, wishes, scheduler hints and a project. */
        public Shape(
                Flavor flavor,
                Image image,
                Wishes wishes,
                Map<String, List<String>> hints,
                String project) {
            this.flavor = flavor;
            this.image = image;
            this.wishes = wishes;
            this.hints = Collections.unmodifiableMap(new LinkedHashMap<>(hints));
            this.project = project;
            this.hash =
                    31 * (31 * flavor.hashCode() + image.hashCode())
                            + 31 * wishes.hashCode()
                            + hints.hashCode()
                            + project.hashCode();
        }

        /** Without hints. */
        public Shape(Flavor flavor, Image image, Wishes wishes, String project) {
            this(flavor, image, wishes, Map.of(), project);
        }

        public Flavor flavor() {
            return flavor;
        }

        public Image image() {
            return image;
        }

        public Wishes wishes() {
            return wishes;
        }

        public String project() {
            return project;
        }

        /** All values of a hint; none when it is not given. */
        public List<String> hint(String name) {
            return hints.getOrDefault(name, List.of());
        }

        /** Whether a hint is given. */
        public boolean hasHint(String name) {
            return !hint(name).isEmpty();
        }

        /** A question whether a server may be rebuilt where it is. */
        public boolean isRebuild() {
            return hint("_nova_check_type").equals(List.of("rebuild"));
        }

        @Override
        public boolean equals(Object other) {
            return this == other
                    || other instanceof Shape s
                            && hash == s.hash
                            && flavor.equals(s.flavor)
                            && image.equals(s.image)
                            && wishes.equals(s.wishes)
                            && hints.equals(s.hints)
                            && project.equals(s.project);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /** A flavor as a request carries it. */
    public record Flavor(
            String name,
            int vcpus,
            int ramMb,
            int rootGb,
            int ephemeralGb,
            int swapMb,
            Map<String, String> extraSpecs) {

        public Flavor {
            extraSpecs = Collections.unmodifiableMap(new LinkedHashMap<>(extraSpecs));
        }
    }

    /** An image: its id, and the properties that Nova knows, under their present names. */
    public record Image(String id, Map<String, String> properties) {

        public Image {
            properties = Host.ordered(properties);
        }
    }

    /**
     * Where it may and may not go.
     *
     * @param zone the availability zone; empty: any
     * @param destination a host that a move or an administrator asks for
     */
    public record Wishes(
            String zone,
            List<String> ignoreHosts,
            List<String> forceHosts,
            List<String> forceNodes,
            Optional<Destination> destination) {

        /** No wish. */
        public static final Wishes NONE =
                new Wishes("", List.of(), List.of(), List.of(), Optional.empty());

        public Wishes {
            ignoreHosts = List.copyOf(ignoreHosts);
            forceHosts = List.copyOf(forceHosts);
            forceNodes = List.copyOf(forceNodes);
        }
    }

    /**
     * A requested destination.
     *
     * @param host empty: none in particular
     * @param node empty: any of the host
     * @param cell empty: any
     */
    public record Destination(String host, String node, String cell, boolean crossCellMove) {}

    /**
     * A server group.
     *
     * @param maxServersPerHost the rule max_server_per_host; 0: not given
     */
    public record Group(
            String policy, List<String> members, List<String> hosts, int maxServersPerHost) {

        public Group {
            members = List.copyOf(members);
            hosts = List.copyOf(hosts);
        }

        Group plusHost(String host) {
            List<String> more = new ArrayList<>(hosts);
            more.add(host);
            return new Group(policy, members, more, maxServersPerHost);
        }
    }

    /** The same for another server of a multi-create. */
    public RequestSpec forInstance(String uuid) {
        return new RequestSpec(shape, group, uuid, instanceCount);
    }

    RequestSpec withGroup(Optional<Group> other) {
        return new RequestSpec(shape, other, instanceUuid, instanceCount);
    }

    /** DISK_GB as Placement is asked for it: swap is rounded up to whole gibibytes. */
    public int diskGb() {
        Flavor flavor = shape.flavor();
        return flavor.rootGb() + flavor.ephemeralGb() + (flavor.swapMb() + 1023) / 1024;
    }
}
