package org.maquete.mysql;

import java.util.List;

/** {@code cluster.status()} of MySQL Shell 8.0 as the action {@code cluster-status} gives it. */
final class StatusJson {

    private StatusJson() {}

    /** One line, keys in the shell's order. */
    static String of(Cluster cluster, List<Member> members, String version) {
        ClusterHealth health = ClusterHealth.of(members);
        String primary = "";
        StringBuilder topology = new StringBuilder();
        for (Member member : members) {
            boolean writes = member.unit().equals(cluster.primary()) && member.isOnline();
            primary = writes ? member.endpoint() : primary;
            topology.append(topology.isEmpty() ? "" : ", ");
            member(member, writes, version, topology);
        }
        return "{\"clusterName\": \""
                + cluster.name()
                + "\", \"defaultReplicaSet\": {\"name\": \"default\", \"primary\": \""
                + primary
                + "\", \"ssl\": \"REQUIRED\", \"status\": \""
                + health.status()
                + "\", \"statusText\": \""
                + health.statusText()
                + "\", \"topology\": {"
                + topology
                + "}, \"topologyMode\": \"Single-Primary\"}, \"groupInformationSourceMember\": \""
                + primary
                + "\"}";
    }

    private static void member(Member member, boolean writes, String version, StringBuilder text) {
        text.append('"').append(member.endpoint()).append("\": {\"address\": \"");
        text.append(member.endpoint()).append("\", \"memberRole\": \"");
        text.append(writes ? "PRIMARY" : "SECONDARY").append("\", \"mode\": \"");
        text.append(writes ? "R/W" : member.isOnline() ? "R/O" : "n/a");
        text.append("\", \"readReplicas\": {}, \"role\": \"HA\", \"status\": \"");
        text.append(
                switch (member.state()) {
                    case ONLINE -> "ONLINE";
                    case UNREACHABLE -> "UNREACHABLE";
                    case OFFLINE -> "(MISSING)";
                });
        text.append('"');
        if (member.isOnline()) {
            text.append(", \"version\": \"").append(version).append('"');
        }
        text.append('}');
    }
}
