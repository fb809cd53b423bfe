package org.maquete.nova.scheduler;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The attributes of a HostState by name, for filters that let a user name them. Attributes whose
 * text would be that of a Python object (metrics, aggregates, instances) are there without a value.
 */
@SuppressWarnings("ReferenceEquality") // None is one object
final class HostAttributes {

    private static final List<String> WITHOUT_VALUE =
            List.of(
                    "pci_stats",
                    "numa_topology",
                    "metrics",
                    "aggregates",
                    "instances",
                    "updated",
                    "update",
                    "consume_from_request");

    private static final List<String> MOVING =
            List.of("free_ram_mb", "free_disk_mb", "vcpus_used", "num_instances", "num_io_ops");

    private HostAttributes() {}

    /** Whether a HostState has an attribute, be it None. */
    static boolean has(HostStates hosts, int i, String name) {
        return WITHOUT_VALUE.contains(name) || value(hosts, i, name).isPresent();
    }

    /** Whether placing a server changes an attribute. */
    static boolean moves(String name) {
        return MOVING.contains(name);
    }

    /** The value of an attribute; empty: None, or no such attribute. */
    static Optional<Object> value(HostStates hosts, int i, String name) {
        Host host = hosts.host(i);
        Host.Room room = host.room();
        Host.Hypervisor hypervisor = host.hypervisor();
        Object value =
                switch (name) {
                    case "host" -> host.host();
                    case "nodename" -> host.node();
                    case "uuid" -> host.uuid();
                    case "cell_uuid" -> host.cell();
                    case "total_usable_ram_mb" -> (long) room.totalRamMb();
                    case "total_usable_disk_gb" -> (long) room.totalDiskGb();
                    case "disk_mb_used" -> (long) room.diskUsedMb();
                    case "free_ram_mb" -> (long) hosts.freeRamMb(i);
                    case "free_disk_mb" -> (long) hosts.freeDiskMb(i);
                    case "vcpus_total" -> (long) room.vcpusTotal();
                    case "vcpus_used" -> (long) hosts.vcpusUsed(i);
                    case "num_instances" -> (long) hosts.instanceCount(i);
                    case "num_io_ops" -> (long) hosts.ioOpCount(i);
                    case "failed_builds" -> (long) room.failedBuildCount();
                    case "cpu_allocation_ratio" -> room.ratios().cpu();
                    case "ram_allocation_ratio" -> room.ratios().ram();
                    case "disk_allocation_ratio" -> room.ratios().disk();
                    case "host_ip" -> hypervisor.ip();
                    case "hypervisor_type" -> hypervisor.type();
                    case "hypervisor_version" -> (long) hypervisor.version();
                    case "hypervisor_hostname" -> hypervisor.hostname();
                    case "cpu_info" -> hypervisor.cpuInfo();
                    case "supported_instances" -> hypervisor.supported();
                    case "stats" -> host.stats();
                    case "limits" -> Map.of();
                    case "service" -> service(host.service());
                    default -> JsonText.NONE;
                };
        return value == JsonText.NONE ? Optional.empty() : Optional.of(value);
    }

    private static Map<String, Object> service(Host.Service service) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("disabled", service.disabled());
        map.put("forced_down", service.forcedDown());
        return map;
    }
}
