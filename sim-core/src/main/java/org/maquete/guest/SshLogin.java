package org.maquete.guest;

import java.util.ArrayList;
import java.util.List;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Refusal;
import org.maquete.tool.Deed;
import org.maquete.tool.Invocation;
import org.maquete.tool.Parsed;
import org.maquete.tool.RemoteLogin;
import org.maquete.tool.Session;
import org.maquete.world.World;

/** {@code ssh} to a server of the cloud: OpenSSH 8.9 of Ubuntu 22.04. */
final class SshLogin implements RemoteLogin {

    private static final List<String> VALUED =
            List.of(
                    "-i", "-o", "-p", "-l", "-F", "-c", "-e", "-m", "-b", "-E", "-W", "-L", "-R",
                    "-D");

    private final Login login;

    SshLogin(Wire wire) {
        login = new Login(wire);
    }

    @Override
    public Parsed read(List<String> words) {
        return parse(words);
    }

    private Parsed parse(List<String> words) {
        List<String> hosts = new ArrayList<>();
        String user = "ubuntu";
        int at = 1;
        for (; at < words.size() && words.get(at).startsWith("-"); at++) {
            String word = words.get(at);
            String next = at + 1 < words.size() ? words.get(at + 1) : "";
            if (word.equals("-J")) {
                hosts.addAll(List.of(next.split(",", -1)));
                at++;
            } else if (word.matches("-[LRDW]")) {
                return new Parsed.NotModelled("ssh " + word);
            } else if (word.equals("-o") && next.startsWith("ProxyJump=")) {
                hosts.addAll(List.of(next.substring(10).split(",", -1)));
                at++;
            } else if (VALUED.contains(word)) {
                user = word.equals("-l") ? next : user;
                at++;
            }
        }
        if (at >= words.size()) {
            return new Parsed.NotModelled("ssh");
        }
        hosts.add(words.get(at));
        String script = String.join(" ", words.subList(at + 1, words.size()));
        if (words.stream().anyMatch(w -> w.matches("-[LRDW]"))) {
            return new Parsed.NotModelled("ssh -L");
        }
        return new Parsed.Right(new Asked(login, Login.withUser(hosts, user), script));
    }

    /** A line that was understood. */
    private record Asked(Login login, List<String> hosts, String command) implements Invocation {

        @Override
        public Deed invoke(Session session, World world) {
            String script = command.isEmpty() ? session.stdin() : command;
            if (!Connections.isAddress(Login.address(hosts.getLast())) || isUnknown(script)) {
                return new Deed.NotModelled("ssh to " + Login.address(hosts.getLast()));
            }
            // all of it or nothing: a line of which a part is not modelled changes nothing
            Login.Done done = login.run(world, session.nowNs(), hosts, script);
            Result result = done.result();
            if (!result.notModelled().isEmpty()) {
                return new Deed.NotModelled("ssh: " + result.notModelled());
            }
            if (result.ok() && script.isBlank()) {
                return new Deed.NotModelled("ssh without a command: what is typed there");
            }
            if (result.tookNs() == 0 && done.site().allFacts().isEmpty()) {
                return new Deed.Say(new Answer(result.stdout(), result.stderr(), result.exit()));
            }
            return new Deed.Ask(new RunInGuest(hosts, script));
        }

        /** One word of which nothing is known: its way through the network is not followed. */
        private static boolean isUnknown(String script) {
            return script.strip().equals("uptime");
        }

        @Override
        public Answer refused(Refusal refusal, World world) {
            return Answer.failed(255, refusal.message());
        }
    }
}
