package org.maquete.guest;

import java.util.ArrayList;
import java.util.List;
import org.maquete.kernel.Draws;
import org.maquete.kernel.SimTime;

/** What Docker prints. */
final class DockerText {

    // docker.io/postgres: docker-entrypoint.sh, docker_verify_minimum_env
    static final String NO_PASSWORD =
            """
            Error: Database is uninitialized and superuser password is not specified.
                   You must specify POSTGRES_PASSWORD to a non-empty value for the
                   superuser. For example, "-e POSTGRES_PASSWORD=password" on "docker run".

                   You may also use "POSTGRES_HOST_AUTH_METHOD=trust" to allow all
                   connections without a password. This is *not* recommended.

                   See PostgreSQL documentation about "trust":
                   https://www.postgresql.org/docs/current/auth-trust.html
            """;

    // moby, pkg/namesgenerator: some of its words
    private static final List<String> LEFT =
            List.of("admiring", "bold", "clever", "eager", "gallant", "happy", "jolly", "keen");
    private static final List<String> RIGHT =
            List.of("bell", "curie", "darwin", "euler", "hopper", "lovelace", "noether", "turing");

    private DockerText() {}

    /** A name for a container that got none. */
    static String name(String server, int ordinal) {
        Draws draws = Draws.of(0, "guest", server + " " + ordinal, "name", 0);
        return LEFT.get(draws.below(LEFT.size())) + "_" + RIGHT.get(draws.below(RIGHT.size()));
    }

    /** {@code docker ps}: the newest first. */
    static String containers(Site site, String server, boolean isAll) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                List.of("CONTAINER ID", "IMAGE", "COMMAND", "CREATED", "STATUS", "PORTS", "NAMES"));
        for (Container each : site.containers(server).reversed()) {
            if (each.running() || isAll) {
                rows.add(row(each, site.nowNs()));
            }
        }
        return table(rows);
    }

    private static List<String> row(Container container, long nowNs) {
        String ago = ago(nowNs - container.startedNs());
        String command = String.join(" ", container.command());
        String shown = command.length() > 20 ? command.substring(0, 19) + "\u2026" : command;
        List<String> ports = new ArrayList<>();
        for (String each : container.running() ? container.published() : List.<String>of()) {
            String[] parts = each.split(":", -1);
            ports.add(parts[0] + ":" + parts[1] + "->" + parts[2] + "/tcp");
        }
        String status =
                container.running()
                        ? "Up " + ago
                        : "Exited (" + container.exit() + ") " + ago + " ago";
        return List.of(
                container.cid().substring(0, 12),
                container.image(),
                "\"" + shown + "\"",
                ago + " ago",
                status,
                String.join(", ", ports),
                container.name());
    }

    // docker/go-units, HumanDuration
    private static String ago(long ns) {
        long seconds = ns / SimTime.SECOND;
        long minutes = seconds / 60;
        long hours = (minutes + 30) / 60;
        return seconds < 1
                ? "Less than a second"
                : seconds == 1
                        ? "1 second"
                        : seconds < 60
                                ? seconds + " seconds"
                                : minutes == 1
                                        ? "About a minute"
                                        : minutes < 60
                                                ? minutes + " minutes"
                                                : hours == 1
                                                        ? "About an hour"
                                                        : hours < 48
                                                                ? hours + " hours"
                                                                : hours / 24 + " days";
    }

    /** {@code docker images}: size and age are not modelled. */
    static String images(Site site, String server) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("REPOSITORY", "TAG"));
        site.imagesOf(server).forEach(i -> rows.add(List.of(i.name(), "latest")));
        return table(rows);
    }

    private static String table(List<List<String>> rows) {
        int count = rows.getFirst().size();
        int[] widths = new int[count];
        for (List<String> row : rows) {
            for (int i = 0; i < count; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length() + 3);
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            for (int i = 0; i < count - 1; i++) {
                text.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length()));
            }
            text.append(row.getLast()).append('\n');
        }
        return text.toString();
    }
}
