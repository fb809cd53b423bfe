package org.maquete.nova.scheduler;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Hosts of a recording. */
final class VectorHosts {

    private VectorHosts() {}

    static Host host(JsonNode node) {
        List<Host.HostAggregate> aggregates = new ArrayList<>();
        for (JsonNode each : node.path("aggregates")) {
            String name = "aggregate " + aggregates.size();
            aggregates.add(new Host.HostAggregate(name, SchedulerVectors.texts(each)));
        }
        Map<String, Double> metrics = new TreeMap<>();
        node.path("metrics")
                .properties()
                .forEach(each -> metrics.put(each.getKey(), each.getValue().asDouble()));
        List<Integer> pci = new ArrayList<>();
        for (JsonNode each : node.path("pci_free")) {
            pci.add(each.asInt());
        }
        return new Host(
                text(node, "host"),
                text(node, "node"),
                text(node, "uuid"),
                text(node, "cell"),
                room(node),
                hypervisor(node),
                service(node.path("service")),
                SchedulerVectors.texts(node.path("stats")),
                metrics,
                pci,
                aggregates,
                SchedulerVectors.list(node.path("instances")));
    }

    private static Host.Room room(JsonNode node) {
        return new Host.Room(
                whole(node, "vcpus_total"),
                whole(node, "vcpus_used"),
                whole(node, "total_usable_ram_mb"),
                whole(node, "free_ram_mb"),
                whole(node, "total_usable_disk_gb"),
                whole(node, "disk_mb_used"),
                whole(node, "free_disk_mb"),
                new Host.Ratios(
                        node.path("cpu_allocation_ratio").asDouble(1.0),
                        node.path("ram_allocation_ratio").asDouble(1.0),
                        node.path("disk_allocation_ratio").asDouble(1.0)),
                whole(node, "num_instances"),
                whole(node, "num_io_ops"),
                whole(node, "failed_builds"));
    }

    private static Host.Hypervisor hypervisor(JsonNode node) {
        List<List<String>> supported = new ArrayList<>();
        for (JsonNode each : node.path("supported_instances")) {
            supported.add(SchedulerVectors.list(each));
        }
        return new Host.Hypervisor(
                text(node, "hypervisor_hostname"),
                text(node, "hypervisor_type"),
                whole(node, "hypervisor_version"),
                text(node, "host_ip"),
                text(node, "cpu_info"),
                supported);
    }

    private static Host.Service service(JsonNode node) {
        return new Host.Service(
                node.path("disabled").asBoolean(false),
                node.path("forced_down").asBoolean(false),
                node.path("heartbeat_age_s").asDouble(0));
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    private static int whole(JsonNode node, String name) {
        return node.path(name).asInt(0);
    }
}
