package org.maquete.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.finding.Cure;
import org.maquete.finding.Words;
import org.maquete.guest.NginxConfig.Backend;
import org.maquete.guest.NginxConfig.Host;
import org.maquete.guest.NginxConfig.Location;
import org.maquete.guest.NginxConfig.Upstream;
import org.maquete.kernel.SimTime;

/** NGINX: which block a request gets, and who answers it in the end. */
final class Proxy {

    private static final long WORK_NS = SimTime.MILLISECOND; // GUESS: to read and write a request

    private final Site site;
    private final Requests requests;

    Proxy(Site site, Requests requests) {
        this.site = site;
        this.requests = requests;
    }

    /** One request on its way through NGINX. */
    private record Passing(
            Sockets.Seat seat, Request request, NginxConfig config, Host host, Location location) {}

    Reply answer(Sockets.Seat seat, Request request) {
        NginxConfig config = config(seat);
        Optional<Host> host = config.host(seat.process().port(), request.host());
        String path = request.path();
        Optional<Location> location = host.flatMap(h -> NginxConfig.location(h, path));
        if (host.isEmpty() || location.isEmpty()) {
            return own(seat, 404);
        }
        Location chosen = location.get();
        if (!chosen.answer().isEmpty()) {
            int status = Commands.number(chosen.answer().getFirst());
            String body = chosen.answer().size() > 1 ? chosen.answer().getLast() : "";
            return Reply.answered(status, version(seat), body);
        }
        if (chosen.pass().isEmpty()) {
            boolean isPage = path.equals("/") || path.equals("/index.html");
            Reply page =
                    isPage
                            ? Reply.answered(200, version(seat), NginxPages.WELCOME)
                            : own(seat, 404);
            return page.later(WORK_NS).with(notAsked(seat, config, host.get()));
        }
        return pass(new Passing(seat, request, config, host.get(), chosen));
    }

    private NginxConfig config(Sockets.Seat seat) {
        return seat.container().isPresent()
                ? NginxFiles.ofContainer(site, seat.container().get())
                : Services.nginx(site.daemon(seat.server(), Services.NGINX).orElseThrow());
    }

    private static String version(Sockets.Seat seat) {
        // 1.18.0: Ubuntu 22.04; 1.27.5: GUESS, what nginx:latest was once
        return seat.container().isPresent() ? "nginx/1.27.5" : "nginx/1.18.0 (Ubuntu)";
    }

    private static Reply own(Sockets.Seat seat, int status) {
        String text = NginxPages.error(status, version(seat));
        return Reply.answered(status, version(seat), text).later(WORK_NS);
    }

    /** A file that says where to pass requests, while another block got this one. */
    private List<Fault> notAsked(Sockets.Seat seat, NginxConfig config, Host got) {
        boolean isPassing =
                config.hosts().stream()
                        .flatMap(h -> h.locations().stream())
                        .anyMatch(l -> !l.pass().isEmpty());
        if (isPassing) {
            return List.of(otherBlock(seat, got));
        }
        for (GuestFile each : site.filesBelow(seat.server(), "/")) {
            if (each.content().contains("proxy_pass")) {
                return List.of(unread(seat, each));
            }
        }
        return List.of();
    }

    private Fault otherBlock(Sockets.Seat seat, Host got) {
        String name = site.name(seat.server());
        String file = got.place().substring(0, got.place().lastIndexOf(':'));
        Words words =
                new Words(
                        "NGINX of "
                                + name
                                + " gives the request to the block at "
                                + got.place()
                                + ", not to the one that passes it on",
                        "o NGINX de "
                                + name
                                + " entrega o pedido ao bloco em "
                                + got.place()
                                + ", não ao que o repassa");
        String line =
                seat.container()
                        .map(c -> "sudo docker restart " + c.name())
                        .orElse("sudo systemctl reload nginx");
        return Fault.of(
                Cause.DEFAULT_PAGE,
                words,
                Cure.before(
                        new Words("Take the other block away:", "Retire o outro bloco:"),
                        site.line(seat.server(), "sudo rm " + file + " && " + line)));
    }

    private Fault unread(Sockets.Seat seat, GuestFile file) {
        String name = site.name(seat.server());
        Words words =
                new Words(
                        "NGINX of "
                                + name
                                + " has not read "
                                + file.path()
                                + ", and shows its own page",
                        "o NGINX de "
                                + name
                                + " não leu "
                                + file.path()
                                + " e mostra a própria página");
        String line =
                seat.container()
                        .map(c ->
                                "sudo docker rm -f "
                                        + c.name()
                                        + " && sudo docker run -d"
                                        + " --name "
                                        + c.name()
                                        + " -p "
                                        + published(c)
                                        + " -v "
                                        + file.path()
                                        + ":/etc/nginx/conf.d/default.conf:ro "
                                        + c.image())
                        .orElse("sudo systemctl reload nginx");
        return Fault.of(
                Cause.DEFAULT_PAGE,
                words,
                Cure.before(
                        new Words("Let it read the file:", "Faça-o ler o arquivo:"),
                        site.line(seat.server(), line)));
    }

    private static String published(Container container) {
        String[] parts = container.published().getFirst().split(":", -1);
        return parts[1] + ":" + parts[2];
    }

    private Reply pass(Passing passing) {
        String target = NginxConfig.target(passing.location().pass());
        Upstream upstream =
                passing.config()
                        .upstream(target)
                        .orElseGet(() -> new Upstream(target, List.of(plain(target))));
        Balancer balancer = new Balancer(site, passing.seat().key(), upstream);
        List<Fault> faults = new ArrayList<>();
        long spentNs = WORK_NS;
        int status = 502;
        while (true) {
            Optional<Backend> backend = balancer.next(site.nowNs() + spentNs);
            if (backend.isEmpty()) {
                return own(passing.seat(), status)
                        .later(spentNs)
                        .with(faults.isEmpty() ? givenUp(passing, upstream) : faults);
            }
            Reply reply = ask(passing, backend.get(), target);
            boolean isLate = reply.tookNs() > limitNs(passing.location(), reply);
            spentNs += Math.min(reply.tookNs(), limitNs(passing.location(), reply));
            if (reply.isAnswered() && !isLate) {
                balancer.answered(backend.get());
                List<Fault> borne = faults.stream().map(Fault::borne).toList();
                return new Reply(
                                reply.ending(),
                                reply.status(),
                                version(passing.seat()),
                                reply.body(),
                                reply.by(),
                                spentNs,
                                reply.faults())
                        .with(borne);
            }
            if (reply.ending() == Reply.Ending.NOT_MODELLED) {
                return reply;
            }
            balancer.failed(backend.get(), site.nowNs() + spentNs);
            faults.addAll(named(passing, backend.get(), reply));
            status = isLate || reply.ending() == Reply.Ending.TIMED_OUT ? 504 : 502;
            if (isLate && reply.isAnswered() && !passing.request().isIdempotent()) {
                return own(passing.seat(), status).later(spentNs).with(faults);
            }
        }
    }

    private static Backend plain(String target) {
        return new Backend(target.contains(":") ? target : target + ":80", 1, 1, 10, false);
    }

    private static long limitNs(Location location, Reply reply) {
        long seconds =
                reply.ending() == Reply.Ending.TIMED_OUT ? location.connectS() : location.readS();
        return seconds * SimTime.SECOND;
    }

    private Reply ask(Passing passing, Backend backend, String target) {
        String[] parts = backend.address().split(":", -1);
        String host =
                switch (passing.location().host()) {
                    case "" -> target.contains(":") ? target.split(":", -1)[0] : target;
                    case "$host", "$http_host" -> passing.request().host();
                    default -> passing.location().host();
                };
        return requests.send(
                Asker.of(passing.seat()),
                passing.request().to(parts[0], Commands.number(parts[1]), host));
    }

    /** The faults of a reply; a wrong port is cured in NGINX's own file. */
    private List<Fault> named(Passing passing, Backend backend, Reply reply) {
        List<Fault> all = new ArrayList<>();
        for (Fault each : reply.faults()) {
            all.add(each.cause() == Cause.OTHER_PORT ? port(passing, backend, each) : each);
        }
        return all;
    }

    private Fault port(Passing passing, Backend backend, Fault fault) {
        String[] parts = backend.address().split(":", -1);
        List<Integer> ports =
                site.owner(parts[0]).map(s -> new Sockets(site).ports(s.uuid())).orElse(List.of());
        if (ports.isEmpty()) {
            return fault;
        }
        String place = passing.host().place();
        String file = place.substring(0, place.lastIndexOf(':'));
        String again = "sudo systemctl reload nginx";
        if (passing.seat().container().isPresent()) {
            Container container = passing.seat().container().get();
            again = "sudo docker restart " + container.name();
            for (String mount : container.mounts()) {
                file = mount.split(":", -1)[1].equals(file) ? mount.split(":", -1)[0] : file;
            }
        }
        String sed =
                "sudo sed -i s/"
                        + backend.address()
                        + "/"
                        + parts[0]
                        + ":"
                        + ports.getFirst()
                        + "/ "
                        + file
                        + " && "
                        + again;
        return Fault.of(
                Cause.OTHER_PORT,
                fault.words(),
                Cure.before(
                        new Words("Name that port in NGINX:", "Use essa porta no NGINX:"),
                        site.line(passing.seat().server(), sed)));
    }

    /** All servers of an upstream are left out for a while: asks each why. */
    private List<Fault> givenUp(Passing passing, Upstream upstream) {
        List<Fault> all = new ArrayList<>();
        for (Backend each : upstream.backends()) {
            all.addAll(named(passing, each, ask(passing, each, upstream.name())));
        }
        return all.isEmpty()
                ? List.of(
                        Fault.of(
                                Cause.UPSTREAM,
                                new Words(
                                        "NGINX has given up all servers of "
                                                + upstream.name()
                                                + " for a while",
                                        "o NGINX desistiu por ora de todos os servidores de "
                                                + upstream.name()),
                                Cure.advice(
                                        new Words("Ask again in 10 s.", "Tente de novo em 10 s."))))
                : all;
    }
}
