package org.maquete.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maquete.finding.Cure;
import org.maquete.finding.Words;

/** Services of a guest, and the two programs that speak to theirs: nginx and psql. */
final class Systemctl {

    private static final Pattern ROLE =
            Pattern.compile(
                    "(?i)(create|alter)\\s+(?:user|role)\\s+"
                            + "\"?(\\w+)\"?\\s+.*password\\s+'([^']*)'.*");
    private static final Pattern DATABASE =
            Pattern.compile("(?i)create\\s+database\\s+\"?(\\w+)\"?.*");

    private Systemctl() {}

    static Result run(Call call) {
        List<String> plain = call.rest().stream().filter(w -> !w.startsWith("-")).toList();
        if (plain.size() < 2) {
            return plain.equals(List.of("daemon-reload"))
                    ? Result.SILENT
                    : Result.notModelled("systemctl in a guest");
        }
        boolean isService = call.words().getFirst().equals("service");
        String verb = isService ? plain.get(1) : plain.getFirst();
        String name = (isService ? plain.getFirst() : plain.get(1)).replace(".service", "");
        Optional<Daemon> daemon = call.site().daemon(call.server(), name);
        if (daemon.isEmpty()) {
            return verb.equals("status")
                    ? Result.failed(4, "Unit " + name + ".service could not be found.")
                    : Result.failed(
                            5,
                            "Failed to "
                                    + verb
                                    + " "
                                    + name
                                    + ".service: Unit "
                                    + name
                                    + ".service not found.");
        }
        if (!call.isRoot() && !verb.matches("status|is-active")) {
            return Result.failed(
                    1,
                    "Failed to "
                            + verb
                            + " "
                            + name
                            + ".service: Interactive authentication required.");
        }
        return switch (verb) {
            case "start" -> daemon.get().running() ? Result.SILENT : start(call, daemon.get());
            case "restart" -> start(call, daemon.get());
            case "reload" -> reload(call, daemon.get());
            case "stop" -> {
                call.site().set(daemon.get().with(false, daemon.get().config()));
                yield Result.SILENT;
            }
            case "enable", "disable" ->
                    call.words().contains("--now") ? start(call, daemon.get()) : Result.SILENT;
            case "is-active" ->
                    daemon.get().running()
                            ? Result.of("active\n")
                            : new Result("inactive\n", "", 3, 0, "");
            default -> Result.notModelled("systemctl " + verb + " in a guest");
        };
    }

    private static Result start(Call call, Daemon daemon) {
        String read = Services.read(call.site(), call.server(), daemon.name());
        if (daemon.name().equals(Services.NGINX) && wrong(call)) {
            call.site().set(daemon.with(false, daemon.config()));
            return Result.failed(
                    1,
                    "Job for nginx.service failed because the control process exited with error"
                            + " code.\nSee \"systemctl status nginx.service\" and \"journalctl -xeu"
                            + " nginx.service\" for details.");
        }
        call.site().set(daemon.with(true, read));
        return Result.SILENT;
    }

    private static Result reload(Call call, Daemon daemon) {
        String read = Services.read(call.site(), call.server(), daemon.name());
        if (!daemon.running()) {
            return Result.failed(1, daemon.name() + ".service is not active, cannot reload.");
        }
        if (daemon.name().equals(Services.NGINX) && wrong(call)) {
            return Result.failed(
                    1,
                    "Job for nginx.service failed.\nSee \"systemctl status nginx.service\" and"
                            + " \"journalctl -xeu nginx.service\" for details.");
        }
        call.site().set(daemon.with(true, Services.reload(daemon, read)));
        return Result.SILENT;
    }

    private static boolean wrong(Call call) {
        NginxConfig config = NginxConfig.of(NginxFiles.ofHost(call.site(), call.server()));
        if (config.complaint().isEmpty()) {
            return false;
        }
        call.site().met(complaint(call, config.complaint()));
        return true;
    }

    private static Fault complaint(Call call, String complaint) {
        String name = call.site().name(call.server());
        return Fault.of(
                Cause.CONFIGURATION,
                new Words(
                        "NGINX of " + name + " does not understand its files: " + complaint,
                        "o NGINX de " + name + " não entende seus arquivos: " + complaint),
                Cure.advice(
                        new Words(
                                "Mend that line; nginx -t tells whether it is right.",
                                "Corrija essa linha; nginx -t diz se está certa.")));
    }

    /** {@code nginx -t}, {@code nginx -s reload}. */
    static Result nginx(Call call) {
        Daemon daemon = call.site().daemon(call.server(), Services.NGINX).orElseThrow();
        if (call.rest().equals(List.of("-s", "reload"))) {
            return reload(call, daemon);
        }
        if (!call.rest().equals(List.of("-t"))) {
            return Result.notModelled("nginx " + String.join(" ", call.rest()) + " in a guest");
        }
        NginxConfig config = NginxConfig.of(NginxFiles.ofHost(call.site(), call.server()));
        String file = "configuration file /etc/nginx/nginx.conf ";
        if (config.complaint().isEmpty()) {
            return new Result(
                    "",
                    "nginx: the " + file + "syntax is ok\nnginx: " + file + "test is successful\n",
                    0,
                    0,
                    "");
        }
        call.site().met(complaint(call, config.complaint()));
        return Result.failed(
                1, "nginx: [emerg] " + config.complaint() + "\nnginx: " + file + "test failed");
    }

    /** {@code sudo -u postgres psql -c "..."}: roles, passwords and databases. */
    static Result psql(Call call) {
        Daemon daemon = call.site().daemon(call.server(), Services.POSTGRESQL).orElseThrow();
        if (!call.user().equals("postgres")) {
            String user = call.user();
            return Result.failed(
                    2,
                    "psql: error: connection to server on socket "
                            + "\"/var/run/postgresql/.s.PGSQL.5432\""
                            + " failed: FATAL:  role \""
                            + user
                            + "\" does not exist");
        }
        if (!daemon.running()) {
            return Result.failed(
                    2,
                    "psql: error: connection to server on socket "
                            + "\"/var/run/postgresql/.s.PGSQL.5432\""
                            + " failed: No such file or directory\n\tIs the server running locally"
                            + " and accepting connections on that socket?");
        }
        int at = call.words().indexOf("-c");
        String all =
                at > 0 && at + 1 < call.words().size() ? call.words().get(at + 1) : call.stdin();
        StringBuilder printed = new StringBuilder();
        Daemon now = daemon;
        for (String sql : all.split(";", -1)) {
            String plain = sql.strip();
            Matcher role = ROLE.matcher(plain);
            Matcher database = DATABASE.matcher(plain);
            List<String> notes = new ArrayList<>(now.notes());
            if (role.matches()) {
                notes.removeIf(n -> n.startsWith("role " + role.group(2) + " "));
                notes.add("role " + role.group(2) + " " + role.group(3));
                boolean isNew = role.group(1).equalsIgnoreCase("create");
                printed.append(isNew ? "CREATE ROLE\n" : "ALTER ROLE\n");
            } else if (database.matches()) {
                notes.add("database " + database.group(1));
                printed.append("CREATE DATABASE\n");
            } else if (plain.matches("(?i)grant .*")) {
                printed.append("GRANT\n");
            } else if (!plain.isEmpty()) {
                return Result.notModelled("psql " + plain + " in a guest");
            }
            now = now.with(notes);
        }
        call.site().set(now);
        return Result.of(printed.toString());
    }
}
