package org.maquete.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.guest.NginxSource.Directive;

/** What NGINX does with a request, as its configuration says. */
record NginxConfig(List<Upstream> upstreams, List<Host> hosts, String complaint) {

    // 60 s, 1, 10 s: nginx.org, ngx_http_proxy_module and ngx_http_upstream_module
    private static final long TIMEOUT_S = 60;
    private static final int MAX_FAILS = 1;
    private static final long FAIL_TIMEOUT_S = 10;

    private static final List<String> KNOWN =
            List.of(
                    "worker_processes",
                    "user",
                    "pid",
                    "events",
                    "worker_connections",
                    "include",
                    "default_type",
                    "sendfile",
                    "tcp_nopush",
                    "tcp_nodelay",
                    "keepalive_timeout",
                    "types_hash_max_size",
                    "access_log",
                    "error_log",
                    "gzip",
                    "log_format",
                    "http",
                    "upstream",
                    "server",
                    "location",
                    "listen",
                    "server_name",
                    "root",
                    "index",
                    "try_files",
                    "proxy_pass",
                    "proxy_set_header",
                    "proxy_http_version",
                    "return",
                    "proxy_connect_timeout",
                    "proxy_read_timeout",
                    "proxy_send_timeout",
                    "proxy_next_upstream",
                    "error_page",
                    "client_max_body_size",
                    "keepalive",
                    "add_header",
                    "server_tokens",
                    "zone",
                    "charset",
                    "ssl_protocols",
                    "ssl_prefer_server_ciphers",
                    "proxy_redirect",
                    "proxy_buffering",
                    "types");

    /** A server of an upstream. */
    record Backend(String address, int weight, int maxFails, long failTimeoutS, boolean isDown) {}

    /** A group of servers. */
    record Upstream(String name, List<Backend> backends) {}

    /** A block {@code server}. */
    record Host(List<String> listens, List<String> names, List<Location> locations, String place) {

        boolean listensOn(int port) {
            return listens.stream().anyMatch(l -> portOf(l) == port);
        }

        boolean isDefault() {
            return listens.stream().anyMatch(l -> l.contains("default_server"));
        }
    }

    /**
     * A block {@code location}.
     *
     * @param pass where {@code proxy_pass} leads, or empty
     * @param host what the request's Host becomes; empty for the name in {@code proxy_pass}
     * @param answer the words of {@code return}
     */
    record Location(
            String path,
            String pass,
            String host,
            List<String> answer,
            long connectS,
            long readS) {}

    /** Reads the files that NGINX includes in {@code http}, in order. */
    static NginxConfig of(List<GuestFile> files) {
        List<Upstream> upstreams = new ArrayList<>();
        List<Host> hosts = new ArrayList<>();
        for (GuestFile file : files) {
            NginxSource.Read read = NginxSource.read(file.path(), file.content());
            String complaint = read.complaint();
            for (Directive each : inHttp(read.directives())) {
                complaint = complaint.isEmpty() ? unknown(each) : complaint;
                if (complaint.isEmpty()) {
                    switch (each.name()) {
                        case "upstream" -> upstreams.add(upstream(each));
                        case "server" -> hosts.add(host(each));
                        default -> {}
                    }
                }
            }
            if (!complaint.isEmpty()) {
                return new NginxConfig(List.of(), List.of(), complaint);
            }
        }
        return new NginxConfig(upstreams, hosts, lost(upstreams, hosts));
    }

    /** What stands in {@code http}: all of an included file, or the block of a whole one. */
    private static List<Directive> inHttp(List<Directive> all) {
        Optional<Directive> http = NginxSource.first(all, "http");
        return http.isPresent() ? http.get().block() : all;
    }

    private static String unknown(Directive directive) {
        String name = directive.name();
        if (!KNOWN.contains(name)) {
            return "unknown directive \"" + name + "\" in " + directive.place();
        }
        if (name.equals("location") && !directive.hasBlock()) {
            return "directive \"location\" has no opening \"{\" in " + directive.place();
        }
        if (!name.equals("types")) {
            for (Directive each : directive.block()) {
                String wrong = unknown(each);
                if (!wrong.isEmpty()) {
                    return wrong;
                }
            }
        }
        return "";
    }

    private static Upstream upstream(Directive block) {
        List<Backend> all = new ArrayList<>();
        for (Directive each : block.block()) {
            if (each.name().equals("server")) {
                all.add(backend(each));
            }
        }
        return new Upstream(block.argument(), all);
    }

    private static Backend backend(Directive server) {
        int weight = 1;
        int fails = MAX_FAILS;
        long timeoutS = FAIL_TIMEOUT_S;
        for (String word : server.words().subList(2, server.words().size())) {
            if (word.startsWith("weight=")) {
                weight = Math.max(1, Commands.number(word.substring(7)));
            } else if (word.startsWith("max_fails=")) {
                fails = Commands.number(word.substring(10));
            } else if (word.startsWith("fail_timeout=")) {
                timeoutS = seconds(word.substring(13));
            }
        }
        String address = server.argument();
        return new Backend(
                address.contains(":") ? address : address + ":80",
                weight,
                fails,
                timeoutS,
                server.words().contains("down"));
    }

    static long seconds(String text) {
        boolean isMinutes = text.endsWith("m");
        int value = Commands.number(text.replaceAll("[sm]$", ""));
        return isMinutes ? value * 60L : value;
    }

    private static Host host(Directive block) {
        List<String> listens = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<Location> locations = new ArrayList<>();
        for (Directive each : block.block()) {
            switch (each.name()) {
                case "listen" ->
                        listens.add(String.join(" ", each.words().subList(1, each.words().size())));
                case "server_name" -> names.addAll(each.words().subList(1, each.words().size()));
                case "location" -> locations.add(location(each, block));
                default -> {}
            }
        }
        NginxSource.first(block.block(), "return")
                .ifPresent(r -> locations.add(new Location("", "", "", rest(r), 0, 0)));
        return new Host(
                listens.isEmpty() ? List.of("80") : listens, names, locations, block.place());
    }

    private static List<String> rest(Directive directive) {
        return directive.words().subList(1, directive.words().size());
    }

    private static Location location(Directive block, Directive server) {
        String host = "";
        for (List<Directive> level : List.of(server.block(), block.block())) {
            for (Directive each : level) {
                if (each.name().equals("proxy_set_header")
                        && each.argument().equalsIgnoreCase("Host")) {
                    host = each.words().getLast();
                }
            }
        }
        return new Location(
                block.words().getLast(),
                NginxSource.first(block.block(), "proxy_pass").map(Directive::argument).orElse(""),
                host,
                NginxSource.first(block.block(), "return").map(NginxConfig::rest).orElse(List.of()),
                timeout("proxy_connect_timeout", block, server),
                timeout("proxy_read_timeout", block, server));
    }

    private static long timeout(String name, Directive block, Directive server) {
        return NginxSource.first(block.block(), name)
                .or(() -> NginxSource.first(server.block(), name))
                .map(d -> seconds(d.argument()))
                .orElse(TIMEOUT_S);
    }

    /** The name of an upstream that is no address and that no block has: NGINX does not start. */
    private static String lost(List<Upstream> upstreams, List<Host> hosts) {
        for (Host host : hosts) {
            for (Location each : host.locations()) {
                String target = target(each.pass());
                boolean isKnown = upstreams.stream().anyMatch(u -> u.name().equals(target));
                if (!each.pass().isEmpty() && !isKnown && !isAddress(target)) {
                    String name = target.contains(":") ? target.split(":", -1)[0] : target;
                    return "host not found in upstream \"" + name + "\" in " + host.place();
                }
            }
        }
        for (Upstream each : upstreams) {
            for (Backend backend : each.backends()) {
                if (!isAddress(backend.address())) {
                    return "host not found in upstream \"" + backend.address() + "\"";
                }
            }
            if (each.backends().isEmpty()) {
                return "no servers are inside upstream";
            }
        }
        return "";
    }

    private static boolean isAddress(String text) {
        return text.matches("[0-9.]+(:[0-9]+)?") || text.matches("(localhost)(:[0-9]+)?");
    }

    /** {@code api} of {@code http://api/x}. */
    static String target(String pass) {
        String rest = pass.replaceFirst("^https?://", "");
        int slash = rest.indexOf('/');
        return slash < 0 ? rest : rest.substring(0, slash);
    }

    static int portOf(String listen) {
        String first = listen.split(" ", -1)[0];
        return first.startsWith("[") && first.endsWith("]")
                ? Commands.NGINX_PORT
                : first.contains(".") && !first.contains(":")
                        ? Commands.NGINX_PORT
                        : Commands.number(first.substring(first.lastIndexOf(':') + 1));
    }

    /** The ports on which it listens, in order, each once. */
    List<Integer> ports() {
        List<Integer> all = new ArrayList<>();
        for (Host each : hosts) {
            for (String listen : each.listens()) {
                int port = portOf(listen);
                if (!all.contains(port)) {
                    all.add(port);
                }
            }
        }
        return all;
    }

    /** The block that a request to a port with a Host gets: ngx_http_request.c. */
    Optional<Host> host(int port, String wanted) {
        List<Host> there = hosts.stream().filter(h -> h.listensOn(port)).toList();
        for (Host each : there) {
            if (each.names().contains(wanted)) {
                return Optional.of(each);
            }
        }
        return there.stream().filter(Host::isDefault).findFirst().or(() -> first(there));
    }

    private static Optional<Host> first(List<Host> hosts) {
        return hosts.stream().findFirst();
    }

    /** The location with the longest prefix of a path. */
    static Optional<Location> location(Host host, String path) {
        Location best = null;
        for (Location each : host.locations()) {
            boolean isLonger = best == null || each.path().length() > best.path().length();
            if (path.startsWith(each.path()) && isLonger) {
                best = each;
            }
        }
        return Optional.ofNullable(best);
    }

    Optional<Upstream> upstream(String name) {
        return upstreams.stream().filter(u -> u.name().equals(name)).findFirst();
    }
}
