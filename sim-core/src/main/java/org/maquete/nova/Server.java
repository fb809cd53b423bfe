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
 * @param fault the message of the last error, or empty
 * @param ticket the command of a client that waits for it, or -1
 * @param locked whether only administrators may act on it
 * @param job what is being done with it
 * @param tried the hosts on which its build has failed
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
        ServerState state,
        String fault,
        long faultNs,
        long createdNs,
        long launchedNs,
        long ticket,
        boolean locked,
        Job job,
        List<String> tried)
        implements Row {

    public Server {
        networks = List.copyOf(networks);
        groups = List.copyOf(groups);
        tried = List.copyOf(tried);
    }

    @Override
    public String key() {
        return uuid;
    }

    /** {@code ACTIVE} and so on: what the API shows for the two states. */
    public String status() {
        return state.status();
    }

    /** {@code vm_state}. */
    public String vmState() {
        return state.vm();
    }

    /** {@code task_state}, or empty. */
    public String taskState() {
        return state.task();
    }

    /** A copy with some columns changed. */
    static final class Change {

        private final Server of;
        private String name;
        private String image;
        private String flavor;
        private List<String> groups;
        private String host;
        private ServerState state;
        private String fault;
        private long faultNs;
        private long launchedNs;
        private long ticket;
        private boolean locked;
        private Job job;
        private List<String> tried;

        Change(Server of) {
            this.of = of;
            this.name = of.name;
            this.image = of.image;
            this.flavor = of.flavor;
            this.groups = of.groups;
            this.host = of.host;
            this.state = of.state;
            this.fault = of.fault;
            this.faultNs = of.faultNs;
            this.launchedNs = of.launchedNs;
            this.ticket = of.ticket;
            this.locked = of.locked;
            this.job = of.job;
            this.tried = of.tried;
        }

        Change name(String other) {
            name = other;
            return this;
        }

        Change image(String other) {
            image = other;
            return this;
        }

        Change flavor(String other) {
            flavor = other;
            return this;
        }

        Change groups(List<String> other) {
            groups = other;
            return this;
        }

        Change host(String other) {
            host = other;
            return this;
        }

        Change state(ServerState other) {
            state = other;
            return this;
        }

        Change fault(String why, long timeNs) {
            fault = why;
            faultNs = timeNs;
            return this;
        }

        Change launched(long timeNs) {
            launchedNs = timeNs;
            return this;
        }

        Change ticket(long other) {
            ticket = other;
            return this;
        }

        Change locked(boolean other) {
            locked = other;
            return this;
        }

        Change job(Job other) {
            job = other;
            return this;
        }

        Change tried(List<String> other) {
            tried = other;
            return this;
        }

        Server made() {
            return new Server(
                    of.id,
                    of.uuid,
                    of.project,
                    of.user,
                    name,
                    image,
                    flavor,
                    of.keyName,
                    of.networks,
                    groups,
                    of.number,
                    host,
                    state,
                    fault,
                    faultNs,
                    of.createdNs,
                    launchedNs,
                    ticket,
                    locked,
                    job,
                    tried);
        }
    }

    Change change() {
        return new Change(this);
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
                .text("vmState", state.vm())
                .text("taskState", state.task())
                .number("powerState", state.power())
                .text("fault", fault)
                .number("faultNs", faultNs)
                .number("createdNs", createdNs)
                .number("launchedNs", launchedNs)
                .number("ticket", ticket)
                .flag("locked", locked);
        job.encode(sink);
        sink.texts("tried", tried);
    }
}
