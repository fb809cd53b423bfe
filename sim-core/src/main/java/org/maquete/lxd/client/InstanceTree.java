package org.maquete.lxd.client;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.maquete.hardware.HardwareView;
import org.maquete.hardware.Nic;
import org.maquete.host.HostView;
import org.maquete.kernel.SimTime;
import org.maquete.lxd.Container;
import org.maquete.lxd.ContainerState;
import org.maquete.lxd.LxdView;
import org.maquete.maas.MaasView;
import org.maquete.maas.Subnet;
import org.maquete.world.World;

/** A container as the API of LXD gives it: shared/api/instance.go, keys in its order. */
final class InstanceTree {

    private static final LocalDateTime START = LocalDateTime.of(2026, 1, 5, 8, 0, 0);
    private static final String ETH0 = "eth0";
    // <characters>: Linux, IFNAMSIZ without its end; network/containerizer, BridgeNameForDevice
    private static final int INTERFACE_NAME_MAX = 15;

    private InstanceTree() {}

    /** Whether LXD has it already; what waits or is being made it has not. */
    static boolean exists(Container container) {
        return switch (container.state()) {
            case STARTING, RUNNING, STOPPED -> true;
            case QUEUED, CREATING -> false;
        };
    }

    static String status(Container container) {
        return container.state() == ContainerState.STOPPED ? "Stopped" : "Running";
    }

    // lxd 5.0, shared/api/status_code.go
    private static int code(Container container) {
        return container.state() == ContainerState.STOPPED ? 102 : 103;
    }

    static String address(Container container, World world) {
        return container.state() == ContainerState.RUNNING
                ? MaasView.addressOf(world, container.name())
                : "";
    }

    /** Bytes that its services and its system use; 0 while it does not run. */
    static long memoryBytes(Container container, World world) {
        return container.state() == ContainerState.RUNNING
                ? (LxdView.SYSTEM_MIB + HostView.memoryUsedMib(world, container.name())) * 1048576L
                : 0;
    }

    /** Nanoseconds of a processor since it started. */
    static long cpuNs(Container container, World world, long nowNs) {
        return container.state() == ContainerState.RUNNING
                ? (nowNs - container.sinceNs())
                        / 1000
                        * HostView.cpuUsedMilli(world, container.name())
                : 0;
    }

    /** {@code 2026/01/05 08:00 UTC}. */
    static String time(long timeNs) {
        return START.plusSeconds(timeNs / SimTime.SECOND)
                .format(DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm 'UTC'", Locale.ROOT));
    }

    private static String stamp(long timeNs) {
        return START.plusSeconds(timeNs / SimTime.SECOND)
                .format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT));
    }

    /** What {@code lxc config show} prints: api.InstancePut. */
    static Map<String, Object> config(Container container, World world) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("architecture", "x86_64");
        // juju 3.6, container/lxd/container.go: they come back with their host
        tree.put("config", Collections.singletonMap("boot.autostart", "true"));
        tree.put("devices", devices(container, world));
        tree.put("ephemeral", false);
        tree.put("profiles", List.of("default"));
        tree.put("stateful", false);
        tree.put("description", "");
        return tree;
    }

    private static Map<String, Object> devices(Container container, World world) {
        Map<String, Object> device = new LinkedHashMap<>();
        device.put("name", ETH0);
        device.put("nictype", "bridged");
        device.put("parent", bridge(container, world));
        device.put("type", "nic");
        return Collections.singletonMap(ETH0, device);
    }

    /** The bridge of the port in the container's subnet: one made by the lab, or Juju's own. */
    static String bridge(Container container, World world) {
        String address = MaasView.addressOf(world, container.name());
        String cidr = "";
        for (Subnet subnet : world.table(MaasView.SUBNETS)) {
            cidr = subnet.contains(address) ? subnet.cidr() : cidr;
        }
        for (Nic nic : HardwareView.nics(world, container.host())) {
            if (nic.subnet().equals(cidr)) {
                String own = "br-" + nic.name();
                return nic.ovsBridge().isEmpty()
                        ? own.substring(0, Math.min(own.length(), INTERFACE_NAME_MAX))
                        : nic.ovsBridge();
            }
        }
        return "lxdbr0";
    }

    /** What {@code lxc list} gives for each: api.InstanceFull. */
    static Map<String, Object> full(Container container, World world, long nowNs) {
        Map<String, Object> tree = new LinkedHashMap<>(config(container, world));
        tree.put("created_at", stamp(container.createdNs()));
        tree.put("expanded_config", tree.get("config"));
        tree.put("expanded_devices", tree.get("devices"));
        tree.put("name", container.name());
        tree.put("status", status(container));
        tree.put("status_code", code(container));
        tree.put("last_used_at", stamp(container.sinceNs()));
        tree.put("location", "none");
        tree.put("type", "container");
        tree.put("project", "default");
        tree.put("backups", List.of());
        tree.put("state", state(container, world, nowNs));
        tree.put("snapshots", List.of());
        return tree;
    }

    private static Map<String, Object> state(Container container, World world, long nowNs) {
        Map<String, Object> memory = new LinkedHashMap<>();
        memory.put("usage", memoryBytes(container, world));
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("status", status(container));
        tree.put("status_code", code(container));
        tree.put("memory", memory);
        tree.put("network", network(container, world));
        tree.put("cpu", Collections.singletonMap("usage", cpuNs(container, world, nowNs)));
        return tree;
    }

    private static Map<String, Object> network(Container container, World world) {
        String address = address(container, world);
        if (address.isEmpty()) {
            return Collections.emptyMap();
        }
        Map<String, Object> inet = new LinkedHashMap<>();
        inet.put("family", "inet");
        inet.put("address", address);
        inet.put("netmask", netmask(address, world));
        inet.put("scope", "global");
        Map<String, Object> port = new LinkedHashMap<>();
        port.put("addresses", List.of(inet));
        port.put("mtu", 1500); // <bytes>: MAAS 3.5, the default of a VLAN
        port.put("state", "up");
        port.put("type", "broadcast");
        return Collections.singletonMap(ETH0, port);
    }

    /** The length of the prefix, which LXD calls so. */
    static String netmask(String address, World world) {
        for (Subnet subnet : world.table(MaasView.SUBNETS)) {
            if (subnet.contains(address)) {
                return subnet.cidr().substring(subnet.cidr().indexOf('/') + 1);
            }
        }
        return "32";
    }
}
