package org.maquete.ceph.status;

import java.util.List;
import java.util.TreeSet;
import org.maquete.ceph.crush.CrushRule;
import org.maquete.ceph.crush.Device;

/** Short lists: of rules, device classes and erasure-code profiles. */
final class CrushText {

    private CrushText() {}

    static String rules(ClusterSnapshot snapshot, Report report) {
        List<String> names = snapshot.crush().rules().stream().map(CrushRule::name).toList();
        if (report.isJson()) {
            return list(names, report);
        }
        return String.join("\n", names) + "\n";
    }

    static String classes(ClusterSnapshot snapshot, Report report) {
        TreeSet<String> names = new TreeSet<>();
        for (Device device : snapshot.crush().devices()) {
            if (!device.className().isEmpty()) {
                names.add(device.className());
            }
        }
        Report used = report.isJson() ? report : Report.JSON_PRETTY;
        return list(List.copyOf(names), used) + (report.isJson() ? "" : "\n");
    }

    static String profiles(ClusterSnapshot snapshot, Report report) {
        List<String> names =
                snapshot.settings().profiles().stream().map(MapSettings.EcProfile::name).toList();
        return report.isJson() ? list(names, report) + "\n" : String.join("\n", names) + "\n";
    }

    private static String list(List<String> words, Report report) {
        JsonText json = report.document().list();
        words.forEach(json::add);
        return json.end().text();
    }
}
