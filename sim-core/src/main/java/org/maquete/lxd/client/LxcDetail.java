package org.maquete.lxd.client;

import java.util.Locale;
import org.maquete.kernel.Answer;
import org.maquete.lxd.Container;
import org.maquete.lxd.ContainerState;
import org.maquete.world.World;

/** {@code lxc info NAME}: lxd 5.0, lxc/info.go. */
final class LxcDetail {

    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};

    private LxcDetail() {}

    static Answer of(Container container, World world, long nowNs) {
        StringBuilder text = new StringBuilder();
        text.append("Name: ").append(container.name()).append('\n');
        text.append("Status: ").append(InstanceTree.status(container).toUpperCase(Locale.ROOT));
        text.append("\nType: container\nArchitecture: x86_64\n");
        text.append("Created: ").append(InstanceTree.time(container.createdNs())).append('\n');
        text.append("Last Used: ").append(InstanceTree.time(container.sinceNs())).append('\n');
        if (container.state() == ContainerState.RUNNING) {
            resources(container, world, nowNs, text);
        }
        return Answer.of(text.toString());
    }

    private static void resources(
            Container container, World world, long nowNs, StringBuilder text) {
        long seconds = InstanceTree.cpuNs(container, world, nowNs) / 1_000_000_000L;
        text.append("\nResources:\n");
        text.append("  CPU usage:\n    CPU usage (in seconds): ").append(seconds).append('\n');
        text.append("  Memory usage:\n    Memory (current): ");
        text.append(bytes(InstanceTree.memoryBytes(container, world))).append('\n');
        String address = InstanceTree.address(container, world);
        if (!address.isEmpty()) {
            text.append("  Network usage:\n    eth0:\n      Type: broadcast\n      State: UP\n");
            text.append("      MTU: 1500\n      IP addresses:\n        inet:  ").append(address);
            text.append('/').append(InstanceTree.netmask(address, world)).append(" (global)\n");
        }
    }

    /** {@code 412.00MiB}: shared/units, GetByteSizeStringIEC with two digits. */
    static String bytes(long bytes) {
        if (bytes < 1024) {
            return bytes + UNITS[0];
        }
        double value = bytes;
        int unit = 0;
        while (value >= 1024 && unit < UNITS.length - 1) {
            value /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, "%.2f%s", value, UNITS[unit]);
    }
}
