package org.maquete.ceph.status;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.maquete.ceph.status.MonStatus.Mon;

/** {@code ceph mon stat}, {@code mon dump} and {@code quorum_status}. */
final class MonText {

    // The features of the map and of the connections: Ceph 16.2.15, seen.
    private static final List<String> FEATURES =
            List.of(
                    "kraken",
                    "luminous",
                    "mimic",
                    "osdmap-prune",
                    "nautilus",
                    "octopus",
                    "pacific",
                    "elector-pinging");
    private static final String CONNECTION_FEATURES = "4540138314316775423";

    private MonText() {}

    static String stat(ClusterSnapshot snapshot, Report report) {
        MonStatus mons = snapshot.mons();
        List<Mon> quorum = mons.quorum();
        if (report.isJson()) {
            JsonText json = report.document().object().put("epoch", mons.mapEpoch());
            json.put("min_mon_release_name", snapshot.version().release());
            json.put("num_mons", mons.mons().size());
            json.put("leader", quorum.getFirst().name()).list("quorum");
            for (Mon mon : quorum) {
                json.object().put("rank", mon.rank()).put("name", mon.name()).end();
            }
            return json.end().end().text() + "\n";
        }
        String all =
                mons.mons().stream()
                        .map(mon -> mon.name() + "=" + mon.endpoint().text())
                        .collect(Collectors.joining(","));
        Mon leader = quorum.getFirst();
        return "e"
                + mons.mapEpoch()
                + ": "
                + mons.mons().size()
                + " mons at {"
                + all
                + "} removed_ranks: {}, election epoch "
                + mons.electionEpoch()
                + ", leader "
                + leader.rank()
                + " "
                + leader.name()
                + ", quorum "
                + joined(quorum.stream().map(mon -> String.valueOf(mon.rank())).toList())
                + " "
                + joined(quorum.stream().map(Mon::name).toList())
                + "\n";
    }

    private static String joined(List<String> words) {
        return String.join(",", words);
    }

    static String dump(ClusterSnapshot snapshot, Report report) {
        MonStatus mons = snapshot.mons();
        if (report.isJson()) {
            JsonText json = report.document().object();
            map(snapshot, json);
            json.list("quorum");
            mons.quorum().forEach(mon -> json.add(mon.rank()));
            return json.end().end().text() + "\n";
        }
        CephVersion version = snapshot.version();
        List<String> lines = new ArrayList<>();
        lines.add("epoch " + mons.mapEpoch());
        lines.add("fsid " + snapshot.fsid());
        lines.add("last_changed " + DateText.of(mons.modified()));
        lines.add("created " + DateText.of(mons.created()));
        lines.add("min_mon_release " + version.major() + " (" + version.release() + ")");
        lines.add("election_strategy: 1");
        for (Mon mon : mons.mons()) {
            lines.add(mon.rank() + ": " + mon.endpoint().text() + " mon." + mon.name());
        }
        return String.join("\n", lines) + "\n";
    }

    static String quorumStatus(ClusterSnapshot snapshot, Report report) {
        MonStatus mons = snapshot.mons();
        JsonText json = report.document().object();
        json.put("election_epoch", mons.electionEpoch());
        quorum(mons, json);
        json.put("quorum_leader_name", mons.quorum().getFirst().name());
        json.put("quorum_age", (snapshot.now() - mons.quorumSince()) / 1_000_000_000L);
        json.object("features").put("quorum_con", CONNECTION_FEATURES).list("quorum_mon");
        FEATURES.forEach(json::add);
        json.end().end().object("monmap");
        map(snapshot, json);
        return json.end().end().text() + "\n";
    }

    static String fsid(ClusterSnapshot snapshot, Report report) {
        return report.isJson()
                ? report.document().object().put("fsid", snapshot.fsid()).end().text()
                : snapshot.fsid() + "\n";
    }

    /** Ranks and names of those in the quorum. */
    static void quorum(MonStatus mons, JsonText json) {
        json.list("quorum");
        mons.quorum().forEach(mon -> json.add(mon.rank()));
        json.end().list("quorum_names");
        mons.quorum().forEach(mon -> json.add(mon.name()));
        json.end();
    }

    private static void map(ClusterSnapshot snapshot, JsonText json) {
        MonStatus mons = snapshot.mons();
        json.put("epoch", mons.mapEpoch()).put("fsid", snapshot.fsid());
        json.put("modified", DateText.zulu(mons.modified()));
        json.put("created", DateText.zulu(mons.created()));
        json.put("min_mon_release", snapshot.version().major());
        json.put("min_mon_release_name", snapshot.version().release());
        json.put("election_strategy", 1).put("disallowed_leaders: ", "");
        json.put("stretch_mode", false).put("tiebreaker_mon", "").put("removed_ranks: ", "");
        json.object("features").list("persistent");
        FEATURES.forEach(json::add);
        json.end().list("optional").end().end().list("mons");
        for (Mon mon : mons.mons()) {
            json.object().put("rank", mon.rank()).put("name", mon.name());
            Addresses.write("public_addrs", mon.endpoint(), json);
            json.put("addr", mon.endpoint().legacyText());
            json.put("public_addr", mon.endpoint().legacyText());
            json.put("priority", 0).put("weight", 0).put("crush_location", "{}").end();
        }
        json.end();
    }
}
