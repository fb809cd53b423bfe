package org.maquete.ceph.status;

import java.util.stream.Collectors;

/** What is told of OSDs in one line. */
final class OsdText {

    private OsdText() {}

    /** {@code 3 osds: 3 up (since 82s), 3 in (since 90s)}. */
    static String counts(ClusterSnapshot snapshot) {
        int all = snapshot.map().osds().size();
        return all
                + " osds: "
                + Usage.upCount(snapshot)
                + " up"
                + since(snapshot, snapshot.stamps().lastUpChange())
                + ", "
                + Usage.inCount(snapshot)
                + " in"
                + since(snapshot, snapshot.stamps().lastInChange());
    }

    private static String since(ClusterSnapshot snapshot, long changed) {
        return changed == 0 ? "" : " (since " + Spans.text(snapshot.now() - changed) + ")";
    }

    /** {@code ; 1 remapped pgs}, or nothing. */
    static String remapped(ClusterSnapshot snapshot) {
        int count = snapshot.map().exceptions().temps().size();
        return count == 0 ? "" : "; " + count + " remapped pgs";
    }

    /** {@code flags noout,nodeep-scrub} without those that are always set, or nothing. */
    static String flags(ClusterSnapshot snapshot) {
        String flags =
                snapshot.settings().flags().stream()
                        .filter(flag -> !MapFlag.ALWAYS.contains(flag))
                        .map(MapFlag::word)
                        .collect(Collectors.joining(","));
        return flags.isEmpty() ? "" : "flags " + flags;
    }

    /** {@code ceph osd stat}. */
    static String stat(ClusterSnapshot snapshot, Report report) {
        if (report.isJson()) {
            JsonText json = report.document().object();
            write(snapshot, json);
            return json.end().text();
        }
        String epoch = "; epoch: e" + snapshot.map().epoch();
        String flags = flags(snapshot);
        String counts = counts(snapshot) + epoch + remapped(snapshot);
        return counts + "\n" + (flags.isEmpty() ? "" : flags + "\n");
    }

    /** {@code ceph osd ls}. */
    static String numbers(ClusterSnapshot snapshot, Report report) {
        if (report.isJson()) {
            JsonText json = report.document().list();
            snapshot.map().osds().forEach(osd -> json.add(osd.id()));
            return json.end().text() + "\n";
        }
        StringBuilder text = new StringBuilder();
        snapshot.map().osds().forEach(osd -> text.append(osd.id()).append('\n'));
        return text.toString();
    }

    /** What {@code status} and {@code osd stat} tell in JSON. */
    static void write(ClusterSnapshot snapshot, JsonText json) {
        json.put("epoch", snapshot.map().epoch());
        json.put("num_osds", snapshot.map().osds().size());
        json.put("num_up_osds", Usage.upCount(snapshot));
        json.put("osd_up_since", snapshot.stamps().lastUpChange() / 1_000_000_000L);
        json.put("num_in_osds", Usage.inCount(snapshot));
        json.put("osd_in_since", snapshot.stamps().lastInChange() / 1_000_000_000L);
        json.put("num_remapped_pgs", snapshot.map().exceptions().temps().size());
    }
}
