package org.maquete.vault;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Refusal;
import org.maquete.kernel.SimTime;
import org.maquete.tool.Deed;
import org.maquete.tool.Invocation;
import org.maquete.tool.Parsed;
import org.maquete.tool.Session;
import org.maquete.tool.Verb;
import org.maquete.world.World;

/** The verbs of the client that are modelled. */
final class VaultVerbs {

    private static final Pattern DURATION = Pattern.compile("([0-9]+)(s|m|h|d)?");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");
    private static final String LOGGED_IN =
            """
            Success! You are now authenticated. The token information displayed below
            is already stored in the token helper. You do NOT need to run "vault login"
            again. Future Vault requests will automatically use this token.

            """;

    private VaultVerbs() {}

    /** A verb's path and its grammar. */
    private record VaultVerb(String path, String creates, Grammar grammar) implements Verb {
        @Override
        public Parsed parse(List<String> arguments) {
            return grammar.parse(arguments);
        }
    }

    private interface Grammar {
        Parsed parse(List<String> arguments);
    }

    static List<Verb> all() {
        return List.of(
                new VaultVerb("vault status", "", VaultVerbs::status),
                new VaultVerb("vault operator init", "vault", VaultVerbs::init),
                new VaultVerb("vault operator unseal", "", VaultVerbs::unseal),
                new VaultVerb("vault operator seal", "", VaultVerbs::seal),
                new VaultVerb("vault token create", "", VaultVerbs::createToken),
                new VaultVerb("vault login", "", VaultVerbs::login));
    }

    private static Parsed init(List<String> words) {
        VaultFlags flags =
                new VaultFlags(words, List.of("key-shares", "n", "key-threshold", "t", "format"));
        String shares = flags.value("key-shares", flags.value("n", "5"));
        String threshold = flags.value("key-threshold", flags.value("t", "3"));
        String error = flags.error(0, 0);
        if (error.isEmpty() && !NUMBER.matcher(shares).matches()) {
            error = invalid(shares, "key-shares");
        }
        if (error.isEmpty() && !NUMBER.matcher(threshold).matches()) {
            error = invalid(threshold, "key-threshold");
        }
        if (!error.isEmpty()) {
            return VaultFlags.wrong(error);
        }
        boolean json = flags.value("format", "table").equals("json");
        return new Parsed.Right(
                new VaultCall(
                        "Error initializing",
                        "PUT /v1/sys/init",
                        (to, _) ->
                                new InitializeVault(
                                        to.server().key(),
                                        to.url(),
                                        Integer.parseInt(shares),
                                        Integer.parseInt(threshold)),
                        (server, _) ->
                                Answer.of(
                                        json
                                                ? VaultTexts.initJson(server)
                                                : VaultTexts.init(server))));
    }

    private static Parsed unseal(List<String> words) {
        VaultFlags flags = new VaultFlags(words, List.of("format"));
        String error = flags.error(0, 1);
        if (!error.isEmpty()) {
            return VaultFlags.wrong(error);
        }
        if (flags.arguments().isEmpty()) {
            return new Parsed.NotModelled("vault operator unseal that asks for the key");
        }
        String key = flags.arguments().getFirst();
        return new Parsed.Right(
                new VaultCall(
                        "Error unsealing",
                        "PUT /v1/sys/unseal",
                        (to, _) -> new UnsealVault(to.server().key(), to.url(), key),
                        (server, _) -> Answer.of(statusText(server))));
    }

    private static Parsed seal(List<String> words) {
        String error = new VaultFlags(words, List.of()).error(0, 0);
        return !error.isEmpty()
                ? VaultFlags.wrong(error)
                : new Parsed.Right(
                        new VaultCall(
                                "Error sealing",
                                "PUT /v1/sys/seal",
                                (to, token) -> new SealVault(to.server().key(), to.url(), token),
                                (_, _) -> Answer.SILENT));
    }

    private static Parsed createToken(List<String> words) {
        VaultFlags flags = new VaultFlags(words, List.of("ttl", "format"));
        String error = flags.error(0, 0);
        String ttl = flags.value("ttl", "0");
        Matcher duration = DURATION.matcher(ttl);
        if (error.isEmpty() && !duration.matches()) {
            error =
                    "invalid value \""
                            + ttl
                            + "\" for flag -ttl: time: invalid duration \""
                            + ttl
                            + "\"";
        }
        if (!error.isEmpty()) {
            return VaultFlags.wrong(error);
        }
        if (!flags.value("format", "table").equals("table")) {
            return new Parsed.NotModelled("vault token create -format");
        }
        long ttlNs = nanoseconds(duration);
        return new Parsed.Right(
                new VaultCall(
                        "Error creating token",
                        "POST /v1/auth/token/create",
                        (to, token) -> new CreateToken(to.server().key(), to.url(), token, ttlNs),
                        (server, world) -> Answer.of(lastToken(server, world, ttlNs))));
    }

    private static Parsed login(List<String> words) {
        VaultFlags flags = new VaultFlags(words, List.of());
        String error = flags.error(0, 1);
        if (!error.isEmpty()) {
            return VaultFlags.wrong(error);
        }
        if (flags.arguments().isEmpty()) {
            return new Parsed.NotModelled("vault login that asks for the token");
        }
        String token = flags.arguments().getFirst();
        return new Parsed.Right(
                new VaultCall(
                        "Error authenticating: error looking up token",
                        "GET /v1/auth/token/lookup-self",
                        (to, _) -> new LogIn(to.server().key(), to.url(), token),
                        (_, world) ->
                                Answer.of(
                                        LOGGED_IN
                                                + VaultTexts.token(
                                                        world.table(VaultView.TOKENS).get(token),
                                                        0))));
    }

    private static Parsed status(List<String> words) {
        String error = new VaultFlags(words, List.of()).error(0, 0);
        return !error.isEmpty() ? VaultFlags.wrong(error) : new Parsed.Right(new StatusQuery());
    }

    /** {@code vault status}: exit status 2 while it is sealed. */
    private record StatusQuery() implements Invocation {
        @Override
        public Deed invoke(Session session, World world) {
            return VaultCall.connected(
                    "Error checking seal status",
                    "GET /v1/sys/seal-status",
                    session,
                    world,
                    reached ->
                            new Deed.Say(
                                    new Answer(
                                            statusText(reached.server()),
                                            "",
                                            reached.server().sealed() ? 2 : 0)));
        }

        @Override
        public Answer refused(Refusal refusal, World world) {
            return VaultTexts.refused("Error checking seal status", refusal, refusal.type());
        }
    }

    private static String statusText(VaultServer server) {
        String nonce = VaultTexts.nonce(server);
        return VaultTexts.status(server, nonce, nonce);
    }

    private static String lastToken(VaultServer server, World world, long ttlNs) {
        List<VaultToken> tokens = VaultView.tokens(world, server);
        VaultToken last = tokens.getLast();
        boolean forEver = last.expiresNs() == Long.MAX_VALUE;
        return VaultTexts.token(last, forEver ? 0 : last.expiresNs() - ttlNs);
    }

    private static long nanoseconds(Matcher duration) {
        long count = Long.parseLong(duration.group(1));
        return switch (Optional.ofNullable(duration.group(2)).orElse("s")) {
            case "m" -> count * SimTime.MINUTE;
            case "h" -> count * SimTime.HOUR;
            case "d" -> count * 24 * SimTime.HOUR;
            default -> count * SimTime.SECOND;
        };
    }

    private static String invalid(String value, String flag) {
        return "invalid value \""
                + value
                + "\" for flag -"
                + flag
                + ": strconv.ParseInt: parsing \""
                + value
                + "\": invalid syntax";
    }
}
