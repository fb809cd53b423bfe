package org.maquete.guest;

import java.util.List;
import java.util.Optional;

/** Which program a command line of a container is, and where it listens. */
final class Commands {

    // 8000: uvicorn main.py, django runserver, gunicorn/config.py
    private static final int WEB_PORT = 8000;
    // 80: docker.io/nginx, conf.d/default.conf; 5432: PostgreSQL 14, postgresql.conf.sample
    static final int NGINX_PORT = 80;
    static final int POSTGRES_PORT = 5432;

    private static final String ANY = "0.0.0.0";
    private static final String LOOPBACK = "127.0.0.1";

    private Commands() {}

    /** The server that the words start, or nothing if they start none that is modelled. */
    static Optional<ServerProcess> process(List<String> words) {
        List<String> plain = plain(words);
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        String program = plain.getFirst().substring(plain.getFirst().lastIndexOf('/') + 1);
        List<String> rest = plain.subList(1, plain.size());
        return switch (program) {
            case "nginx" ->
                    Optional.of(new ServerProcess(ServerProcess.Kind.NGINX, ANY, NGINX_PORT));
            case "postgres" ->
                    Optional.of(new ServerProcess(ServerProcess.Kind.POSTGRES, ANY, POSTGRES_PORT));
            case "uvicorn" -> Optional.of(uvicorn(rest, LOOPBACK));
            case "fastapi" -> Optional.of(uvicorn(rest, rest.contains("run") ? ANY : LOOPBACK));
            case "gunicorn" -> Optional.of(gunicorn(rest));
            case "python", "python3", "manage.py" -> python(rest, program);
            default -> Optional.empty();
        };
    }

    /** Without a shell around it. */
    private static List<String> plain(List<String> words) {
        if (words.size() == 3 && (words.getFirst().endsWith("sh") && words.get(1).endsWith("c"))) {
            String inner = words.get(2).strip();
            String last = inner.substring(inner.lastIndexOf("&&") < 0 ? 0 : lastStart(inner));
            return List.of(last.strip().replaceFirst("^exec ", "").split(" +", -1));
        }
        return words;
    }

    private static int lastStart(String inner) {
        return inner.lastIndexOf("&&") + 2;
    }

    private static ServerProcess uvicorn(List<String> words, String address) {
        return new ServerProcess(
                ServerProcess.Kind.UVICORN,
                option(words, "--host").orElse(address),
                option(words, "--port").map(Commands::number).orElse(WEB_PORT));
    }

    private static ServerProcess gunicorn(List<String> words) {
        String bind =
                option(words, "--bind").or(() -> option(words, "-b")).orElse(LOOPBACK + ":8000");
        boolean isAsgi = words.stream().anyMatch(w -> w.contains("Uvicorn") || w.contains("asgi"));
        return at(isAsgi ? ServerProcess.Kind.UVICORN : ServerProcess.Kind.DJANGO, bind);
    }

    private static Optional<ServerProcess> python(List<String> words, String program) {
        if (words.size() > 1 && words.getFirst().equals("-m")) {
            return process(words.subList(1, words.size()));
        }
        int at = words.indexOf("runserver");
        if (at < 0 || (!program.equals("manage.py") && !words.getFirst().endsWith("manage.py"))) {
            return Optional.empty();
        }
        String where = "";
        for (String each : words.subList(at + 1, words.size())) {
            where = each.startsWith("-") ? where : each;
        }
        return Optional.of(at(ServerProcess.Kind.DJANGO, where));
    }

    /** {@code [address:]port}, as runserver and gunicorn take it. */
    private static ServerProcess at(ServerProcess.Kind kind, String where) {
        int colon = where.lastIndexOf(':');
        String address = colon > 0 ? where.substring(0, colon) : colon == 0 ? ANY : LOOPBACK;
        String port = where.substring(colon + 1);
        return new ServerProcess(
                kind,
                address.equals("0") ? ANY : address,
                port.isEmpty() ? WEB_PORT : number(port));
    }

    private static Optional<String> option(List<String> words, String name) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).equals(name) && i + 1 < words.size()) {
                return Optional.of(words.get(i + 1));
            }
            if (words.get(i).startsWith(name + "=")) {
                return Optional.of(words.get(i).substring(name.length() + 1));
            }
        }
        return Optional.empty();
    }

    /** A port; 0 when it is none. */
    static int number(String text) {
        return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
    }
}
