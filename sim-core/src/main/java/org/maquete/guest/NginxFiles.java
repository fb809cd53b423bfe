package org.maquete.guest;

import java.util.ArrayList;
import java.util.List;

/** The files that NGINX includes, on a host and in a container. */
final class NginxFiles {

    private static final String CONF_D = "/etc/nginx/conf.d/";
    private static final String SITES = "/etc/nginx/sites-enabled/";
    private static final String MAIN = "/etc/nginx/nginx.conf";
    private static final String MARK = "\u0000";

    // docker.io/nginx: conf.d/default.conf, without its comments
    private static final String CONTAINER_DEFAULT =
            """
            server {
                listen       80;
                listen  [::]:80;
                server_name  localhost;

                location / {
                    root   /usr/share/nginx/html;
                    index  index.html index.htm;
                }
            }
            """;

    private NginxFiles() {}

    /** Those of the package: conf.d first, as nginx.conf of Ubuntu has it. */
    static List<GuestFile> ofHost(Site site, String server) {
        List<GuestFile> all = new ArrayList<>();
        site.file(server, MAIN).ifPresent(t -> all.add(new GuestFile(-1, server, MAIN, t)));
        boolean isWhole = !all.isEmpty() && !all.getFirst().content().contains(CONF_D);
        if (!isWhole) {
            for (GuestFile each : site.filesBelow(server, CONF_D)) {
                if (each.path().endsWith(".conf")) {
                    all.add(each);
                }
            }
            all.addAll(site.filesBelow(server, SITES));
        }
        return all;
    }

    /** Those that a container sees: its image's, or what is mounted over them. */
    static NginxConfig ofContainer(Site site, Container container) {
        List<GuestFile> all = new ArrayList<>();
        String whole = "";
        boolean isFolder = false;
        for (String mount : container.mounts()) {
            String[] parts = mount.split(":", -1);
            if (parts[1].equals(MAIN)) {
                whole = site.file(container.server(), parts[0]).orElse("");
            } else if (parts[1].equals("/etc/nginx/conf.d")) {
                isFolder = true;
                for (GuestFile each : site.filesBelow(container.server(), parts[0] + "/")) {
                    all.add(each);
                }
            } else if (parts[1].startsWith(CONF_D)) {
                String text = site.file(container.server(), parts[0]).orElse("");
                all.add(new GuestFile(-1, container.server(), parts[1], text));
            }
        }
        if (!whole.isEmpty() && !whole.contains(CONF_D)) {
            return NginxConfig.of(List.of(new GuestFile(-1, container.server(), MAIN, whole)));
        }
        String path = CONF_D + "default.conf";
        boolean isReplaced = isFolder || all.stream().anyMatch(f -> f.path().equals(path));
        if (!isReplaced) {
            all.add(new GuestFile(-1, container.server(), path, CONTAINER_DEFAULT));
        }
        all.sort((a, b) -> a.path().compareTo(b.path()));
        return NginxConfig.of(all);
    }

    /** All files as one text, as a daemon keeps them that has read them. */
    static String text(List<GuestFile> files) {
        StringBuilder text = new StringBuilder();
        for (GuestFile each : files) {
            text.append(MARK).append(each.path()).append(MARK).append(each.content());
        }
        return text.toString();
    }

    /** The files of such a text. */
    static List<GuestFile> files(String server, String text) {
        List<GuestFile> all = new ArrayList<>();
        String[] parts = text.split(MARK, -1);
        for (int i = 1; i + 1 < parts.length; i += 2) {
            all.add(new GuestFile(-1, server, parts[i], parts[i + 1]));
        }
        return all;
    }
}
