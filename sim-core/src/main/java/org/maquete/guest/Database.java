package org.maquete.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.finding.Cure;
import org.maquete.finding.Words;
import org.maquete.maas.Ipv4;

/** PostgreSQL: whom it lets in. */
final class Database {

    private final Site site;

    Database(Site site) {
        this.site = site;
    }

    /** What it says to a client that it does not let in, and why. */
    record Refused(String message, Fault fault) {}

    /** Lets a client in, or not. */
    Optional<Refused> enter(Sockets.Seat seat, String address, DatabaseUrl url) {
        return seat.container().isPresent()
                ? ofContainer(seat.container().get(), url)
                : ofHost(
                        site.daemon(seat.server(), Services.POSTGRESQL).orElseThrow(),
                        address,
                        url);
    }

    /** The image lets everybody in who has a password; docker-entrypoint.sh makes role and name. */
    private Optional<Refused> ofContainer(Container container, DatabaseUrl url) {
        String user = or(container.variable("POSTGRES_USER"), "postgres");
        String name = or(container.variable("POSTGRES_DB"), user);
        boolean isTrusting = container.variable("POSTGRES_HOST_AUTH_METHOD").equals("trust");
        boolean isRight =
                isTrusting || url.password().equals(container.variable("POSTGRES_PASSWORD"));
        String where = container.name() + " of " + site.name(container.server());
        if (!url.user().equals(user) || !isRight) {
            return Optional.of(
                    password(
                            url,
                            where,
                            Cure.advice(
                                    new Words(
                                            "Give the program the POSTGRES_USER ("
                                                    + user
                                                    + ") and the POSTGRES_PASSWORD of "
                                                    + where
                                                    + ".",
                                            "Dê ao programa o POSTGRES_USER ("
                                                    + user
                                                    + ") e a POSTGRES_PASSWORD de "
                                                    + where
                                                    + "."))));
        }
        if (!url.name().equals(name) && !url.name().equals("postgres")) {
            return Optional.of(noDatabase(url, where, name));
        }
        return Optional.empty();
    }

    private static String or(String text, String other) {
        return text.isEmpty() ? other : text;
    }

    private Optional<Refused> ofHost(Daemon daemon, String address, DatabaseUrl url) {
        String method = "";
        for (List<String> line : Services.hba(daemon)) {
            if (method.isEmpty() && matches(line, address, url)) {
                method = line.get(4);
            }
        }
        String where = site.name(daemon.server());
        if (method.isEmpty() || method.equals("reject")) {
            return Optional.of(notAllowed(daemon, address, url));
        }
        List<String> notes = daemon.notes();
        boolean isRight =
                method.equals("trust")
                        ? notes.stream().anyMatch(n -> n.startsWith("role " + url.user() + " "))
                        : notes.contains("role " + url.user() + " " + url.password());
        if (!isRight) {
            String sql = "ALTER ROLE " + url.user() + " PASSWORD \\'" + url.password() + "\\'";
            boolean isThere =
                    notes.stream().anyMatch(n -> n.startsWith("role " + url.user() + " "));
            String line = isThere ? sql : sql.replace("ALTER ROLE", "CREATE USER");
            return Optional.of(
                    password(
                            url,
                            where,
                            Cure.before(
                                    new Words("Set it there:", "Defina-a lá:"),
                                    site.login(daemon.server())
                                            + " \"sudo -u postgres psql -c \\\""
                                            + line.replace("\\'", "'")
                                            + "\\\"\"")));
        }
        boolean isThere = notes.contains("database " + url.name()) || url.name().equals("postgres");
        return isThere ? Optional.empty() : Optional.of(noDatabase(url, where, ""));
    }

    private static boolean matches(List<String> line, String address, DatabaseUrl url) {
        if (line.size() < 5
                || !line.getFirst().startsWith("host")
                || line.getFirst().equals("hostssl")) {
            return false;
        }
        return named(line.get(1), url.name())
                && named(line.get(2), url.user())
                && (line.get(3).equals("all") || isIn(address, line.get(3)));
    }

    private static boolean named(String field, String name) {
        List<String> all = new ArrayList<>(List.of(field.split(",", -1)));
        return all.contains("all") || all.contains(name);
    }

    private static boolean isIn(String address, String cidr) {
        return cidr.contains(".")
                && cidr.contains("/")
                && Connections.isAddress(address)
                && Ipv4.cidr(cidr)
                        .map(r -> r.contains(Ipv4.parse(address).orElse(-1)))
                        .orElse(false);
    }

    private Refused notAllowed(Daemon daemon, String address, DatabaseUrl url) {
        String who =
                "host \""
                        + address
                        + "\", user \""
                        + url.user()
                        + "\", database \""
                        + url.name()
                        + "\"";
        String name = site.name(daemon.server());
        Fault fault =
                Fault.of(
                        Cause.CLIENT_NOT_ALLOWED,
                        new Words(
                                "pg_hba.conf of "
                                        + name
                                        + " has no line for "
                                        + url.user()
                                        + " from "
                                        + address,
                                "pg_hba.conf de "
                                        + name
                                        + " não tem linha para "
                                        + url.user()
                                        + " vindo de "
                                        + address),
                        Cure.before(
                                new Words("Add one, and reload:", "Acrescente e recarregue:"),
                                site.line(
                                        daemon.server(),
                                        "echo \"host all "
                                                + url.user()
                                                + " "
                                                + address
                                                + "/32 scram-sha-256\" | sudo tee -a "
                                                + Services.POSTGRES_HBA
                                                + " && sudo systemctl reload postgresql")));
        return new Refused("FATAL:  no pg_hba.conf entry for " + who + ", no encryption", fault);
    }

    private static Refused password(DatabaseUrl url, String where, Cure cure) {
        Words words =
                new Words(
                        "PostgreSQL in " + where + " does not take the password of " + url.user(),
                        "o PostgreSQL em " + where + " não aceita a senha de " + url.user());
        return new Refused(
                "FATAL:  password authentication failed for user \"" + url.user() + "\"",
                Fault.of(Cause.PASSWORD, words, cure));
    }

    private static Refused noDatabase(DatabaseUrl url, String where, String known) {
        String en = known.isEmpty() ? "Create it." : "It has " + known + ".";
        String pt = known.isEmpty() ? "Crie-o." : "Existe " + known + ".";
        Words words =
                new Words(
                        "PostgreSQL in " + where + " has no database " + url.name(),
                        "o PostgreSQL em " + where + " não tem o banco " + url.name());
        return new Refused(
                "FATAL:  database \"" + url.name() + "\" does not exist",
                Fault.of(Cause.NO_DATABASE, words, Cure.advice(new Words(en, pt))));
    }
}
