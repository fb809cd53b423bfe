package org.maquete.nova.scheduler;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A compute node as its service reported it, with its service and aggregates: what a HostState is
 * made from. What requests take away is counted in {@link HostStates}.
 *
 * @param host the name of the service's host
 * @param node the hypervisor's name; a host of Ironic has many
 * @param uuid of the compute node, and of its resource provider
 * @param cell the cell's uuid
 * @param room what it has and what is taken
 * @param hypervisor what runs there
 * @param service its nova-compute
 * @param stats the free-form statistics of the compute node
 * @param metrics values by name, as its monitors report them
 * @param pciFreeCounts free devices by pool
 * @param aggregates those it is in
 * @param instances the servers on it
 */
public record Host(
        String host,
        String node,
        String uuid,
        String cell,
        Room room,
        Hypervisor hypervisor,
        Service service,
        Map<String, String> stats,
        Map<String, Double> metrics,
        List<Integer> pciFreeCounts,
        List<HostAggregate> aggregates,
        List<String> instances) {

    public Host {
        stats = ordered(stats);
        metrics = ordered(metrics);
        pciFreeCounts = List.copyOf(pciFreeCounts);
        aggregates = List.copyOf(aggregates);
        instances = List.copyOf(instances);
    }

    /**
     * Capacity and use. Free memory and disk may be negative.
     *
     * @param freeDiskMb 1024 times the smaller of free_disk_gb and disk_available_least
     */
    public record Room(
            int vcpusTotal,
            int vcpusUsed,
            int totalRamMb,
            int freeRamMb,
            int totalDiskGb,
            int diskUsedMb,
            int freeDiskMb,
            Ratios ratios,
            int instanceCount,
            int ioOpCount,
            int failedBuildCount) {}

    /** How much of each the compute node promises. */
    public record Ratios(double cpu, double ram, double disk) {}

    /**
     * What runs the servers.
     *
     * @param version packed as major * 1,000,000 + minor * 1,000 + patch
     * @param cpuInfo a text of JSON
     * @param supported triples of architecture, hypervisor type, mode
     */
    public record Hypervisor(
            String hostname,
            String type,
            int version,
            String ip,
            String cpuInfo,
            List<List<String>> supported) {

        public Hypervisor {
            List<List<String>> copy = new ArrayList<>();
            for (List<String> each : supported) {
                copy.add(List.copyOf(each));
            }
            supported = List.copyOf(copy);
        }
    }

    /**
     * The nova-compute of a host.
     *
     * @param heartbeatAgeS seconds since it last reported, by the controller's clock
     */
    public record Service(boolean disabled, boolean forcedDown, double heartbeatAgeS) {}

    /** A host aggregate's metadata. */
    public record HostAggregate(String uuid, Map<String, String> metadata) {

        public HostAggregate {
            metadata = ordered(metadata);
        }
    }

    static <T> Map<String, T> ordered(Map<String, T> map) {
        return Collections.unmodifiableMap(new TreeMap<>(map));
    }
}
