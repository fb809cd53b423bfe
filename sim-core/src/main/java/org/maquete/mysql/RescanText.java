package org.maquete.mysql;

import java.util.List;

/**
 * What {@code cluster.rescan()} of MySQL Shell 8.0 prints when nobody can be asked: it compares the
 * metadata with the group and changes nothing. GUESS, text: from memory; the ids of members are
 * left out.
 */
final class RescanText {

    private RescanText() {}

    static String of(Cluster cluster, List<Member> members) {
        StringBuilder gone = new StringBuilder();
        StringBuilder said = new StringBuilder();
        for (Member member : members) {
            if (member.state() == MemberState.OFFLINE) {
                gone.append(gone.isEmpty() ? "\n" : ",\n");
                gone.append("        {\n            \"host\": \"").append(member.endpoint());
                gone.append("\",\n            \"label\": \"").append(member.endpoint());
                gone.append("\"\n        }");
                said.append("\nThe instance '").append(member.endpoint());
                said.append("' is no longer part of the cluster.\n");
            }
        }
        return "Rescanning the cluster...\n\nResult of the rescanning operation for the '"
                + cluster.name()
                + "' cluster:\n{\n    \"name\": \""
                + cluster.name()
                + "\",\n    \"newTopologyMode\": null,\n    \"newlyDiscoveredInstances\": [],\n"
                + "    \"unavailableInstances\": ["
                + (gone.isEmpty() ? "" : gone + "\n    ")
                + "]\n}\n"
                + said;
    }
}
