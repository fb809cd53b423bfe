package org.maquete.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.finding.Cure;
import org.maquete.finding.Words;
import org.maquete.nova.NovaView;
import org.maquete.nova.Server;
import org.maquete.world.World;

/**
 * A login by SSH and what is done there: the way through the network first, by each jump, then the
 * key, then the commands.
 */
final class Login {

    private static final int SSH_PORT = 22; // IANA

    private final Wire wire;

    Login(Wire wire) {
        this.wire = wire;
    }

    /** What came of it. */
    record Done(Result result, Site site) {}

    /**
     * Logs in and runs a script.
     *
     * @param hosts the jumps, then the host: {@code user@address}
     */
    Done run(World world, long nowNs, List<String> hosts, String script) {
        Site site = new Site(world, nowNs);
        Connections connections = new Connections(site, wire);
        String from = Wire.OUTSIDE;
        for (String host : hosts) {
            String user = user(host);
            String address = address(host);
            Connections.Ended ended = connections.connect(Asker.guest(from), address, SSH_PORT);
            switch (ended) {
                case Connections.Foreign() -> {
                    return new Done(Result.notModelled("ssh " + host), site);
                }
                case Connections.Failed failed -> {
                    site.met(failed.fault());
                    return new Done(refused(address, failed, hosts.size() > 1), site);
                }
                case Connections.Open(Sockets.Seat seat) -> {
                    Optional<Result> denied = denied(site, seat.server(), user, address);
                    if (denied.isPresent()) {
                        return new Done(denied.get(), site);
                    }
                    from = seat.server();
                }
            }
        }
        Result result = new GuestShell(new Inside(from, site, connections)).run(script);
        return new Done(result, site);
    }

    static String user(String host) {
        int at = host.indexOf('@');
        return at < 0 ? "" : host.substring(0, at);
    }

    static String address(String host) {
        return host.substring(host.indexOf('@') + 1);
    }

    private static Result refused(String address, Connections.Failed failed, boolean isJumped) {
        String why =
                switch (failed.how()) {
                    case TIMED_OUT -> "Connection timed out";
                    case NO_ROUTE -> "No route to host";
                    default -> "Connection refused";
                };
        String text = "ssh: connect to host " + address + " port " + SSH_PORT + ": " + why;
        return Result.failed(
                        255,
                        isJumped
                                ? text
                                        + "\nkex_exchange_identification:"
                                        + " Connection closed by remote"
                                        + " host"
                                : text)
                .took(failed.tookNs());
    }

    /** cloud-init gives the key pair to ubuntu alone; root's key only says whom to log in as. */
    private static Optional<Result> denied(Site site, String server, String user, String address) {
        Server row = NovaView.server(site.world(), server).orElseThrow();
        String name = row.name();
        if (row.keyName().isEmpty()) {
            Words words =
                    new Words(
                            name + " was made without a key pair: nobody can log in",
                            name + " foi criado sem par de chaves: ninguém consegue entrar");
            Words how =
                    new Words("Make it again with --key-name.", "Crie-o de novo com --key-name.");
            site.met(Fault.of(Cause.LOGIN, words, Cure.advice(how)));
        } else if (!user.equals("ubuntu")) {
            Words words =
                    new Words(
                            "the user of Ubuntu's image is ubuntu, not " + user,
                            "o usuário da imagem do Ubuntu é ubuntu, não " + user);
            Words how = new Words("Log in as ubuntu.", "Entre como ubuntu.");
            site.met(Fault.of(Cause.LOGIN, words, Cure.advice(how)));
            if (user.equals("root")) {
                // cloud-init 24.1, disable_root_opts
                String text =
                        "Please login as the user \"ubuntu\" rather than the user \"root\".\n\n";
                return Optional.of(new Result(text, "", 142, 0, ""));
            }
        } else {
            return Optional.empty();
        }
        return Optional.of(
                Result.failed(255, user + "@" + address + ": Permission denied (publickey)."));
    }

    static List<String> withUser(List<String> hosts, String user) {
        List<String> all = new ArrayList<>();
        hosts.forEach(h -> all.add(h.contains("@") ? h : user + "@" + h));
        return all;
    }
}
