package org.maquete.nova;

import java.util.List;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A server.
 *
 * @param uuid the natural key
 * @param image the id of the image, or empty
 * @param flavor the id of the flavor
 * @param networks the ids of its networks
 * @param groups the ids of its security groups
 * @param number the number in {@code instance-00000001}
 * @param host the hypervisor, or empty while there is none
 * @param status {@code BUILD}, {@code ACTIVE}, {@code SHUTOFF}, {@code ERROR}
 * @param fault the message of the error, or empty
 * @param ticket the command of a client that waits for it, or -1
 */
public record Server(
        int id,
        String uuid,
        String project,
        String user,
        String name,
        String image,
        String flavor,
        String keyName,
        List<String> networks,
        List<String> groups,
        int number,
        String host,
        String status,
        String vmState,
        String taskState,
        String fault,
        long faultNs,
        long createdNs,
        long launchedNs,
        long ticket)
        implements Row {

    public Server {
        networks = List.copyOf(networks);
        groups = List.copyOf(groups);
    }

    @Override
    public String key() {
        return uuid;
    }

    Server at(String host, String vmState, String taskState) {
        return new Server(
                id,
                uuid,
                project,
                user,
                name,
                image,
                flavor,
                keyName,
                networks,
                groups,
                number,
                host,
                status,
                vmState,
                taskState,
                fault,
                faultNs,
                createdNs,
                launchedNs,
                ticket);
    }

    Server with(String status, String vmState, String taskState) {
        return new Server(
                id,
                uuid,
                project,
                user,
                name,
                image,
                flavor,
                keyName,
                networks,
                groups,
                number,
                host,
                status,
                vmState,
                taskState,
                fault,
                faultNs,
                createdNs,
                launchedNs,
                ticket);
    }

    Server launched(long timeNs) {
        return new Server(
                id, uuid, project, user, name, image, flavor, keyName, networks, groups, number,
                host, "ACTIVE", "active", "", fault, faultNs, createdNs, timeNs, -1);
    }

    Server failed(String why, long timeNs) {
        return new Server(
                id,
                uuid,
                project,
                user,
                name,
                image,
                flavor,
                keyName,
                networks,
                groups,
                number,
                host,
                "ERROR",
                "error",
                "",
                why,
                timeNs,
                createdNs,
                launchedNs,
                -1);
    }

    Server withGroups(List<String> groups) {
        return new Server(
                id,
                uuid,
                project,
                user,
                name,
                image,
                flavor,
                keyName,
                networks,
                groups,
                number,
                host,
                status,
                vmState,
                taskState,
                fault,
                faultNs,
                createdNs,
                launchedNs,
                ticket);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid)
                .text("project", project)
                .text("user", user)
                .text("name", name)
                .text("image", image)
                .text("flavor", flavor)
                .text("keyName", keyName)
                .texts("networks", networks)
                .texts("groups", groups)
                .number("number", number)
                .text("host", host)
                .text("status", status)
                .text("vmState", vmState)
                .text("taskState", taskState)
                .text("fault", fault)
                .number("faultNs", faultNs)
                .number("createdNs", createdNs)
                .number("launchedNs", launchedNs)
                .number("ticket", ticket);
    }
}
