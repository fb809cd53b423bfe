package org.maquete.guest;

import java.util.List;

/** Follows requests by HTTP from program to program. */
final class Requests {

    private static final int DEPTH_MAX = 8; // <programs in a row>: GUESS, more is a loop

    private final Site site;
    private final Connections connections;
    private int depth;

    Requests(Site site, Connections connections) {
        this.site = site;
        this.connections = connections;
    }

    /** Sends one and waits for its end. */
    Reply send(Asker asker, Request request) {
        if (depth == DEPTH_MAX) {
            return Reply.ended(Reply.Ending.NOT_MODELLED, 0, List.of());
        }
        depth++;
        Reply reply =
                switch (connections.connect(asker, request.address(), request.port())) {
                    case Connections.Foreign() ->
                            Reply.ended(Reply.Ending.NOT_MODELLED, 0, List.of());
                    case Connections.Failed(Reply.Ending how, long ns, Fault fault) ->
                            Reply.ended(how, ns, List.of(fault));
                    case Connections.Open(Sockets.Seat seat) -> answer(seat, request);
                };
        depth--;
        return reply;
    }

    private Reply answer(Sockets.Seat seat, Request request) {
        ServerProcess.Kind kind = seat.process().kind();
        String name = kind.word() + " of " + site.name(seat.server());
        Reply reply =
                switch (kind) {
                    case SSHD -> Reply.ended(Reply.Ending.NOT_HTTP, 0, List.of());
                    case POSTGRES -> Reply.ended(Reply.Ending.EMPTY, 0, List.of());
                    case NGINX -> new Proxy(site, this).answer(seat, request);
                    case UVICORN, DJANGO ->
                            new Applications(site, connections).answer(seat, request);
                    case UNKNOWN -> Reply.ended(Reply.Ending.NOT_MODELLED, 0, List.of());
                };
        return reply.by(name);
    }
}
