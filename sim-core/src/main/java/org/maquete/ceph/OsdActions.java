package org.maquete.ceph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.maquete.ceph.client.CephLine;
import org.maquete.ceph.client.CephLine.Reply;
import org.maquete.ceph.cluster.CephClusterView;
import org.maquete.ceph.cluster.MapOsd;
import org.maquete.hardware.Disk;
import org.maquete.hardware.DiskRole;
import org.maquete.hardware.HardwareView;
import org.maquete.hardware.WipeDisk;
import org.maquete.juju.HookContext;
import org.maquete.juju.HookOutcome;
import org.maquete.juju.Relation;
import org.maquete.juju.UnitHost;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Command;

/** The actions of ceph-osd: charm-ceph-osd stable/quincy.2, {@code actions}. */
final class OsdActions {

    private final HookContext context;
    private final HookOutcome out;
    private final String host;

    private OsdActions(HookContext context, HookOutcome out) {
        this.context = context;
        this.out = out;
        this.host = UnitHost.of(context.world(), context.unit()).orElse("");
    }

    /** Runs an action; false when it is not modelled. */
    static boolean run(
            String action, Map<String, String> parameters, HookContext context, HookOutcome out) {
        OsdActions actions = new OsdActions(context, out);
        switch (action) {
            case "osd-out" -> actions.mark("out", parameters.getOrDefault("osds", ""));
            case "osd-in" -> actions.mark("in", parameters.getOrDefault("osds", ""));
            case "list-disks" -> actions.disks();
            case "zap-disk" -> actions.zap(parameters);
            case "add-disk" -> {
                return actions.add(parameters);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Numbers between commas, or {@code all}; those of this machine alone. */
    private void mark(String word, String asked) {
        TreeSet<String> local = new TreeSet<>();
        for (MapOsd osd : context.world().table(CephClusterView.OSDS)) {
            if (osd.seat().host().equals(host)) {
                local.add(Integer.toString(osd.osd()));
            }
        }
        TreeSet<String> osds = new TreeSet<>();
        for (String id : asked.split(",", -1)) {
            osds.add(id.strip());
        }
        if (osds.contains("all")) {
            osds = local;
        }
        TreeSet<String> foreign = new TreeSet<>(osds);
        foreign.removeAll(local);
        if (!foreign.isEmpty()) {
            out.failAction("invalid ceph OSD device id: " + String.join(",", foreign));
            return;
        }
        List<String> outputs = new ArrayList<>();
        for (String osd : osds) {
            List<String> line = List.of("--id", "osd-upgrade", "osd", word, osd);
            if (!(CephLine.type(line, context.world(), context.now())
                    instanceof Reply.Done(Answer answer, List<Command> commands))) {
                String action = "osd-" + word;
                out.failAction("Action " + action + " failed: " + failure(line));
                return;
            }
            commands.forEach(out::command);
            outputs.add(answer.stdout() + answer.stderr());
        }
        String begin = "osd-" + word + " action was successfully executed for ceph OSD devices [";
        out.result("message", begin + String.join(",", osds) + "]");
        out.result("outputs", String.join("\n", outputs));
    }

    /** Python's words for a command that fails: without a quorum nothing else can. */
    private static String failure(List<String> line) {
        return "Command '['ceph', '"
                + String.join("', '", line)
                + "']' returned non-zero exit status 1.";
    }

    /** Python's lists; the disks of OSDs are not mounted, so that they are among them. */
    private void disks() {
        List<String> unmounted = new ArrayList<>();
        List<String> nonPristine = new ArrayList<>();
        List<String> own = CephView.osds(context.world(), host).stream().map(Osd::device).toList();
        for (Disk disk : HardwareView.disks(context.world(), host)) {
            if (disk.role() != DiskRole.BOOT) {
                unmounted.add(disk.name());
                if (!disk.pristine() && !own.contains(disk.name())) {
                    nonPristine.add(disk.name());
                }
            }
        }
        out.result("disks", list(unmounted));
        out.result("blacklist", "[]");
        out.result("non-pristine", list(nonPristine));
    }

    private void zap(Map<String, String> parameters) {
        if (!parameters.getOrDefault("i-really-mean-it", "").equalsIgnoreCase("true")) {
            out.failAction("i-really-mean-it is a required parameter");
            return;
        }
        List<String> devices = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        for (String path : parameters.getOrDefault("devices", "").split(" ", -1)) {
            if (!path.startsWith("/")) {
                errors.add(path + ": Not absolute path.");
            } else if (disk(path).isEmpty()) {
                errors.add(path + ": Device does not exist.");
            } else {
                devices.add(path);
            }
        }
        String inUse = errors.isEmpty() ? inUse(devices) : "";
        if (!errors.isEmpty()) {
            out.failAction("Failed due to: " + String.join(", ", errors));
        } else if (!inUse.isEmpty()) {
            out.failAction(inUse);
        } else {
            devices.forEach(device -> out.command(new WipeDisk(host, device)));
            out.result(
                    "message",
                    devices.size()
                            + " disk(s) have been zapped, to use them as OSDs, run: \njuju"
                            + " run-action "
                            + context.unit().name()
                            + " add-disk osd-devices=\""
                            + String.join(" ", devices)
                            + "\"");
        }
    }

    /** Which devices belong to an OSD, which to that or the system; two sentences without a gap. */
    private String inUse(List<String> devices) {
        List<String> ofOsds = new ArrayList<>();
        List<String> mounted = new ArrayList<>();
        List<String> own = CephView.osds(context.world(), host).stream().map(Osd::device).toList();
        for (String device : devices) {
            boolean isBoot = disk(device).filter(d -> d.role() == DiskRole.BOOT).isPresent();
            if (own.contains(device)) {
                ofOsds.add(device);
            }
            if (own.contains(device) || isBoot) {
                mounted.add(device);
            }
        }
        return counted(ofOsds, " devices are lvm devices: ")
                + counted(mounted, " devices are mounted: ");
    }

    private static String counted(List<String> devices, String what) {
        return devices.isEmpty() ? "" : devices.size() + what + String.join(", ", devices);
    }

    private Optional<Disk> disk(String device) {
        return HardwareView.disk(context.world(), host, device);
    }

    /** Devices that are absent or not pristine are only logged; so are names without a slash. */
    private boolean add(Map<String, String> parameters) {
        for (String each : List.of("osd-ids", "cache-devices", "bluestore-skip")) {
            if (parameters.containsKey(each)) {
                return false;
            }
        }
        int osdCount = CephView.osds(context.world(), host).size();
        String asked = parameters.getOrDefault("osd-devices", "").strip();
        TreeSet<String> added = new TreeSet<>();
        for (String device : asked.split("\\s+", -1)) {
            BlockDevices found = BlockDevices.of(context.world(), host, device);
            if (device.startsWith("/") && !found.usable().isEmpty() && added.add(device)) {
                out.command(new CreateOsd(host, device));
            }
        }
        for (Relation mon : context.relations("mon")) {
            out.put(mon, "bootstrapped-osds", Integer.toString(osdCount + added.size()));
        }
        return true;
    }

    private static String list(List<String> devices) {
        return devices.isEmpty() ? "[]" : "['" + String.join("', '", devices) + "']";
    }
}
