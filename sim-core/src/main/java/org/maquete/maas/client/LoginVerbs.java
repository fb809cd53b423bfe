package org.maquete.maas.client;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.maas.MaasView;
import org.maquete.maas.ResourceKind;
import org.maquete.tool.Deed;
import org.maquete.tool.Invocation;
import org.maquete.tool.Parsed;
import org.maquete.tool.Rejected;
import org.maquete.tool.Session;
import org.maquete.tool.Verb;
import org.maquete.world.World;

/** The commands of the client itself. */
final class LoginVerbs {

    // MAAS 3.5, maasserver/management/commands/apikey.py; Django puts the class before it
    private static final String NO_USER = "CommandError: User does not exist.";
    private static final int FILL = 70; // <columns>: CPython, textwrap

    private LoginVerbs() {}

    static List<Verb> all() {
        return List.of(
                new Own("login", "maas-profile", LoginVerbs::login),
                new Own("logout", "", LoginVerbs::logout),
                new Own("list", "", LoginVerbs::list),
                new Own("refresh", "", LoginVerbs::refresh),
                new Own("apikey", "", LoginVerbs::apikey));
    }

    /** One of them. */
    private record Own(String name, String creates, Function<List<String>, Parsed> grammar)
            implements Verb {

        @Override
        public String path() {
            return "maas " + name;
        }

        @Override
        public Parsed parse(List<String> arguments) {
            return grammar.apply(arguments);
        }
    }

    /** What such a command does and prints. */
    private record Call(Deed deed, Answer finished) implements Invocation {

        @Override
        public Deed invoke(Session session, World world) {
            return deed;
        }

        @Override
        public Answer done(Answer server, Session session, World world) {
            return finished;
        }

        @Override
        public Answer refused(Refusal refusal, World world) {
            return ApiAnswer.refused(refusal);
        }
    }

    private static Parsed login(List<String> arguments) {
        List<String> words = new ArrayList<>(arguments);
        words.removeIf(word -> word.equals("-k") || word.equals("--insecure"));
        if (words.stream().anyMatch(word -> word.startsWith("-") && word.length() > 1)) {
            return new Parsed.NotModelled("an option of maas login");
        }
        String usage =
                "usage: maas login [-h] [--cacerts CACERTS] [-k]\n"
                        + "                  profile-name url [credentials]";
        if (words.size() < 2) {
            return MaasText.usage(
                    usage,
                    "the following arguments are required: "
                            + (words.isEmpty() ? "profile-name, url" : "url"));
        }
        if (words.size() > 3) {
            return MaasText.usage(
                    "usage: maas [-h] COMMAND ...",
                    "unrecognized arguments: " + String.join(" ", words.subList(3, words.size())));
        }
        return words.size() < 3
                ? new Parsed.NotModelled("maas login that asks for the API key")
                : new Parsed.Right(new Login(words.get(0), apiUrl(words.get(1)), words.get(2)));
    }

    /** MAAS 3.5, maascli/utils.py, api_url. */
    private static String apiUrl(String typed) {
        String url = typed.endsWith("/") ? typed : typed + "/";
        return url.contains("/api/") ? url : url + "api/2.0/";
    }

    /** The login, which looks at the key and at who answers at the address. */
    private record Login(String profile, String url, String typed) implements Invocation {

        @Override
        public Deed invoke(Session session, World world) {
            String key = typed.equals("-") ? session.stdin().strip() : typed;
            if (key.split(":", -1).length != 3) {
                return complain(
                        world,
                        "Malformed credentials string.  Expected 3 colon-separated items, got '"
                                + key
                                + "'.",
                        new Ref("maas-key", key));
            }
            String host = host();
            String region = MaasView.subnet(world).map(s -> s.region()).orElse("");
            boolean answers =
                    host.equals("localhost")
                            || host.equals("127.0.0.1")
                            || region.isEmpty()
                            || host.equals(region);
            if (!answers) {
                // GUESS: what the system says about an address where nobody is
                return complain(world, "[Errno 113] No route to host", new Ref("maas", host));
            }
            return new Deed.Ask(new SaveProfile(profile, url, key));
        }

        private String host() {
            String rest = url.substring(url.indexOf("//") + 2);
            String authority = rest.substring(0, rest.indexOf('/'));
            int colon = authority.indexOf(':');
            return colon < 0 ? authority : authority.substring(0, colon);
        }

        private static Deed complain(World world, String message, Ref missed) {
            return new Deed.Reject(
                    new Rejected(
                            Refusal.of("login", message).missing(missed),
                            MaasText.complaint(MaasText.help(world), message)));
        }

        @Override
        public Answer done(Answer server, Session session, World world) {
            String text =
                    "You are now logged in to the MAAS server at "
                            + url
                            + " with the profile name '"
                            + profile
                            + "'.";
            return Answer.of(
                    "\n"
                            + String.join("\n", MaasText.fill(text, FILL))
                            + "\n\nFor help with the available commands, try:\n\n  maas "
                            + profile
                            + " --help\n\n");
        }

        @Override
        public Answer refused(Refusal refusal, World world) {
            return ApiAnswer.refused(refusal);
        }
    }

    private static Parsed logout(List<String> words) {
        return words.size() != 1
                ? MaasText.usage(
                        "usage: maas logout [-h] profile-name",
                        "the following arguments are required: profile-name")
                : new Parsed.Right(
                        new Call(new Deed.Ask(new RemoveProfile(words.getFirst())), Answer.SILENT));
    }

    private static Parsed list(List<String> words) {
        return new Parsed.Right(
                new Invocation() {
                    @Override
                    public Deed invoke(Session session, World world) {
                        StringBuilder text = new StringBuilder();
                        for (Profile each : ProfileTables.all(world)) {
                            text.append(each.name())
                                    .append(' ')
                                    .append(each.url())
                                    .append(' ')
                                    .append(each.credentials())
                                    .append('\n');
                        }
                        return new Deed.Say(Answer.of(text.toString()));
                    }

                    @Override
                    public Answer refused(Refusal refusal, World world) {
                        return ApiAnswer.refused(refusal);
                    }
                });
    }

    private static Parsed refresh(List<String> words) {
        return new Parsed.Printed(Answer.SILENT);
    }

    private static Parsed apikey(List<String> words) {
        String first = words.isEmpty() ? "" : words.getFirst();
        boolean joined = words.size() == 1 && first.startsWith("--username=");
        boolean apart = words.size() == 2 && first.equals("--username");
        if (!joined && !apart) {
            return new Parsed.NotModelled("maas apikey with other options than --username");
        }
        String user = apart ? words.getLast() : first.substring(first.indexOf('=') + 1);
        return new Parsed.Right(
                new Invocation() {
                    @Override
                    public Deed invoke(Session session, World world) {
                        boolean known =
                                user.equals(Users.ADMIN)
                                        || MaasView.resource(world, ResourceKind.USER, user)
                                                .isPresent();
                        return known
                                ? new Deed.Say(Answer.of(ApiKey.text(user)))
                                : new Deed.Reject(
                                        new Rejected(
                                                Refusal.of("apikey", NO_USER),
                                                Answer.failed(1, NO_USER + "\n")));
                    }

                    @Override
                    public Answer refused(Refusal refusal, World world) {
                        return ApiAnswer.refused(refusal);
                    }
                });
    }
}
