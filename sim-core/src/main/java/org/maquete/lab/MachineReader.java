package org.maquete.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.maquete.finding.Nearest;
import org.maquete.hardware.DiskRole;
import org.maquete.hardware.DiskSpec;
import org.maquete.hardware.NicSpec;
import org.maquete.hardware.Part;
import org.maquete.maas.Ipv4;
import org.maquete.maas.NodeStatus;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads one machine of a lab. */
final class MachineReader {

    private static final List<String> KEYS =
            List.of(
                    "name",
                    "system_id",
                    "status",
                    "tags",
                    "pool",
                    "zone",
                    "power_type",
                    "amt_ip",
                    "cpu_threads",
                    "memory_mb",
                    "nics",
                    "disks",
                    "broken");

    // MAAS 3.5, the 22 power drivers and the 2 of virtual machine hosts
    private static final List<String> POWER_TYPES =
            List.of(
                    "amt",
                    "apc",
                    "dli",
                    "eaton",
                    "hmc",
                    "hmcz",
                    "ipmi",
                    "lxd",
                    "manual",
                    "moonshot",
                    "mscm",
                    "msftocs",
                    "nova",
                    "openbmc",
                    "proxmox",
                    "raritan",
                    "recs",
                    "redfish",
                    "seamicro",
                    "ucsm",
                    "virsh",
                    "vmware",
                    "webhook",
                    "wedge");

    private static final String HOST_NAME = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final String MAC = "([0-9a-f]{2}:){5}[0-9a-f]{2}";

    private static final int THREADS_MAX = 4096; // <threads>: GUESS
    private static final int MEMORY_MIB_MAX = 1 << 26; // <MiB>: GUESS, 64 TiB
    private static final int DISK_GB_MAX = 1_000_000; // <10^9 bytes>: GUESS, a petabyte

    private final Fields fields;
    private final Problems problems;

    private MachineReader(Node node, Problems problems) {
        this.problems = problems;
        fields = new Fields(node, "machine", KEYS, problems);
    }

    static LabDescription.Computer read(Node node, Problems problems) {
        return new MachineReader(node, problems).read();
    }

    private LabDescription.Computer read() {
        return new LabDescription.Computer(
                name(),
                fields.text("system_id", ""),
                status(),
                fields.texts("tags"),
                fields.text("pool", "default"),
                fields.text("zone", "default"),
                powerType(),
                amtIp(),
                fields.whole("cpu_threads", 1, THREADS_MAX),
                fields.whole("memory_mb", 1, MEMORY_MIB_MAX),
                nics(),
                disks(),
                broken());
    }

    private List<Part> broken() {
        List<Part> parts = new ArrayList<>();
        for (Node node : fields.list("broken")) {
            fields.parsed(
                            Optional.of(node),
                            "one of " + String.join(", ", Part.texts()) + " for broken",
                            "Maybe memory is meant, or storage.",
                            Part::named)
                    .ifPresent(parts::add);
        }
        return parts;
    }

    private String name() {
        return fields.parsed(
                        fields.required("name"),
                        "a host name of letters, digits and hyphens",
                        "Maybe a blank, a dot or an underscore is in it.",
                        text -> Optional.of(text).filter(t -> t.matches(HOST_NAME)))
                .orElse("");
    }

    private NodeStatus status() {
        List<String> resting =
                Arrays.stream(NodeStatus.values())
                        .filter(MachineReader::isAtRest)
                        .map(NodeStatus::text)
                        .toList();
        String written = fields.text("status", "Ready");
        return fields.parsed(
                        fields.value("status"),
                        "a status of MAAS in which nothing is under way",
                        Nearest.advice(written, resting),
                        text -> NodeStatus.named(text).filter(MachineReader::isAtRest))
                .orElse(NodeStatus.READY);
    }

    /** Whether nothing is under way in a status. */
    static boolean isAtRest(NodeStatus status) {
        return switch (status) {
            case COMMISSIONING,
                    DEPLOYING,
                    RELEASING,
                    DISK_ERASING,
                    ENTERING_RESCUE_MODE,
                    EXITING_RESCUE_MODE,
                    TESTING ->
                    false;
            default -> true;
        };
    }

    private String powerType() {
        String written = fields.text("power_type", "manual");
        return fields.parsed(
                        fields.value("power_type"),
                        "a power driver of MAAS",
                        Nearest.advice(written, POWER_TYPES),
                        text -> Optional.of(text).filter(POWER_TYPES::contains))
                .orElse("manual");
    }

    private String amtIp() {
        return fields.parsed(
                        fields.value("amt_ip"),
                        "an address such as 172.16.15.144 for amt_ip",
                        "Maybe a digit is wrong.",
                        text -> Ipv4.parse(text).isPresent() ? Optional.of(text) : Optional.empty())
                .orElse("");
    }

    private List<NicSpec> nics() {
        List<NicSpec> nics = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>();
        for (Node node : fields.list("nics")) {
            List<String> keys = List.of("name", "mac", "ovs_bridge", "subnet");
            Fields nic = new Fields(node, "nic", keys, problems);
            String mac =
                    nic.parsed(
                                    nic.required("mac"),
                                    "a MAC address such as 52:54:00:03:01:01",
                                    "Maybe it must be quoted.",
                                    text ->
                                            Optional.of(text.toLowerCase(Locale.ROOT))
                                                    .filter(t -> t.matches(MAC)))
                            .orElse("");
            String subnet = nic.text("subnet", "");
            nic.parsed(
                    nic.value("subnet"),
                    "a subnet such as 172.16.0.0/20",
                    "Maybe the length of the prefix is missing.",
                    Ipv4::cidr);
            String name = nic.text("name");
            once(node, "nic", name, names);
            nics.add(new NicSpec(name, mac, nic.text("ovs_bridge", ""), subnet));
        }
        return nics;
    }

    private List<DiskSpec> disks() {
        List<DiskSpec> disks = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>();
        for (Node node : fields.list("disks")) {
            Fields disk =
                    new Fields(node, "disk", List.of("name", "gb", "role", "pristine"), problems);
            String name =
                    disk.parsed(
                                    disk.required("name"),
                                    "a device such as /dev/sdb",
                                    "Maybe /dev/ is missing.",
                                    text ->
                                            Optional.of(text)
                                                    .filter(t -> t.matches("/dev/[a-z0-9/-]+")))
                            .orElse("");
            once(node, "disk", name, names);
            DiskRole role = role(disk);
            disks.add(
                    new DiskSpec(
                            name,
                            disk.whole("gb", 1, DISK_GB_MAX),
                            role,
                            disk.flag("pristine", false)));
        }
        return disks;
    }

    private DiskRole role(Fields disk) {
        List<String> roles =
                Arrays.stream(DiskRole.values())
                        .map(role -> role.name().toLowerCase(Locale.ROOT))
                        .toList();
        String written = disk.text("role", "free");
        return disk.parsed(
                        disk.required("role"),
                        "one of " + String.join(", ", roles) + " for role",
                        Nearest.advice(written, roles),
                        text ->
                                roles.contains(text)
                                        ? Optional.of(
                                                DiskRole.valueOf(text.toUpperCase(Locale.ROOT)))
                                        : Optional.empty())
                .orElse(DiskRole.FREE);
    }

    private void once(Node node, String kind, String name, Set<String> names) {
        if (!name.isEmpty() && !names.add(name)) {
            problems.at(
                    node,
                    "each " + kind + " of a machine once",
                    Problems.quoted(name) + " twice",
                    "Maybe a letter of the name is wrong.");
        }
    }
}
