package org.maquete.maas.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.hardware.Disk;
import org.maquete.hardware.DiskRole;
import org.maquete.hardware.HardwareView;
import org.maquete.maas.Interface;
import org.maquete.maas.InterfaceLink;
import org.maquete.maas.InterfaceView;
import org.maquete.maas.MaasView;
import org.maquete.maas.Machine;
import org.maquete.maas.NodeStatus;
import org.maquete.maas.Resource;
import org.maquete.maas.ResourceKind;
import org.maquete.tool.argparse.Value;
import org.maquete.world.World;

/**
 * A machine as the API gives it: all keys that MAAS 3.5 lists (api/machines.py,
 * DISPLAYED_MACHINE_FIELDS), in that order, which is arbitrary in reality.
 */
final class MachineJson {

    private static final String API = "/MAAS/api/2.0/";
    private static final long GB = 1_000_000_000L; // <bytes>: as disks are sold
    private static final int BLOCK_BYTES = 512; // <bytes>: MAAS 3.5, the sample of its API

    private MachineJson() {}

    static Value of(Machine machine, World world) {
        Json json = Json.object();
        identity(json, machine, world);
        hardware(json, machine, world);
        state(json, machine);
        network(json, machine, world);
        storage(json, machine, world);
        results(json, machine);
        return json.text("resource_uri", API + "machines/" + machine.systemId() + "/").value();
    }

    private static void identity(Json json, Machine machine, World world) {
        json.text("system_id", machine.systemId())
                .text("hostname", machine.hostname())
                .text("description", machine.description())
                .none("hardware_uuid")
                .put("domain", named(world, ResourceKind.DOMAIN, "maas"))
                .text("fqdn", MaasView.fqdn(machine.hostname()))
                .optional("owner", machine.status().isOwned() ? "admin" : "")
                .put("owner_data", Json.object().value())
                .flag("locked", machine.locked())
                .empty("cache_sets", "bcaches")
                .text("bios_boot_method", "uefi")
                .put("boot_interface", bootInterface(machine, world));
    }

    private static Value named(World world, ResourceKind kind, String name) {
        Optional<Resource> found = MaasView.resource(world, kind, name);
        return found.isPresent() ? NetworkJson.named(found.get(), world) : Value.none();
    }

    private static void hardware(Json json, Machine machine, World world) {
        long gigabytes =
                HardwareView.disks(world, machine.hostname()).stream().mapToLong(Disk::gb).sum();
        json.text("architecture", "amd64/generic")
                .text("min_hwe_kernel", "")
                .none("hwe_kernel")
                .number("cpu_count", machine.cpuThreads())
                .number("cpu_speed", 0)
                .number("memory", machine.memoryMib())
                .none("swap_size")
                .put("storage", new Value.Real(gigabytes * 1000.0));
    }

    private static void state(Json json, Machine machine) {
        int slash = machine.series().indexOf('/');
        boolean shown = machine.status().isFailed() || machine.status() == NodeStatus.BROKEN;
        json.number("status", machine.status().code())
                .text("osystem", slash < 0 ? "" : machine.series().substring(0, slash))
                .text("distro_series", machine.series().substring(slash + 1))
                .flag("ephemeral_deploy", false)
                .text("error_description", shown ? machine.statusMessage() : "")
                .flag("netboot", machine.status() != NodeStatus.DEPLOYED)
                .text("power_type", machine.powerType())
                .text("power_state", machine.power().state())
                .texts("tag_names", machine.tags());
    }

    private static void network(Json json, Machine machine, World world) {
        List<String> addresses = new ArrayList<>();
        List<Value> interfaces = new ArrayList<>();
        for (Interface each : InterfaceView.of(world, machine.hostname())) {
            interfaces.add(InterfaceJson.of(each, machine, world));
            for (InterfaceLink link : each.links()) {
                String address = MaasView.addressIn(world, machine.hostname(), link.cidr());
                if (!address.isEmpty() && !addresses.contains(address)) {
                    addresses.add(address);
                }
            }
        }
        String first = MaasView.addressOf(world, machine.hostname());
        if (addresses.isEmpty() && !first.isEmpty()) {
            addresses.add(first);
        }
        json.none("address_ttl")
                .texts("ip_addresses", addresses)
                .list("interface_set", interfaces)
                .put("zone", named(world, ResourceKind.ZONE, machine.zone()))
                .put("pool", named(world, ResourceKind.RESOURCE_POOL, machine.pool()))
                .flag("disable_ipv4", false)
                .put("constraints_by_type", Json.object().value());
    }

    private static Value bootInterface(Machine machine, World world) {
        return InterfaceView.of(world, machine.hostname()).stream()
                .findFirst()
                .map(each -> InterfaceJson.of(each, machine, world))
                .orElse(Value.none());
    }

    private static void storage(Json json, Machine machine, World world) {
        List<Disk> disks = HardwareView.disks(world, machine.hostname());
        List<Value> all = disks.stream().map(disk -> disk(disk, machine)).toList();
        Value boot =
                disks.stream()
                        .filter(disk -> disk.role() == DiskRole.BOOT)
                        .findFirst()
                        .map(disk -> disk(disk, machine))
                        .orElse(Value.none());
        json.put("boot_disk", boot)
                .list("blockdevice_set", all)
                .list("physicalblockdevice_set", all)
                .empty("virtualblockdevice_set", "volume_groups", "raids");
    }

    private static Value disk(Disk disk, Machine machine) {
        String name = disk.name().substring(disk.name().lastIndexOf('/') + 1);
        long bytes = disk.gb() * GB;
        boolean boot = disk.role() == DiskRole.BOOT;
        return Json.object()
                .text("system_id", machine.systemId())
                .number("id", disk.id() + 1L)
                .text("name", name)
                .none("uuid")
                .text("type", "physical")
                .text("path", "/dev/disk/by-dname/" + name)
                .text("model", "")
                .text("serial", "")
                .text("id_path", disk.name())
                .number("size", bytes)
                .number("block_size", BLOCK_BYTES)
                .number("available_size", boot ? 0 : bytes)
                .number("used_size", boot ? bytes : 0)
                .text("used_for", boot ? "GPT partitioned with 2 partitions" : "Unused")
                .empty("tags")
                .none("filesystem")
                .optional("partition_table_type", boot ? "GPT" : "")
                .empty("partitions")
                .none("firmware_version", "storage_pool", "numa_node")
                .text(
                        "resource_uri",
                        API
                                + "nodes/"
                                + machine.systemId()
                                + "/blockdevices/"
                                + (disk.id() + 1)
                                + "/")
                .value();
    }

    private static void results(Json json, Machine machine) {
        json.text("status_action", "")
                .text("status_message", machine.statusMessage())
                .text("status_name", machine.status().text())
                .number("node_type", 0)
                .text("node_type_name", "Machine")
                .empty("special_filesystems")
                .none("parent", "pod")
                .put("default_gateways", gateways())
                .none(
                        "current_commissioning_result_id",
                        "current_testing_result_id",
                        "current_installation_result_id");
        for (String kind :
                List.of(
                        "commissioning",
                        "testing",
                        "cpu_test",
                        "memory_test",
                        "network_test",
                        "storage_test",
                        "other_test")) {
            tested(json, kind);
        }
        json.put("hardware_info", unknown());
        tested(json, "interface_test");
        json.empty("numanode_set")
                .none("virtualmachine_id")
                .put("workload_annotations", Json.object().value())
                .none("last_sync", "sync_interval", "next_sync")
                .flag("enable_hw_sync", false);
    }

    /** No result of a script is kept: MAAS shows that as -1, Unknown. */
    private static void tested(Json json, String kind) {
        json.number(kind + "_status", -1).text(kind + "_status_name", "Unknown");
    }

    private static Value gateways() {
        Value none = Json.object().none("gateway_ip", "link_id").value();
        return Json.object().put("ipv4", none).put("ipv6", none).value();
    }

    private static Value unknown() {
        Json json = Json.object();
        for (String name :
                List.of(
                        "system_vendor",
                        "system_product",
                        "system_version",
                        "system_serial",
                        "cpu_model",
                        "mainboard_vendor",
                        "mainboard_product",
                        "mainboard_firmware_version",
                        "mainboard_firmware_date")) {
            json.text(name, "Unknown");
        }
        return json.value();
    }
}
