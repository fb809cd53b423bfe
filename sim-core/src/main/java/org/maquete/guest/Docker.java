package org.maquete.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.finding.Cure;
import org.maquete.finding.Words;
import org.maquete.kernel.Draws;
import org.maquete.kernel.SimTime;

/** {@code docker} in a guest: docker.io 24.0 of Ubuntu 22.04. */
final class Docker {

    private static final String SOCKET =
            "permission denied while trying to connect to the Docker daemon socket at"
                    + " unix:///var/run/docker.sock: ";
    private static final long START_NS = SimTime.SECOND; // GUESS: to make a container
    private static final long PULL_NS = 20 * SimTime.SECOND; // GUESS: some hundred megabytes

    private final Call call;
    private final Site site;
    private final String server;
    private final String folder;

    Docker(Call call, String folder) {
        this.call = call;
        this.folder = folder;
        site = call.site();
        server = call.server();
    }

    Result run() {
        if (call.rest().isEmpty()) {
            return Result.notModelled("docker in a guest");
        }
        String verb = call.rest().getFirst();
        List<String> rest = call.rest().subList(1, call.rest().size());
        if (verb.equals("--version")) {
            return Result.of("Docker version 24.0.7, build 24.0.7-0ubuntu2~22.04.1\n");
        }
        if (!call.isRoot() && !call.inside().guest().inDockerGroup()) {
            return denied(verb);
        }
        boolean runs = site.daemon(server, Services.DOCKER).map(Daemon::running).orElse(false);
        if (!runs) {
            return Result.failed(
                    1,
                    "Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the"
                            + " docker daemon running?");
        }
        return switch (verb) {
            case "run" -> runImage(DockerRun.read(rest));
            case "pull" -> pull(rest.getLast());
            case "build" -> build(rest);
            case "ps" -> Result.of(DockerText.containers(site, server, rest.contains("-a")));
            case "images" -> Result.of(DockerText.images(site, server));
            case "logs" -> named(rest, c -> Result.of(c.log()));
            case "stop", "kill" -> named(rest, c -> stop(c, verb.equals("kill") ? 137 : 0));
            case "start" -> named(rest, c -> c.running() ? echoed(c) : start(c));
            case "restart" -> named(rest, this::start);
            case "rm" -> remove(rest);
            default -> Result.notModelled("docker " + verb + " in a guest");
        };
    }

    private Result denied(String verb) {
        Words words =
                new Words(
                        "only root and the group docker may speak to Docker",
                        "só o root e o grupo docker podem falar com o Docker");
        List<String> all = new ArrayList<>(List.of("sudo"));
        all.addAll(call.words());
        site.met(
                Fault.of(
                        Cause.DOCKER_SOCKET,
                        words,
                        Cure.instead(
                                new Words("Type it with sudo:", "Digite com sudo:"),
                                site.line(server, String.join(" ", all)))));
        String path =
                switch (verb) {
                    case "run" ->
                            "Post \"http://%2Fvar%2Frun%2Fdocker.sock/v1.24/containers/create\"";
                    case "pull" -> "Post \"http://%2Fvar%2Frun%2Fdocker.sock/v1.24/images/create\"";
                    default -> "Get \"http://%2Fvar%2Frun%2Fdocker.sock/v1.24/containers/json\"";
                };
        String text =
                SOCKET + path + ": dial unix /var/run/docker.sock: connect: permission denied";
        return verb.equals("run")
                ? Result.failed(126, "docker: " + text + ".\nSee 'docker run --help'.")
                : Result.failed(1, text);
    }

    private static Result daemon(String text) {
        return Result.failed(125, "docker: Error response from daemon: " + text);
    }

    private Result runImage(DockerRun run) {
        if (!run.notModelled().isEmpty() || run.words().isEmpty()) {
            return run.words().isEmpty()
                    ? Result.failed(
                            1,
                            "\"docker run\" requires at least 1 argument.\n"
                                    + "See 'docker run --help'.")
                    : Result.notModelled(run.notModelled());
        }
        List<String> environment = new ArrayList<>();
        for (String each : run.environmentFiles()) {
            Optional<String> text = site.file(server, call.inside().path(each, folder));
            if (text.isEmpty()) {
                return noFile(each);
            }
            for (String line : text.get().split("\n", -1)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    environment.add(line.strip());
                }
            }
        }
        environment.addAll(run.environment());
        String name = Images.plain(run.words().getFirst());
        long tookNs = START_NS;
        Optional<Image> image = site.image(server, name);
        if (image.isEmpty()) {
            Result pulled = pull(run.words().getFirst());
            if (!pulled.notModelled().isEmpty() || !pulled.ok()) {
                String text = pulled.stderr().replaceFirst("^Error", "docker: Error");
                return new Result("", text, 125, pulled.tookNs(), pulled.notModelled());
            }
            tookNs += pulled.tookNs();
            image = site.image(server, name);
        }
        return create(run, image.orElseThrow(), environment).took(tookNs);
    }

    private Result noFile(String name) {
        String where = site.name(server);
        site.met(DockerFaults.noFile(name, where));
        return Result.failed(
                125,
                "docker: open " + name + ": no such file or directory.\nSee 'docker run --help'.");
    }

    private Result create(DockerRun run, Image image, List<String> variables) {
        List<Container> others = site.containers(server);
        int ordinal = others.isEmpty() ? 0 : others.getLast().ordinal() + 1;
        String cid = Draws.of(0, "guest", server + " " + ordinal, "container", 0).hex(64);
        String name = run.name().isEmpty() ? DockerText.name(server, ordinal) : run.name();
        for (Container each : others) {
            if (each.name().equals(name)) {
                return nameTaken(each);
            }
        }
        List<String> environment = new ArrayList<>(image.environment());
        environment.addAll(variables);
        List<String> command = run.words().subList(1, run.words().size());
        boolean isOwn = command.isEmpty() || command.getFirst().startsWith("-");
        List<String> all = new ArrayList<>(isOwn ? image.command() : List.of());
        all.addAll(command);
        List<String> mounts = new ArrayList<>();
        run.mounts().forEach(m -> mounts.add(mount(m)));
        Container made =
                new Container(
                        -1,
                        server,
                        name,
                        cid,
                        image.name(),
                        image.base(),
                        all,
                        environment,
                        run.published(),
                        mounts,
                        run.restart(),
                        run.hasHostNetwork(),
                        false,
                        0,
                        "",
                        site.nowNs(),
                        ordinal,
                        image.labels());
        Optional<Result> taken = taken(made);
        if (taken.isPresent()) {
            site.set(made);
            return taken.get();
        }
        return begin(made, run);
    }

    private String mount(String text) {
        int colon = text.indexOf(':');
        String from = colon < 0 ? text : text.substring(0, colon);
        boolean isPath = from.startsWith("/") || from.startsWith(".") || from.startsWith("~");
        return isPath ? call.inside().path(from, folder) + text.substring(colon) : text;
    }

    private Result nameTaken(Container other) {
        String name = other.name();
        Words words =
                new Words(
                        "a container " + name + " is there already, running or not",
                        "já existe um contêiner " + name + ", em execução ou não");
        site.met(
                Fault.of(
                        Cause.NAME_TAKEN,
                        words,
                        Cure.before(
                                new Words("Remove it:", "Remova-o:"),
                                site.line(server, "sudo docker rm -f " + name))));
        return daemon(
                "Conflict. The container name \"/"
                        + name
                        + "\" is already in use by container \""
                        + other.cid()
                        + "\". You have to remove (or rename) that container to be able"
                        + " to reuse that name.\nSee 'docker run --help'.");
    }

    /** Whether a port that it publishes belongs to somebody else. */
    private Optional<Result> taken(Container container) {
        String endpoint = container.name() + " (" + container.cid() + "): ";
        for (String each : container.published()) {
            int port = Commands.number(each.split(":", -1)[1]);
            for (Container other : site.containers(server)) {
                boolean isSame = other.name().equals(container.name()) || !other.running();
                if (!isSame
                        && other.published().stream()
                                .anyMatch(
                                        p -> p.split(":", -1)[1].equals(each.split(":", -1)[1]))) {
                    return Optional.of(
                            portTaken(
                                    port,
                                    "the container " + other.name(),
                                    "o contêiner " + other.name(),
                                    "driver failed programming external connectivity on endpoint "
                                            + endpoint
                                            + "Bind for 0.0.0.0:"
                                            + port
                                            + " failed: port is already allocated."));
                }
            }
            for (ServerProcess daemon : call.inside().connections().sockets().daemons(server)) {
                if (daemon.port() == port) {
                    String word = daemon.kind().word();
                    return Optional.of(
                            portTaken(
                                    port,
                                    word,
                                    "o " + word,
                                    "driver failed programming external connectivity on endpoint "
                                            + endpoint
                                            + "Error starting userland proxy: listen tcp4"
                                            + " 0.0.0.0:"
                                            + port
                                            + ": bind: address already in use."));
                }
            }
        }
        return Optional.empty();
    }

    private Result portTaken(int port, String en, String pt, String message) {
        String name = site.name(server);
        site.met(DockerFaults.portTaken(port, name, en, pt));
        return daemon(message);
    }

    private Result begin(Container made, DockerRun run) {
        Optional<Result> failed = ends(made);
        if (failed.isPresent()) {
            return run.isDetached() ? new Result(made.cid() + "\n", "", 0, 0, "") : failed.get();
        }
        boolean isServer = Commands.process(made.command()).isPresent();
        if (!isServer && made.labels().isEmpty()) {
            return once(made, run);
        }
        if (!run.isDetached()) {
            return foreground(made);
        }
        site.set(made.started(site.nowNs()));
        return Result.of(made.cid() + "\n");
    }

    /** A program that ends by itself, or that is not known. */
    private Result once(Container made, DockerRun run) {
        boolean isKnown =
                made.base().equals("hello-world") || made.command().equals(List.of("bash"));
        if (!isKnown) {
            return Result.notModelled(
                    "docker run "
                            + made.image()
                            + ", which runs "
                            + String.join(" ", made.command()));
        }
        String text = made.base().equals("hello-world") ? "\nHello from Docker!\n" : "";
        if (!run.isRemoved()) {
            site.set(made.ended(0, text));
        }
        return Result.of(run.isDetached() ? made.cid() + "\n" : text);
    }

    /** A server that does not start: it says why and ends. */
    private Optional<Result> ends(Container made) {
        for (String label : made.labels()) {
            String[] parts = label.split("=", 2);
            if (parts[0].equals("org.maquete.needs")) {
                for (String each : parts[1].split("[, ]+", -1)) {
                    if (made.variable(each).isEmpty()) {
                        return Optional.of(noVariable(made, each));
                    }
                }
            }
        }
        boolean isPostgres =
                Commands.process(made.command())
                        .map(p -> p.kind() == ServerProcess.Kind.POSTGRES)
                        .orElse(false);
        boolean hasPassword =
                !made.variable("POSTGRES_PASSWORD").isEmpty()
                        || made.variable("POSTGRES_HOST_AUTH_METHOD").equals("trust");
        return isPostgres && !hasPassword ? Optional.of(noPassword(made)) : Optional.empty();
    }

    private Result noVariable(Container made, String variable) {
        String text = "KeyError: '" + variable + "'\n";
        site.set(made.ended(1, text));
        String where = made.name() + " of " + site.name(server);
        site.met(
                Fault.of(
                        Cause.NO_DATABASE_ADDRESS,
                        new Words(
                                "the container "
                                        + where
                                        + " ends at once: it needs the variable "
                                        + variable,
                                "o contêiner "
                                        + where
                                        + " termina logo: precisa da variável "
                                        + variable),
                        Cure.advice(
                                new Words(
                                        "Give it with -e, or in the file of --env-file.",
                                        "Passe-a com -e, ou no arquivo de --env-file."))));
        return new Result("", text, 1, 0, "");
    }

    private Result noPassword(Container made) {
        site.set(made.ended(1, DockerText.NO_PASSWORD));
        String where = made.name() + " of " + site.name(server);
        site.met(
                Fault.of(
                        Cause.CONTAINER_ENDED,
                        new Words(
                                "PostgreSQL in the container "
                                        + where
                                        + " ends at once: it has no POSTGRES_PASSWORD",
                                "o PostgreSQL no contêiner "
                                        + where
                                        + " termina logo: não tem POSTGRES_PASSWORD"),
                        Cure.advice(
                                new Words(
                                        "Remove it and run it with -e POSTGRES_PASSWORD=....",
                                        "Remova-o e execute com -e POSTGRES_PASSWORD=...."))));
        return new Result("", DockerText.NO_PASSWORD, 1, 0, "");
    }

    /** A server without -d keeps the line; the person ends it by Ctrl-C. */
    private Result foreground(Container made) {
        site.set(made.ended(0, ""));
        String where = made.name() + " of " + site.name(server);
        List<String> words = new ArrayList<>(call.words());
        words.add(words.indexOf("run") + 1, "-d");
        String line = site.line(server, "sudo " + String.join(" ", words));
        site.met(DockerFaults.foreground(where, line));
        // 60 s: GUESS, until somebody presses Ctrl-C
        return new Result("", "^C\n", 130, 60 * SimTime.SECOND, "");
    }

    private Result pull(String wanted) {
        Optional<Fault> why = call.inside().connections().internet(server);
        if (why.isPresent()) {
            site.met(why.get());
            return Result.failed(
                            1,
                            "Error response from daemon: Get \"https://registry-1.docker.io/v2/\":"
                                    + " net/http: request canceled while waiting for connection"
                                    + " (Client.Timeout exceeded while awaiting headers)")
                    .took(15 * SimTime.SECOND); // 15 s: moby, registry/service_v2.go
        }
        Optional<Image> image = Images.hub(site, wanted);
        if (image.isEmpty()) {
            return Result.notModelled("the image " + wanted + ", of which nobody told what it is");
        }
        if (site.image(server, image.get().name()).isEmpty()) {
            site.set(image.get().in(server));
        }
        String name = wanted.contains(":") ? wanted : wanted + ":latest";
        String full = name.contains("/") ? name : "library/" + name;
        return Result.of(
                        "Status: Downloaded newer image for " + name + "\ndocker.io/" + full + "\n")
                .took(PULL_NS);
    }

    private Result build(List<String> rest) {
        int at = Math.max(rest.indexOf("-t"), rest.indexOf("--tag"));
        int file = Math.max(rest.indexOf("-f"), rest.indexOf("--file"));
        if (at < 0 || at + 1 >= rest.size()) {
            return Result.notModelled("docker build without -t in a guest");
        }
        boolean isPiped = rest.getLast().equals("-");
        String path = file < 0 ? rest.getLast() + "/Dockerfile" : rest.get(file + 1);
        String plain = path.startsWith("./") ? path.substring(2) : path;
        Optional<String> text =
                isPiped
                        ? Optional.of(call.stdin())
                        : site.file(server, call.inside().path(plain, folder));
        if (text.isEmpty()) {
            return Result.failed(
                    1,
                    "unable to prepare context: unable to evaluate symlinks in Dockerfile"
                            + " path: lstat "
                            + call.inside().path(plain, folder)
                            + ": no such file or directory");
        }
        String name = rest.get(at + 1);
        site.set(Images.build(site, server, name, Dockerfile.read(text.get())));
        return Result.of("Successfully tagged " + name + "\n").took(PULL_NS);
    }

    /** What one container is asked. */
    private interface Asked {
        Result ask(Container container);
    }

    private Result named(List<String> rest, Asked asked) {
        Result last = Result.SILENT;
        for (String each : rest) {
            if (!each.startsWith("-")) {
                Optional<Container> found = find(each);
                if (found.isEmpty()) {
                    return Result.failed(
                            1, "Error response from daemon: No such container: " + each);
                }
                last = asked.ask(found.get());
            }
        }
        return last;
    }

    private Optional<Container> find(String name) {
        for (Container each : site.containers(server)) {
            if (each.name().equals(name) || each.cid().startsWith(name)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private static Result echoed(Container container) {
        return Result.of(container.name() + "\n");
    }

    private Result stop(Container container, int exit) {
        if (container.running()) {
            site.set(container.ended(exit, ""));
        }
        return echoed(container);
    }

    private Result start(Container container) {
        Optional<Result> taken = taken(container);
        if (taken.isPresent()) {
            String text = taken.get().stderr().replaceFirst("^docker: ", "");
            return Result.failed(
                    1, text + "Error: failed to start containers: " + container.name());
        }
        if (ends(container).isEmpty()) {
            site.set(container.started(site.nowNs()));
        }
        return echoed(container).took(START_NS);
    }

    private Result remove(List<String> rest) {
        boolean isForced = rest.contains("-f") || rest.contains("--force");
        return named(
                rest,
                c -> {
                    if (c.running() && !isForced) {
                        return Result.failed(
                                1,
                                "Error response from daemon: You cannot remove a running container "
                                        + c.cid()
                                        + ". Stop the container before attempting removal or force"
                                        + " remove");
                    }
                    site.removeContainer(c);
                    return echoed(c);
                });
    }
}
