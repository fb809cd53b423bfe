package org.maquete.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.maquete.maas.Ipv4;
import org.maquete.maas.NodeStatus;

/** Writes the lab file of an inventory: first what is missing or assumed, as comments. */
final class LabWriter {

    private static final long GB = 1_000_000_000L;

    private final MaasInventory inventory;
    private final List<String> notes = new ArrayList<>();
    private final StringBuilder out = new StringBuilder();

    LabWriter(MaasInventory inventory) {
        this.inventory = inventory;
    }

    String text() {
        maas();
        out.append("\nmachines:\n");
        inventory.machines().forEach(this::machine);
        StringBuilder head = new StringBuilder("# Made of what MAAS printed. Look it through:\n");
        notes.forEach(note -> head.append("# - ").append(note).append('\n'));
        return head + "\nformat: " + LabDescription.FORMAT + "\n\n" + out;
    }

    private void maas() {
        out.append("maas:\n  version: \"3.5\"\n");
        List<JsonTree> subnets = new ArrayList<>();
        for (JsonTree subnet : inventory.subnets()) {
            if (Ipv4.cidr(subnet.text("cidr")).isEmpty()) {
                notes.add("subnet " + subnet.text("cidr") + " is left out: not IPv4");
            } else {
                subnets.add(subnet);
            }
        }
        String home = home(subnets);
        subnets.sort((a, b) -> Boolean.compare(isHome(b, home), isHome(a, home)));
        if (subnets.isEmpty()) {
            notes.add("no subnet was told: 172.16.0.0/20 is assumed");
            out.append("  subnet: 172.16.0.0/20\n");
        }
        for (int i = 0; i < subnets.size(); i++) {
            if (i == 1) {
                out.append("  subnets:\n");
            }
            subnet(subnets.get(i), i == 0 ? "  subnet: " : "    - cidr: ", i == 0 ? 2 : 6);
        }
        notes.add("the address of the region controller is not told: add region: to maas");
        images();
    }

    private static boolean isHome(JsonTree subnet, String home) {
        return subnet.text("cidr").equals(home);
    }

    /** The subnet from which most machines boot; else the first with DHCP. */
    private String home(List<JsonTree> subnets) {
        String best = "";
        int most = 0;
        for (JsonTree subnet : subnets) {
            String cidr = subnet.text("cidr");
            int count = 0;
            for (JsonTree machine : inventory.machines()) {
                count += Ports.bootSubnet(machine).equals(cidr) ? 1 : 0;
            }
            if (count > most) {
                most = count;
                best = cidr;
            }
        }
        for (JsonTree subnet : subnets) {
            boolean isServed = subnet.at("vlan.dhcp_on").value().equals(Ports.TRUE);
            best = best.isEmpty() && isServed ? subnet.text("cidr") : best;
        }
        return best;
    }

    private void subnet(JsonTree subnet, String first, int indent) {
        String cidr = subnet.text("cidr");
        String pad = " ".repeat(indent);
        out.append(first).append(cidr).append('\n');
        put(pad, "name", subnet.text("name"));
        put(pad, "fabric", subnet.text("vlan.fabric"));
        if (subnet.number("vlan.vid") != 0) {
            out.append(pad).append("vid: ").append(subnet.number("vlan.vid")).append('\n');
        }
        String space = subnet.text("vlan.space");
        put(pad, "space", space.equals("undefined") ? "" : space);
        address(pad, "gateway", subnet.text("gateway_ip"), cidr);
        List<String> dns = subnet.texts("dns_servers");
        address(pad, "dns", dns.isEmpty() ? "" : dns.getFirst(), cidr);
        ranges(pad, cidr);
    }

    private void address(String pad, String key, String address, String cidr) {
        boolean inside =
                Ipv4.parse(address).stream().anyMatch(Ipv4.cidr(cidr).orElseThrow()::contains);
        put(pad, key, inside ? address : "");
        if (!inside && !address.isEmpty()) {
            notes.add(key + " " + address + " of " + cidr + " is left out: it lies elsewhere");
        }
    }

    private void ranges(String pad, String cidr) {
        List<String> reserved = new ArrayList<>();
        boolean isServed = false;
        for (JsonTree range : inventory.ranges()) {
            if (!range.text("subnet.cidr").equals(cidr)) {
                continue;
            }
            String pair = "[" + range.text("start_ip") + ", " + range.text("end_ip") + "]";
            if (range.text("type").equals("dynamic") && !isServed) {
                out.append(pad).append("dynamic_range: ").append(pair).append('\n');
                isServed = true;
            } else {
                reserved.add(pair);
            }
        }
        if (!reserved.isEmpty()) {
            out.append(pad).append("reserved_ranges: [").append(String.join(", ", reserved));
            out.append("]\n");
        }
        if (inventory.ranges().isEmpty()) {
            notes.add("ranges of " + cidr + " are not told: `maas admin ipranges read` has them");
        }
    }

    private void images() {
        TreeSet<String> images = new TreeSet<>();
        for (JsonTree image : inventory.images()) {
            String architecture = image.text("architecture");
            int slash = architecture.indexOf('/');
            String name = image.text("name");
            if (slash > 0 && name.indexOf('/') > 0) {
                images.add(name + "/" + architecture.substring(0, slash));
            }
        }
        if (images.isEmpty()) {
            images.add("ubuntu/jammy/amd64");
            notes.add("images are not told: ubuntu/jammy/amd64 is assumed");
        }
        out.append("  images: [").append(String.join(", ", images)).append("]\n");
    }

    private void machine(JsonTree machine) {
        String name = machine.text("hostname");
        String pad = "    ";
        out.append("  - name: ").append(plain(name)).append('\n');
        put(pad, "system_id", machine.text("system_id"));
        put(pad, "status", status(machine, name));
        List<String> tags = machine.texts("tag_names");
        if (!tags.isEmpty()) {
            String all = tags.stream().map(LabWriter::plain).collect(Collectors.joining(", "));
            out.append(pad).append("tags: [").append(all).append("]\n");
        }
        put(pad, "pool", machine.text("pool.name"));
        put(pad, "zone", machine.text("zone.name"));
        put(pad, "power_type", machine.text("power_type"));
        String address = inventory.power(machine.text("system_id")).text("power_address");
        put(pad, "amt_ip", Ipv4.parse(address).isPresent() ? address : "");
        count(pad, "cpu_threads", machine.number("cpu_count"), name);
        count(pad, "memory_mb", machine.number("memory"), name);
        List<String> ports = Ports.lines(machine);
        if (!ports.isEmpty()) {
            out.append(pad).append("nics:\n");
            ports.forEach(port -> out.append(pad).append("  - ").append(port).append('\n'));
        }
        disks(machine, pad);
    }

    private void count(String pad, String key, long number, String machine) {
        out.append(pad).append(key).append(": ").append(Math.max(1, number)).append('\n');
        if (number < 1) {
            notes.add(machine + ": " + key + " is not known, as before commissioning");
        }
    }

    private String status(JsonTree machine, String name) {
        String text = machine.text("status_name");
        Optional<NodeStatus> status = NodeStatus.named(text);
        if (status.isPresent() && !MachineReader.isAtRest(status.get())) {
            NodeStatus taken =
                    switch (status.get()) {
                        case COMMISSIONING -> NodeStatus.NEW;
                        case DEPLOYING -> NodeStatus.ALLOCATED;
                        default -> NodeStatus.READY;
                    };
            notes.add(name + " was " + text + " and is taken as " + taken.text());
            return taken.text();
        }
        return text;
    }

    private void disks(JsonTree machine, String pad) {
        List<JsonTree> all = machine.at("physicalblockdevice_set").items();
        List<JsonTree> disks = all.isEmpty() ? machine.at("blockdevice_set").items() : all;
        String boot = machine.text("boot_disk.id");
        for (int i = 0; i < disks.size(); i++) {
            JsonTree disk = disks.get(i);
            boolean isBoot = boot.isEmpty() ? i == 0 : disk.text("id").equals(boot);
            boolean isFree = disk.text("used_for").equals("Unused");
            String role = isBoot ? "boot" : isFree ? "free" : "data";
            out.append(i == 0 ? pad + "disks:\n" : "");
            out.append(pad)
                    .append("  - {name: /dev/")
                    .append(disk.text("name").toLowerCase(Locale.ROOT))
                    .append(", gb: ")
                    .append(Math.max(1, Math.round((double) disk.number("size") / GB)))
                    .append(", role: ")
                    .append(role)
                    .append(role.equals("free") ? ", pristine: true" : "")
                    .append("}\n");
        }
    }

    private void put(String pad, String key, String value) {
        if (!value.isEmpty()) {
            out.append(pad).append(key).append(": ").append(plain(value)).append('\n');
        }
    }

    /** A text as YAML takes it for that text and nothing else. */
    private static String plain(String text) {
        boolean isPlain = !text.isEmpty() && text.matches("[A-Za-z0-9][A-Za-z0-9 ._/-]*");
        return isPlain ? text : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
