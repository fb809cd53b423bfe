package org.maquete.lxd.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Command;
import org.maquete.kernel.Refusal;
import org.maquete.lxd.Container;
import org.maquete.lxd.LxdView;
import org.maquete.lxd.RestartContainer;
import org.maquete.lxd.StartContainer;
import org.maquete.lxd.StopContainer;
import org.maquete.tool.Deed;
import org.maquete.tool.HostProgram;
import org.maquete.tool.Invocation;
import org.maquete.tool.Parsed;
import org.maquete.tool.Rejected;
import org.maquete.tool.Session;
import org.maquete.world.World;

/** {@code lxc}: lxd 5.0, lxc/main.go. Errors are cobra's: {@code Error: }, exit code 1. */
final class LxcProgram implements HostProgram {

    // lxd 5.0, lxc/main.go: what help lists
    private static final List<String> COMMANDS =
            List.of(
                    "alias",
                    "cluster",
                    "config",
                    "console",
                    "copy",
                    "cp",
                    "delete",
                    "rm",
                    "exec",
                    "export",
                    "file",
                    "help",
                    "image",
                    "import",
                    "info",
                    "init",
                    "launch",
                    "list",
                    "ls",
                    "manpage",
                    "monitor",
                    "move",
                    "mv",
                    "network",
                    "operation",
                    "pause",
                    "profile",
                    "project",
                    "publish",
                    "query",
                    "rebuild",
                    "remote",
                    "rename",
                    "restart",
                    "restore",
                    "snapshot",
                    "start",
                    "stop",
                    "storage",
                    "version",
                    "warning");

    @Override
    public String name() {
        return "lxc";
    }

    @Override
    public Parsed parse(List<String> words, String host) {
        String command = words.size() > 1 ? words.get(1) : "";
        List<String> rest = words.subList(Math.min(2, words.size()), words.size());
        return switch (command) {
            case "list", "ls" -> LxcList.read(rest, host);
            case "info" -> one("info", rest, host, LxcDetail::of);
            case "config" ->
                    rest.size() > 1 && rest.getFirst().equals("show")
                            ? one(
                                    "config show",
                                    rest.subList(1, rest.size()),
                                    host,
                                    (container, world, _) ->
                                            Answer.of(
                                                    GoTree.yaml(
                                                            InstanceTree.config(container, world))))
                            : new Parsed.NotModelled("lxc config other than show");
            case "start", "stop", "restart" -> act(command, rest, host);
            case "" -> new Parsed.NotModelled("the help of lxc");
            default ->
                    COMMANDS.contains(command)
                            ? new Parsed.NotModelled("lxc " + command)
                            : new Parsed.Printed(
                                    failed(
                                            "unknown command \""
                                                    + command
                                                    + "\" for \"lxc\"\n"
                                                    + "Run 'lxc --help' for usage."));
        };
    }

    /** What is told of a container. */
    @FunctionalInterface
    interface Told {
        Answer of(Container container, World world, long nowNs);
    }

    private static Parsed one(String command, List<String> rest, String host, Told told) {
        if (rest.size() != 1 || rest.getFirst().startsWith("-")) {
            return new Parsed.NotModelled("lxc " + command + " with other than one name");
        }
        String name = local(rest.getFirst());
        return query((session, world) ->
                there(world, host, name)
                        .<Deed>map(c -> new Deed.Say(told.of(c, world, session.nowNs())))
                        .orElseGet(() -> reject(absent(name))));
    }

    /** What a query says. */
    @FunctionalInterface
    interface Query {
        Deed of(Session session, World world);
    }

    static Parsed query(Query query) {
        return new Parsed.Right(
                new Invocation() {
                    @Override
                    public Deed invoke(Session session, World world) {
                        return query.of(session, world);
                    }

                    @Override
                    public Answer refused(Refusal refusal, World world) {
                        throw new IllegalStateException("a query asks no server: " + refusal);
                    }
                });
    }

    private static Parsed act(String action, List<String> rest, String host) {
        List<String> names = new ArrayList<>();
        boolean force = false;
        for (String word : rest) {
            if (word.equals("--force") || word.equals("-f")) {
                force = true;
            } else if (word.startsWith("-")) {
                return new Parsed.NotModelled("lxc " + action + " " + word);
            } else {
                names.add(local(word));
            }
        }
        if (names.size() != 1) {
            return new Parsed.NotModelled("lxc " + action + " with other than one name");
        }
        String name = names.getFirst();
        return new Parsed.Right(new Change(host, name, command(action, name, force)));
    }

    private static Command command(String action, String name, boolean force) {
        return switch (action) {
            case "start" -> new StartContainer(name);
            case "stop" -> new StopContainer(name, force);
            default -> new RestartContainer(name, force);
        };
    }

    /** Starting, stopping: the server does it in an operation, for which the client waits. */
    private record Change(String host, String name, Command command) implements Invocation {

        @Override
        public Deed invoke(Session session, World world) {
            return there(world, host, name).isPresent()
                    ? new Deed.Ask(command)
                    : reject(absent(name));
        }

        @Override
        public Answer refused(Refusal refusal, World world) {
            String hint = "\nTry `lxc info --show-log " + name + "` for more info";
            return failed(refusal.message() + hint);
        }
    }

    /** A container that the LXD of a host has. */
    static Optional<Container> there(World world, String host, String name) {
        return LxdView.container(world, name)
                .filter(c -> c.host().equals(host) && InstanceTree.exists(c));
    }

    /** Names may begin with the remote, of which there is one. */
    static String local(String name) {
        return name.startsWith("local:") ? name.substring("local:".length()) : name;
    }

    private static Refusal absent(String name) {
        return Refusal.missing("404", "Instance not found", "container", name);
    }

    private static Deed reject(Refusal refusal) {
        return new Deed.Reject(new Rejected(refusal, failed(refusal.message())));
    }

    static Answer failed(String message) {
        return Answer.failed(1, "Error: " + message);
    }
}
