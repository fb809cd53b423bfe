package org.maquete.guest;

import java.util.List;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A container of Docker.
 *
 * @param cid its id, 64 digits
 * @param command what runs in it
 * @param environment {@code NAME=value}, those of the image first
 * @param published {@code address:port:inner}
 * @param mounts {@code host path:inner path}
 * @param restart its restart policy
 * @param exit its exit status, when it does not run
 * @param log what it printed
 * @param ordinal how many the server had before it
 */
record Container(
        int id,
        String server,
        String name,
        String cid,
        String image,
        String base,
        List<String> command,
        List<String> environment,
        List<String> published,
        List<String> mounts,
        String restart,
        boolean hostNetwork,
        boolean running,
        int exit,
        String log,
        long startedNs,
        int ordinal,
        List<String> labels)
        implements Row {

    Container {
        command = List.copyOf(command);
        environment = List.copyOf(environment);
        published = List.copyOf(published);
        mounts = List.copyOf(mounts);
        labels = List.copyOf(labels);
    }

    Container numbered(int number) {
        return new Container(
                number,
                server,
                name,
                cid,
                image,
                base,
                command,
                environment,
                published,
                mounts,
                restart,
                hostNetwork,
                running,
                exit,
                log,
                startedNs,
                ordinal,
                labels);
    }

    @Override
    public String key() {
        return server + " " + name;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("server", server)
                .text("name", name)
                .text("cid", cid)
                .text("image", image)
                .text("base", base)
                .texts("command", command)
                .texts("environment", environment)
                .texts("published", published)
                .texts("mounts", mounts)
                .text("restart", restart)
                .flag("hostNetwork", hostNetwork)
                .flag("running", running)
                .number("exit", exit)
                .text("log", log)
                .number("startedNs", startedNs)
                .number("ordinal", ordinal)
                .texts("labels", labels);
    }

    Container ended(int status, String printed) {
        return with(false, status, log + printed, startedNs);
    }

    Container started(long nowNs) {
        return with(true, 0, log, nowNs);
    }

    private Container with(boolean runs, int status, String printed, long sinceNs) {
        return new Container(
                id,
                server,
                name,
                cid,
                image,
                base,
                command,
                environment,
                published,
                mounts,
                restart,
                hostNetwork,
                runs,
                status,
                printed,
                sinceNs,
                ordinal,
                labels);
    }

    /** The value of a variable, the last if it is given twice; empty when it is not set. */
    String variable(String wanted) {
        String value = "";
        for (String each : environment) {
            if (each.startsWith(wanted + "=")) {
                value = each.substring(wanted.length() + 1);
            }
        }
        return value;
    }
}
