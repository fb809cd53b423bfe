package org.maquete.guest;

import java.util.List;
import java.util.Optional;
import org.maquete.finding.Cure;
import org.maquete.finding.Words;
import org.maquete.kernel.SimTime;

/** How connections by TCP end: the network first, then who listens. */
final class Connections {

    // 127 s: Linux, net.ipv4.tcp_syn_retries = 6: 1 + 2 + 4 + 8 + 16 + 32 + 64
    static final long CONNECT_TIMEOUT_NS = 127 * SimTime.SECOND;
    // 3 s: Linux, three questions for a MAC a second apart: mcast_solicit and retrans_time_ms
    static final long NO_ROUTE_NS = 3 * SimTime.SECOND;

    private final Site site;
    private final Sockets sockets;
    private final Wire wire;

    Connections(Site site, Wire wire) {
        this.site = site;
        this.wire = wire;
        sockets = new Sockets(site);
    }

    Sockets sockets() {
        return sockets;
    }

    /** How it ends. */
    sealed interface Ended {}

    /** Somebody takes it. */
    record Open(Sockets.Seat seat) implements Ended {}

    /** Nobody does. */
    record Failed(Reply.Ending how, long tookNs, Fault fault) implements Ended {}

    /** At somebody of whom nothing is known. */
    record Foreign() implements Ended {}

    static boolean isLocal(String address) {
        return address.startsWith("127.") || address.equals("localhost");
    }

    static boolean isAddress(String text) {
        return text.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    }

    /** Opens a connection to an address or a name. */
    Ended connect(Asker asker, String address, int port) {
        boolean isBridged = asker.container().map(c -> !c.hostNetwork()).orElse(false);
        if (isLocal(address)) {
            return asker.isOutside()
                    ? new Foreign()
                    : isBridged ? inItself(asker, port) : at(asker.server(), port, true);
        }
        if (!isAddress(address)) {
            return address.contains(".") ? new Foreign() : noName(address);
        }
        if (!asker.isOutside() && address.equals(site.address(asker.server()))) {
            return at(asker.server(), port, true);
        }
        return switch (wire.tcp(site.world(), asker.server(), address, port)) {
            case Wire.Outside _ -> new Foreign();
            case Wire.Arrived(String server) -> at(server, port, false);
            case Wire.Lost lost ->
                    new Failed(
                            lost.isUnreachable() ? Reply.Ending.NO_ROUTE : Reply.Ending.TIMED_OUT,
                            lost.isUnreachable() ? NO_ROUTE_NS : CONNECT_TIMEOUT_NS,
                            new Fault(Cause.NETWORK, false, lost.words(), lost.cures()));
        };
    }

    private Ended at(String server, int port, boolean isLocal) {
        return switch (sockets.at(server, port, isLocal)) {
            case Sockets.Open(Sockets.Seat seat) -> new Open(seat);
            case Sockets.Closed(boolean isReset, Fault fault) ->
                    new Failed(isReset ? Reply.Ending.RESET : Reply.Ending.REFUSED, 0, fault);
        };
    }

    private Ended inItself(Asker asker, int port) {
        Container container = asker.container().orElseThrow();
        for (ServerProcess each : sockets.inside(container)) {
            if (each.port() == port) {
                return new Open(new Sockets.Seat(asker.server(), each, asker.container()));
            }
        }
        Words words =
                new Words(
                        "127.0.0.1 in the container "
                                + container.name()
                                + " of "
                                + site.name(asker.server())
                                + " is the container itself, where nothing listens on "
                                + port,
                        "127.0.0.1 no contêiner "
                                + container.name()
                                + " de "
                                + site.name(asker.server())
                                + " é o próprio contêiner, onde nada escuta em "
                                + port);
        Fault fault =
                Fault.of(
                        Cause.NOTHING_LISTENS,
                        words,
                        Cure.advice(
                                new Words(
                                        "Write the address of the server that is meant.",
                                        "Escreva o endereço do servidor desejado.")));
        return new Failed(Reply.Ending.REFUSED, 0, fault);
    }

    private static Ended noName(String name) {
        Words words = new Words("nobody knows the name " + name, "ninguém conhece o nome " + name);
        Cure cure =
                Cure.advice(
                        new Words(
                                "Write the address: Neutron's DNS is not modelled.",
                                "Escreva o endereço: o DNS do Neutron não é modelado."));
        return new Failed(Reply.Ending.NO_NAME, 0, Fault.of(Cause.NAME, words, cure));
    }

    /** Whether somebody on the Internet answers a guest, and its names are known; else why not. */
    Optional<Fault> internet(String server) {
        Wire.Way way = wire.tcp(site.world(), server, INTERNET, HTTPS_PORT);
        if (way instanceof Wire.Lost lost) {
            return Optional.of(
                    new Fault(Cause.NO_INTERNET, false, lost.words(), List.copyOf(lost.cures())));
        }
        return Optional.empty();
    }

    /** Why a guest's name server does not answer; empty when it does. */
    Optional<Fault> names(String server, String nameServer) {
        Wire.Way way = wire.dns(site.world(), server, nameServer);
        return way instanceof Wire.Lost lost
                ? Optional.of(new Fault(Cause.NO_INTERNET, false, lost.words(), lost.cures()))
                : Optional.empty();
    }

    // an address on the Internet, of TEST-NET-3: RFC 5737
    private static final String INTERNET = "203.0.113.1";
    private static final int HTTPS_PORT = 443; // IANA
}
