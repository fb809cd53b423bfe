package org.maquete.ceph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.maquete.ceph.client.CephLine;
import org.maquete.ceph.client.CephLine.Reply;
import org.maquete.ceph.cluster.CephClusterView;
import org.maquete.ceph.cluster.MapOsd;
import org.maquete.hardware.Disk;
import org.maquete.hardware.DiskRole;
import org.maquete.hardware.HardwareView;
import org.maquete.juju.HookContext;
import org.maquete.juju.HookOutcome;
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

    private static String list(List<String> devices) {
        return devices.isEmpty() ? "[]" : "['" + String.join("', '", devices) + "']";
    }
}
