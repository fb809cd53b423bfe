package org.maquete.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.maquete.kernel.SimTime;

/** {@code curl} 7.81 of Ubuntu 22.04: its flags and its words. */
final class Curl {

    private String url = "";
    private String host = "";
    private String output = "";
    private String format = "";
    private String notModelled = "";
    private double maxS;
    private double connectS;
    private boolean isSilent;
    private boolean showsErrors;
    private boolean fails;
    private boolean isHead;
    private boolean shows;
    private boolean isPost;

    private Curl() {}

    /** What becomes of the words: an answer, or what is not modelled. */
    record Done(Result result, List<Fault> faults) {}

    static Curl read(List<String> rest) {
        Curl curl = new Curl();
        for (int i = 0; i < rest.size(); i++) {
            String word = rest.get(i);
            String next = i + 1 < rest.size() ? rest.get(i + 1) : "";
            if (!word.startsWith("-")) {
                curl.url = word;
            } else if (curl.valued(word, next)) {
                i++;
            } else if (word.startsWith("--") || word.length() == 2) {
                curl.flag(word);
            } else {
                for (char each : word.substring(1).toCharArray()) {
                    curl.flag("-" + each);
                }
            }
        }
        return curl;
    }

    private boolean valued(String word, String next) {
        switch (word) {
            case "-o", "--output" -> output = next;
            case "-w", "--write-out" -> format = next;
            case "-m", "--max-time" -> maxS = number(next);
            case "--connect-timeout" -> connectS = number(next);
            case "-X", "--request" -> isPost = next.equals("POST");
            case "-d", "--data" -> isPost = true;
            case "-H", "--header" -> {
                if (next.toLowerCase(Locale.ROOT).startsWith("host:")) {
                    host = next.substring(5).strip();
                }
            }
            case "--retry", "--retry-delay", "-A", "--user-agent" -> notModelled = "curl " + word;
            default -> {
                return false;
            }
        }
        return true;
    }

    private static double number(String text) {
        return text.matches("[0-9]{1,6}(\\.[0-9]{1,3})?") ? Double.parseDouble(text) : 0;
    }

    private void flag(String word) {
        switch (word) {
            case "-s", "--silent" -> isSilent = true;
            case "-S", "--show-error" -> showsErrors = true;
            case "-f", "--fail" -> fails = true;
            case "-I", "--head" -> isHead = true;
            case "-i", "--include" -> shows = true;
            case "-L", "--location", "-k", "--insecure", "-4" -> {}
            default -> notModelled = "curl " + word;
        }
    }

    /** Whether it asks by HTTP for an address, or a name without a dot. */
    boolean isPlain() {
        String name = address();
        return !url.startsWith("https:")
                && (Connections.isAddress(name) || name.equals("localhost") || !name.contains("."))
                && !name.isEmpty();
    }

    private String authority() {
        String rest = url.replaceFirst("^http://", "");
        int slash = rest.indexOf('/');
        return slash < 0 ? rest : rest.substring(0, slash);
    }

    String address() {
        return authority().split(":", -1)[0];
    }

    private int port() {
        String authority = authority();
        int colon = authority.indexOf(':');
        return colon < 0 ? 80 : Commands.number(authority.substring(colon + 1));
    }

    private String path() {
        String rest = url.replaceFirst("^http://", "");
        int slash = rest.indexOf('/');
        return slash < 0 ? "/" : rest.substring(slash);
    }

    /** In a guest: files that come from the Internet are there afterwards. */
    static Result inGuest(Call call, String folder) {
        Curl curl = read(call.rest());
        if (curl.isPlain()) {
            Done done = curl.send(call.site(), call.inside().connections(), call.server());
            if (!curl.output.isEmpty() && done.result().ok() && !curl.output.startsWith("/dev/")) {
                String path = call.inside().path(curl.output, folder);
                call.site().write(call.server(), path, done.result().stdout());
            }
            return done.result();
        }
        if (curl.output.isEmpty()) {
            return Result.notModelled("curl " + curl.url + " in a guest");
        }
        var why = call.inside().connections().internet(call.server());
        if (why.isPresent()) {
            call.site().met(why.get());
            return Result.failed(
                            28,
                            "curl: (28) Failed to connect to "
                                    + curl.address()
                                    + " port 443 after "
                                    + millis(Connections.CONNECT_TIMEOUT_NS)
                                    + " ms: Connection timed out")
                    .took(Connections.CONNECT_TIMEOUT_NS);
        }
        String path = call.inside().path(curl.output, folder);
        call.site().write(call.server(), path, "\u2039content of " + curl.url + "\u203a\n");
        return Result.SILENT.took(SimTime.SECOND); // GUESS: a small file
    }

    /** Sends the request; what went wrong is told to the site. */
    Done send(Site site, Connections connections, String from) {
        if (!notModelled.isEmpty()) {
            return new Done(Result.notModelled(notModelled), List.of());
        }
        String name = host.isEmpty() ? address() : host;
        Request request = new Request(address(), port(), path(), name, !isPost);
        Reply reply =
                new Requests(site, connections)
                        .send(new Asker(from, java.util.Optional.empty()), request);
        List<Fault> faults = distinct(reply.faults());
        boolean isGood = reply.isAnswered() && reply.status() < 400;
        faults.forEach(f -> site.met(isGood && f.cause() != Cause.DEFAULT_PAGE ? f.borne() : f));
        return new Done(print(reply), faults);
    }

    private static List<Fault> distinct(List<Fault> all) {
        List<Fault> once = new ArrayList<>();
        for (Fault each : all) {
            boolean isThere = false;
            for (Fault other : once) {
                isThere |= other.words().equals(each.words());
            }
            if (!isThere) {
                once.add(each);
            }
        }
        return once;
    }

    private static String millis(long ns) {
        return String.valueOf(ns / SimTime.MILLISECOND);
    }

    private Result print(Reply reply) {
        String target = address() + " port " + port();
        long limitNs = limitNs(reply);
        if (limitNs > 0 && reply.tookNs() > limitNs) {
            return late(reply, limitNs);
        }
        return switch (reply.ending()) {
            case ANSWERED -> answered(reply);
            case REFUSED ->
                    failed(
                            7,
                            "Failed to connect to " + target + " after 0 ms: Connection refused",
                            reply);
            case TIMED_OUT ->
                    failed(
                            28,
                            "Failed to connect to "
                                    + target
                                    + " after "
                                    + millis(reply.tookNs())
                                    + " ms: Connection timed out",
                            reply);
            case NO_ROUTE ->
                    failed(
                            7,
                            "Failed to connect to "
                                    + target
                                    + " after "
                                    + millis(reply.tookNs())
                                    + " ms: No route to host",
                            reply);
            case RESET -> failed(56, "Recv failure: Connection reset by peer", reply);
            case EMPTY -> failed(52, "Empty reply from server", reply);
            case NOT_HTTP -> failed(1, "Received HTTP/0.9 when not allowed", reply);
            case NO_NAME -> failed(6, "Could not resolve host: " + address(), reply);
            case NOT_MODELLED -> Result.notModelled("what answers at " + url);
        };
    }

    private long limitNs(Reply reply) {
        double most = maxS;
        boolean isConnecting = !reply.isAnswered();
        if (connectS > 0 && isConnecting && (most == 0 || connectS < most)) {
            most = connectS;
        }
        return (long) (most * SimTime.SECOND);
    }

    private Result late(Reply reply, long limitNs) {
        String after = millis(limitNs + SimTime.MILLISECOND) + " milliseconds";
        String text =
                reply.isAnswered()
                        ? "Operation timed out after " + after + " with 0 bytes received"
                        : "Connection timed out after " + after;
        Result result = failed(28, text, reply);
        return new Result(result.stdout(), result.stderr(), 28, limitNs, "");
    }

    private Result failed(int exit, String text, Reply reply) {
        boolean isQuiet = isSilent && !showsErrors;
        String written = format.replace("%{http_code}", "000").replace("\\n", "\n");
        String error = isQuiet ? "" : "curl: (" + exit + ") " + text + "\n";
        return new Result(written, error, exit, reply.tookNs(), "");
    }

    private Result answered(Reply reply) {
        if (fails && reply.status() >= 400) {
            String title = "The requested URL returned error: " + reply.status();
            return failed(22, title, reply);
        }
        StringBuilder text = new StringBuilder();
        if (isHead || shows) {
            text.append("HTTP/1.1 ").append(NginxPages.title(reply.status())).append("\r\n");
            text.append("Server: ").append(reply.server()).append("\r\n\r\n");
        }
        if (!isHead && output.isEmpty()) {
            text.append(reply.body());
        }
        text.append(
                format.replace("%{http_code}", String.valueOf(reply.status()))
                        .replace("\\n", "\n"));
        return new Result(text.toString(), "", 0, reply.tookNs(), "");
    }

    String url() {
        return url;
    }
}
