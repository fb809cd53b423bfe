package org.maquete.guest;

import java.util.List;
import java.util.Optional;
import org.maquete.finding.Cure;
import org.maquete.finding.Words;
import org.maquete.kernel.SimTime;
import org.maquete.nova.NovaView;
import org.maquete.nova.Server;

/** FastAPI and Django: what they answer, as far as it is known without their code. */
final class Applications {

    private static final long WORK_NS = 5 * SimTime.MILLISECOND; // GUESS: a small page
    private static final long QUERY_NS = 2 * SimTime.MILLISECOND; // GUESS: one row by its key

    // Django 4.2, http/response and views/defaults.py: ERROR_PAGE_TEMPLATE
    private static final String DJANGO_PAGE =
            """

            <!doctype html>
            <html lang="en">
            <head>
              <title>%1$s</title>
            </head>
            <body>
              <h1>%2$s</h1><p></p>
            </body>
            </html>
            """;

    // FastAPI answers these itself: fastapi/applications.py
    private static final List<String> OWN = List.of("/docs", "/redoc", "/openapi.json");

    private final Site site;
    private final Connections connections;

    Applications(Site site, Connections connections) {
        this.site = site;
        this.connections = connections;
    }

    Reply answer(Sockets.Seat seat, Request request) {
        Container container = seat.container().orElseThrow();
        boolean isDjango = seat.process().kind() == ServerProcess.Kind.DJANGO;
        String server = isDjango ? "WSGIServer/0.2 CPython/3.10.12" : "uvicorn"; // 3.10.12: GUESS
        if (isDjango && !isAllowed(container, request.host())) {
            return Reply.answered(400, server, page("Bad Request", "Bad Request (400)"))
                    .with(List.of(disallowed(container, request.host())));
        }
        Optional<DatabaseUrl> url = DatabaseUrl.of(container);
        if (url.isEmpty() || OWN.contains(request.path())) {
            return body(container, request, server).later(WORK_NS);
        }
        Trouble trouble = database(seat, url.get());
        if (trouble.fault().isEmpty()) {
            return body(container, request, server).later(WORK_NS + QUERY_NS);
        }
        String text =
                isDjango
                        ? page("Server Error (500)", "Server Error (500)")
                        : "Internal Server Error"; // starlette/middleware/errors.py
        return Reply.answered(500, server, text)
                .later(trouble.tookNs())
                .with(List.of(trouble.fault().get()));
    }

    private static String page(String title, String heading) {
        return DJANGO_PAGE.replace("%1$s", title).replace("%2$s", heading);
    }

    private Reply body(Container container, Request request, String server) {
        String where = container.name() + " of " + site.name(container.server());
        return Reply.answered(
                200,
                server,
                "\u2039"
                        + request.path()
                        + " of "
                        + container.image()
                        + " from "
                        + where
                        + "\u203a\n");
    }

    /** Django's ALLOWED_HOSTS: django/http/request.py, validate_host. */
    private static boolean isAllowed(Container container, String host) {
        String all = container.variable("ALLOWED_HOSTS");
        boolean isDebug = container.variable("DEBUG").matches("(?i)1|true|yes|on");
        List<String> names = List.of(all.replaceAll("[\\[\\]'\" ]", "").split(",", -1));
        if (all.isEmpty()) {
            return isDebug && (Connections.isLocal(host) || host.endsWith(".localhost"));
        }
        for (String each : names) {
            boolean isSub = each.startsWith(".") && (host + "").endsWith(each);
            if (each.equals("*") || each.equalsIgnoreCase(host) || isSub) {
                return true;
            }
        }
        return false;
    }

    private Fault disallowed(Container container, String host) {
        String name = container.name() + " of " + site.name(container.server());
        String all = container.variable("ALLOWED_HOSTS");
        String value = all.isEmpty() ? host : all + "," + host;
        return Fault.of(
                Cause.DISALLOWED_HOST,
                new Words(
                        "Django in "
                                + name
                                + " is asked as "
                                + host
                                + ", which is not in ALLOWED_HOSTS ("
                                + all
                                + ")",
                        "o Django em "
                                + name
                                + " é chamado de "
                                + host
                                + ", que não está em ALLOWED_HOSTS ("
                                + all
                                + ")"),
                Cure.advice(
                        new Words(
                                "Run it with -e ALLOWED_HOSTS="
                                        + value
                                        + ", or let NGINX pass on another Host.",
                                "Execute-o com -e ALLOWED_HOSTS="
                                        + value
                                        + ", ou faça o NGINX repassar outro Host.")));
    }

    /** Why the database does not answer, and how long that took. */
    record Trouble(long tookNs, Optional<Fault> fault) {}

    private Trouble database(Sockets.Seat seat, DatabaseUrl url) {
        return switch (connections.connect(Asker.of(seat), url.host(), url.port())) {
            case Connections.Foreign() -> new Trouble(QUERY_NS, Optional.empty());
            case Connections.Open(Sockets.Seat there) -> {
                if (there.process().kind() != ServerProcess.Kind.POSTGRES) {
                    yield new Trouble(0, Optional.of(wrong(there)));
                }
                String address = site.address(seat.server());
                boolean isSame = there.server().equals(seat.server());
                yield new Trouble(
                        QUERY_NS,
                        new Database(site)
                                .enter(there, isSame ? "127.0.0.1" : address, url)
                                .map(Database.Refused::fault));
            }
            case Connections.Failed(Reply.Ending how, long ns, Fault fault) ->
                    new Trouble(ns, Optional.of(better(how, fault, seat, url)));
        };
    }

    /** What is known of the other side beside that its port is closed. */
    private Fault better(Reply.Ending how, Fault fault, Sockets.Seat seat, DatabaseUrl url) {
        if (Connections.isLocal(url.host())) {
            return itself(fault, seat, url);
        }
        Optional<Server> owner = site.owner(url.host());
        if (how != Reply.Ending.REFUSED || owner.isEmpty() || hasPostgres(owner.get().uuid())) {
            return fault;
        }
        return noPostgres(owner.get());
    }

    private boolean hasPostgres(String server) {
        boolean isInside = false;
        for (Container each : site.containers(server)) {
            isInside |=
                    Commands.process(each.command())
                            .map(p -> p.kind() == ServerProcess.Kind.POSTGRES)
                            .orElse(false);
        }
        return isInside || site.daemon(server, Services.POSTGRESQL).isPresent();
    }

    private Fault noPostgres(Server server) {
        List<Container> all = site.containers(server.uuid());
        String runs = all.isEmpty() ? "nothing" : all.getLast().image();
        String roda = all.isEmpty() ? "nada" : all.getLast().image();
        return Fault.of(
                Cause.WRONG_PROGRAM,
                new Words(
                        "no PostgreSQL runs in " + server.name() + ", but " + runs,
                        "nenhum PostgreSQL roda em " + server.name() + ", mas " + roda),
                runPostgres(server.uuid()));
    }

    private Cure runPostgres(String server) {
        return Cure.before(
                new Words("Run the image of PostgreSQL:", "Execute a imagem do PostgreSQL:"),
                site.line(
                        server,
                        "sudo docker run -d --name postgres -p 5432:5432"
                                + " -e POSTGRES_PASSWORD=PASSWORD postgres"));
    }

    private Fault wrong(Sockets.Seat there) {
        String name = site.name(there.server());
        String program = there.process().kind().word();
        return Fault.of(
                Cause.WRONG_PROGRAM,
                new Words(
                        program + " answers in " + name + " where PostgreSQL is expected",
                        program + " responde em " + name + " onde se espera o PostgreSQL"),
                runPostgres(there.server()));
    }

    private Fault itself(Fault fault, Sockets.Seat seat, DatabaseUrl url) {
        for (Server each : NovaView.servers(site.world())) {
            if (hasPostgres(each.uuid())) {
                String right =
                        "postgresql://"
                                + url.user()
                                + ":"
                                + url.password()
                                + "@"
                                + site.address(each.uuid())
                                + ":"
                                + url.port()
                                + "/"
                                + url.name();
                return Fault.of(
                        Cause.NO_DATABASE_ADDRESS,
                        fault.words(),
                        Cure.advice(
                                new Words(
                                        "The database is in "
                                                + each.name()
                                                + ": run "
                                                + seat.container().orElseThrow().name()
                                                + " with "
                                                + right
                                                + ".",
                                        "O banco está em "
                                                + each.name()
                                                + ": execute "
                                                + seat.container().orElseThrow().name()
                                                + " com "
                                                + right
                                                + ".")));
            }
        }
        return fault;
    }
}
