package org.maquete.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The services of systemd that are modelled: the files they come with and read. */
final class Services {

    static final String NGINX = "nginx";
    static final String POSTGRESQL = "postgresql";
    static final String DOCKER = "docker";

    // paths and contents: nginx 1.18.0-6ubuntu14 and postgresql-14 of Ubuntu 22.04; what is
    // modelled
    static final String NGINX_SITE = "/etc/nginx/sites-enabled/default";
    static final String POSTGRES_CONF = "/etc/postgresql/14/main/postgresql.conf";
    static final String POSTGRES_HBA = "/etc/postgresql/14/main/pg_hba.conf";

    static final String DEFAULT_SITE =
            """
            server {
            \tlisten 80 default_server;
            \tlisten [::]:80 default_server;

            \troot /var/www/html;

            \tindex index.html index.htm index.nginx-debian.html;

            \tserver_name _;

            \tlocation / {
            \t\ttry_files $uri $uri/ =404;
            \t}
            }
            """;

    private static final String CONF =
            """
            #listen_addresses = 'localhost'
            port = 5432
            """;

    private static final String HBA =
            """
            local   all             postgres                                peer
            local   all             all                                     peer
            host    all             all             127.0.0.1/32            scram-sha-256
            host    all             all             ::1/128                 scram-sha-256
            """;

    private static final String MARK = "-- pg_hba.conf\n";

    private Services() {}

    /** What a package brings: its files, and its service running. */
    static void install(Site site, String server, String service) {
        switch (service) {
            case NGINX -> site.write(server, NGINX_SITE, DEFAULT_SITE);
            case POSTGRESQL -> {
                site.write(server, POSTGRES_CONF, CONF);
                site.write(server, POSTGRES_HBA, HBA);
            }
            default -> {}
        }
        String config = read(site, server, service);
        site.set(new Daemon(-1, server, service, true, config, List.of()));
    }

    /** What a service reads when it starts. */
    static String read(Site site, String server, String service) {
        return switch (service) {
            case NGINX -> NginxFiles.text(NginxFiles.ofHost(site, server));
            case POSTGRESQL ->
                    site.file(server, POSTGRES_CONF).orElse("")
                            + MARK
                            + site.file(server, POSTGRES_HBA).orElse("");
            default -> "";
        };
    }

    /** What a reload reads anew: pg_hba.conf, but not where PostgreSQL listens. */
    static String reload(Daemon daemon, String read) {
        if (!daemon.name().equals(POSTGRESQL)) {
            return read;
        }
        return daemon.config().split(MARK, 2)[0] + MARK + read.split(MARK, 2)[1];
    }

    static NginxConfig nginx(Daemon daemon) {
        return NginxConfig.of(NginxFiles.files(daemon.server(), daemon.config()));
    }

    /** Where PostgreSQL listens: the last line of a name counts. */
    static ServerProcess postgres(Daemon daemon) {
        String text = daemon.config().split(MARK, 2)[0];
        String address = setting(text, "listen_addresses").orElse("localhost");
        int port = setting(text, "port").map(Commands::number).orElse(Commands.POSTGRES_PORT);
        boolean isLocal = address.isEmpty() || address.matches("(localhost|127\\.[0-9.]+)");
        return new ServerProcess(
                ServerProcess.Kind.POSTGRES, isLocal ? "127.0.0.1" : "0.0.0.0", port);
    }

    private static Optional<String> setting(String text, String name) {
        Optional<String> found = Optional.empty();
        for (String line : text.split("\n", -1)) {
            String plain = line.replaceFirst("#.*", "").strip();
            if (plain.startsWith(name)) {
                String value = plain.substring(name.length()).strip().replaceFirst("^=", "");
                found = Optional.of(value.strip().replace("'", ""));
            }
        }
        return found;
    }

    /** The lines of pg_hba.conf that PostgreSQL has read, their fields. */
    static List<List<String>> hba(Daemon daemon) {
        List<List<String>> all = new ArrayList<>();
        for (String line : daemon.config().split(MARK, 2)[1].split("\n", -1)) {
            String plain = line.replaceFirst("#.*", "").strip();
            if (!plain.isEmpty()) {
                all.add(List.of(plain.split("[ \\t]+", -1)));
            }
        }
        return all;
    }
}
