package org.maquete.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.finding.Cure;
import org.maquete.finding.Words;

/** What listens in a guest: its daemons, and the ports that its containers publish. */
final class Sockets {

    private static final String ANY = "0.0.0.0";
    private static final int SSH_PORT = 22; // IANA; sshd_config of Ubuntu 22.04

    private final Site site;

    Sockets(Site site) {
        this.site = site;
    }

    /**
     * Somebody who answers.
     *
     * @param container the container in which it runs, or empty for a daemon
     */
    record Seat(String server, ServerProcess process, Optional<Container> container) {

        /** Where it runs, for the memory of NGINX. */
        String key() {
            return container.map(Container::key).orElse(server);
        }
    }

    /** Who answers on a port, or why nobody does. */
    sealed interface Found {}

    /** This one. */
    record Open(Seat seat) implements Found {}

    /**
     * Nobody.
     *
     * @param isReset whether docker-proxy takes the connection first and then ends it
     */
    record Closed(boolean isReset, Fault fault) implements Found {}

    /** The daemons that run, with where they listen. */
    List<ServerProcess> daemons(String server) {
        List<ServerProcess> all = new ArrayList<>();
        all.add(new ServerProcess(ServerProcess.Kind.SSHD, ANY, SSH_PORT));
        site.daemon(server, Services.NGINX)
                .filter(Daemon::running)
                .ifPresent(nginx -> {
                    for (int port : Services.nginx(nginx).ports()) {
                        all.add(new ServerProcess(ServerProcess.Kind.NGINX, ANY, port));
                    }
                });
        site.daemon(server, Services.POSTGRESQL)
                .filter(Daemon::running)
                .ifPresent(d -> all.add(Services.postgres(d)));
        return all;
    }

    /** What runs in a container and where it listens there. */
    List<ServerProcess> inside(Container container) {
        Optional<ServerProcess> process = Commands.process(container.command());
        if (process.isPresent() && process.get().kind() == ServerProcess.Kind.NGINX) {
            List<ServerProcess> all = new ArrayList<>();
            for (int port : NginxFiles.ofContainer(site, container).ports()) {
                all.add(new ServerProcess(ServerProcess.Kind.NGINX, ANY, port));
            }
            return all;
        }
        return process.map(List::of).orElse(List.of());
    }

    /** Who answers in a guest on a port, asked by itself or over the network. */
    Found at(String server, int port, boolean isLocal) {
        for (ServerProcess each : daemons(server)) {
            if (each.port() == port && (isLocal || !each.isOnLoopback())) {
                return new Open(new Seat(server, each, Optional.empty()));
            }
        }
        for (Container each : site.containers(server)) {
            if (!each.running()) {
                continue;
            }
            Optional<ServerProcess> own =
                    each.hostNetwork() ? inPort(each, port) : Optional.empty();
            if (own.isPresent() && (isLocal || !own.get().isOnLoopback())) {
                return new Open(new Seat(server, own.get(), Optional.of(each)));
            }
            for (String published : each.published()) {
                String[] parts = published.split(":", -1);
                boolean isFor = isLocal || !parts[0].startsWith("127.");
                if (Commands.number(parts[1]) == port && isFor) {
                    return published(each, Commands.number(parts[2]), isLocal);
                }
            }
        }
        return new Closed(false, whyNot(server, port));
    }

    private Optional<ServerProcess> inPort(Container container, int port) {
        return inside(container).stream().filter(p -> p.port() == port).findFirst();
    }

    private Found published(Container container, int inner, boolean isLocal) {
        Optional<ServerProcess> process = inPort(container, inner);
        if (process.isPresent() && !process.get().isOnLoopback()) {
            return new Open(new Seat(container.server(), process.get(), Optional.of(container)));
        }
        List<ServerProcess> all = inside(container);
        if (all.isEmpty()) {
            ServerProcess unknown = new ServerProcess(ServerProcess.Kind.UNKNOWN, ANY, inner);
            return new Open(new Seat(container.server(), unknown, Optional.of(container)));
        }
        return new Closed(
                isLocal,
                process.isPresent()
                        ? onLoopback(container, process.get())
                        : publishedWrong(container, inner, all.getFirst()));
    }

    private Fault onLoopback(Container container, ServerProcess process) {
        String what = container.name() + " in " + site.name(container.server());
        String program = process.kind().word();
        String port = String.valueOf(process.port());
        String host =
                process.kind() == ServerProcess.Kind.UVICORN ? "--host 0.0.0.0" : "0.0.0.0:" + port;
        return Fault.of(
                Cause.LOOPBACK_ONLY,
                new Words(
                        program
                                + " in the container "
                                + what
                                + " listens on 127.0.0.1 alone: a"
                                + " published port does not lead there",
                        program
                                + " no contêiner "
                                + what
                                + " escuta só em 127.0.0.1: uma porta"
                                + " publicada não chega lá"),
                Cure.before(
                        new Words("Start it with " + host + ":", "Inicie-o com " + host + ":"),
                        again(container, container.published(), command(container, process))));
    }

    private static String command(Container container, ServerProcess process) {
        List<String> words = new ArrayList<>(container.command());
        if (process.kind() == ServerProcess.Kind.UVICORN) {
            words.removeIf(w -> w.startsWith("--host="));
            int at = words.indexOf("--host");
            if (at >= 0) {
                words.remove(at + 1);
                words.remove(at);
            }
            words.addAll(List.of("--host", ANY));
        } else {
            words.removeIf(w -> w.matches("(127\\.[0-9.]+|localhost)?:?[0-9]+"));
            words.add(ANY + ":" + process.port());
        }
        return " " + String.join(" ", words);
    }

    private Fault publishedWrong(Container container, int inner, ServerProcess process) {
        String what = container.name() + " in " + site.name(container.server());
        String listens = process.kind().word() + " listens on " + process.port();
        String escuta = process.kind().word() + " escuta em " + process.port();
        List<String> right = new ArrayList<>();
        for (String each : container.published()) {
            String[] parts = each.split(":", -1);
            right.add(parts[0] + ":" + parts[1] + ":" + process.port());
        }
        return Fault.of(
                Cause.PUBLISHED_WRONG,
                new Words(
                        "the container "
                                + what
                                + " publishes its port "
                                + inner
                                + ", while "
                                + listens,
                        "o contêiner " + what + " publica a porta " + inner + ", mas " + escuta),
                Cure.before(
                        new Words("Publish that one:", "Publique essa:"),
                        again(container, right, "")));
    }

    /** The line that makes a container anew with other ports. */
    private String again(Container container, List<String> published, String command) {
        StringBuilder run = new StringBuilder("sudo docker rm -f ").append(container.name());
        run.append(" && sudo docker run -d --name ").append(container.name());
        for (String each : published) {
            run.append(" -p ").append(each.startsWith(ANY + ":") ? each.substring(8) : each);
        }
        for (String each : container.environment()) {
            run.append(" -e ").append(each);
        }
        for (String each : container.mounts()) {
            run.append(" -v ").append(each);
        }
        if (!container.restart().equals("no")) {
            run.append(" --restart ").append(container.restart());
        }
        run.append(' ').append(container.image()).append(command);
        return site.line(container.server(), run.toString());
    }

    private Fault whyNot(String server, int port) {
        String name = site.name(server);
        for (ServerProcess each : daemons(server)) {
            if (each.port() == port) {
                return daemonOnLoopback(server, each);
            }
        }
        Optional<Fault> inContainer = container(server, port);
        if (inContainer.isPresent()) {
            return inContainer.get();
        }
        for (String service : List.of(Services.NGINX, Services.POSTGRESQL)) {
            Optional<Daemon> daemon = site.daemon(server, service);
            if (daemon.isPresent() && !daemon.get().running()) {
                return Fault.of(
                        Cause.SERVICE_STOPPED,
                        new Words(
                                "the service " + service + " of " + name + " is stopped",
                                "o serviço " + service + " de " + name + " está parado"),
                        Cure.before(
                                new Words("Start it:", "Inicie-o:"),
                                site.line(server, "sudo systemctl start " + service)));
            }
        }
        return otherPort(server, port);
    }

    private Fault daemonOnLoopback(String server, ServerProcess process) {
        String file = Services.POSTGRES_CONF;
        return Fault.of(
                Cause.LOOPBACK_ONLY,
                new Words(
                        process.kind().word()
                                + " of "
                                + site.name(server)
                                + " listens on 127.0.0.1 alone (listen_addresses in "
                                + file
                                + ")",
                        process.kind().word()
                                + " de "
                                + site.name(server)
                                + " escuta só em 127.0.0.1 (listen_addresses em "
                                + file
                                + ")"),
                Cure.before(
                        new Words(
                                "Let it listen on all addresses, and start it again:",
                                "Faça-o escutar em todos os endereços e reinicie:"),
                        site.login(server)
                                + " \"echo \\\"listen_addresses = '*'\\\" | sudo tee -a "
                                + file
                                + " && sudo systemctl restart postgresql\""));
    }

    private Optional<Fault> container(String server, int port) {
        for (Container each : site.containers(server)) {
            List<ServerProcess> inside = inside(each);
            boolean isPublished = false;
            for (String published : each.published()) {
                isPublished |= Commands.number(published.split(":", -1)[1]) == port;
            }
            if (!each.running() && (isPublished || each.published().isEmpty())) {
                return Optional.of(ended(each));
            }
            if (each.running() && each.published().isEmpty() && !each.hostNetwork()) {
                return Optional.of(notPublished(each, port, inside));
            }
        }
        return Optional.empty();
    }

    private Fault ended(Container container) {
        String what = container.name() + " of " + site.name(container.server());
        String last = container.log().strip();
        String log = last.isEmpty() ? "" : ": " + last.substring(last.lastIndexOf('\n') + 1);
        return Fault.of(
                Cause.CONTAINER_ENDED,
                new Words(
                        "the container "
                                + what
                                + " has ended with status "
                                + container.exit()
                                + log,
                        "o contêiner " + what + " terminou com status " + container.exit() + log),
                Cure.before(
                        new Words("Start it:", "Inicie-o:"),
                        site.line(container.server(), "sudo docker start " + container.name())));
    }

    private Fault notPublished(Container container, int port, List<ServerProcess> inside) {
        String name = site.name(container.server());
        String program = inside.isEmpty() ? "" : inside.getFirst().kind().word() + " in ";
        int inner = inside.isEmpty() ? port : inside.getFirst().port();
        return Fault.of(
                Cause.NOT_PUBLISHED,
                new Words(
                        program
                                + "the container "
                                + container.name()
                                + " of "
                                + name
                                + " is not published: nothing in "
                                + name
                                + " listens on "
                                + port,
                        program
                                + "o contêiner "
                                + container.name()
                                + " de "
                                + name
                                + " não publica portas: nada em "
                                + name
                                + " escuta em "
                                + port),
                Cure.before(
                        new Words("Run it with -p:", "Execute-o com -p:"),
                        again(container, List.of(ANY + ":" + port + ":" + inner), "")));
    }

    private Fault otherPort(String server, int port) {
        String name = site.name(server);
        List<Integer> others = ports(server);
        if (!others.isEmpty()) {
            String all = others.toString().replaceAll("[\\[\\]]", "");
            return Fault.of(
                    Cause.OTHER_PORT,
                    new Words(
                            "nothing in "
                                    + name
                                    + " listens on "
                                    + port
                                    + "; what runs there"
                                    + " listens on "
                                    + all,
                            "nada em "
                                    + name
                                    + " escuta em "
                                    + port
                                    + "; o que roda lá escuta em "
                                    + all),
                    Cure.advice(
                            new Words(
                                    "Ask port " + others.getFirst() + " of " + name + ".",
                                    "Use a porta " + others.getFirst() + " de " + name + ".")));
        }
        return Fault.of(
                Cause.NOTHING_LISTENS,
                new Words(
                        "nothing in " + name + " listens on " + port,
                        "nada em " + name + " escuta em " + port),
                Cure.advice(
                        new Words(
                                "Start a program there that listens on " + port + ".",
                                "Inicie lá um programa que escute em " + port + ".")));
    }

    /** The ports that answer over the network, but for SSH. */
    List<Integer> ports(String server) {
        List<Integer> all = new ArrayList<>();
        for (ServerProcess each : daemons(server)) {
            if (each.kind() != ServerProcess.Kind.SSHD && !each.isOnLoopback()) {
                all.add(each.port());
            }
        }
        for (Container each : site.containers(server)) {
            for (String published : each.running() ? each.published() : List.<String>of()) {
                String[] parts = published.split(":", -1);
                if (!parts[0].startsWith("127.")) {
                    all.add(Commands.number(parts[1]));
                }
            }
        }
        return all;
    }
}
