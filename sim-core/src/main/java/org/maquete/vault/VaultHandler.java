package org.maquete.vault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.maquete.host.StartService;
import org.maquete.juju.JujuView;
import org.maquete.juju.StatusStale;
import org.maquete.juju.UnitHost;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Draws;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.world.World;

/** What the server decides. The type of a refusal is the request, which its client prints. */
final class VaultHandler {

    private static final String BASE62 =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String BASE64 =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final Pattern HEX = Pattern.compile("([0-9a-fA-F]{2})+");
    private static final Pattern ENCODED = Pattern.compile("[A-Za-z0-9+/]*={0,2}");
    // 16 and 33, bytes: vault 1.8 barrier MinMaxKeyLength (AES-GCM keys, one byte of a share)
    private static final int KEY_BYTES_MIN = 16;
    private static final int KEY_BYTES_MAX = 33;
    // 44, characters: 33 bytes in base64; vault 1.8 operator init
    private static final int SHARE_CHARS = 44;
    // 24, characters: vault 1.8 token store
    private static final int TOKEN_CHARS = 24;
    // 255, shares: vault 1.8 SealConfig.Validate
    private static final int SHARES_MAX = 255;

    private VaultHandler() {}

    static void install(InstallVault command, World world, Outcome out) {
        Optional<VaultServer> server =
                world.table(VaultView.SERVERS).find(command.model(), command.unit());
        if (server.isEmpty()) {
            out.fact(
                    new VaultInstalled(
                            command.model(), command.unit(), command.storage(), command.version()));
            JujuView.unit(world, command.model(), command.unit())
                    .flatMap(unit -> UnitHost.of(world, unit))
                    .ifPresent(host -> out.command(new StartService(host, VaultView.SERVICE)));
        } else if (!server.get().initialized()
                && !server.get().storage().equals(command.storage())) {
            out.fact(new StorageConfigured(server.get().key(), command.storage()));
        }
    }

    static void initialize(InitializeVault command, World world, Outcome out) {
        VaultServer server = server(world, command.server());
        String wrong = wrongShares(command.shares(), command.threshold());
        if (server.initialized()) {
            refuse(
                    out,
                    "400",
                    "PUT " + command.address() + "/v1/sys/init",
                    "Vault is already initialized");
            return;
        }
        if (!wrong.isEmpty()) {
            refuse(
                    out,
                    "400",
                    "PUT " + command.address() + "/v1/sys/init",
                    "invalid seal configuration: " + wrong);
            return;
        }
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < command.shares(); i++) {
            Draws draws = out.draws(command.server(), "unseal key", i);
            keys.add(chars(draws, BASE64, SHARE_CHARS));
        }
        Draws root = out.draws(command.server(), "root token", 0);
        out.fact(
                new VaultInitialized(
                        command.server(),
                        command.threshold(),
                        keys,
                        "s." + chars(root, BASE62, TOKEN_CHARS),
                        chars(root, BASE62, TOKEN_CHARS)));
        out.command(new StatusStale(server.model(), server.unit()));
        Storage.letIn(server, false, world, out);
        out.answer(Answer.SILENT);
    }

    static void unseal(UnsealVault command, World world, Outcome out) {
        VaultServer server = server(world, command.server());
        String request = "PUT " + command.address() + "/v1/sys/unseal";
        String wrong = wrongKey(command.key());
        if (!wrong.isEmpty()) {
            refuse(out, "400", request, wrong);
        } else if (!server.initialized()) {
            out.refuse(
                    new Refusal(
                            "400",
                            request,
                            "Vault is not initialized",
                            new Ref("vault", server.unit())));
        } else if (!server.sealed() || server.given().contains(command.key())) {
            out.answer(Answer.SILENT);
        } else if (server.given().size() + 1 < server.threshold()) {
            out.fact(new UnsealKeyGiven(server.key(), command.key()));
            out.answer(Answer.SILENT);
        } else {
            lastKey(server, command.key(), request, world, out);
        }
    }

    private static void lastKey(
            VaultServer server, String key, String request, World world, Outcome out) {
        List<String> given = new ArrayList<>(server.given());
        given.add(key);
        if (server.keys().containsAll(given)) {
            out.fact(new VaultUnsealed(server.key()));
            Storage.letIn(server, true, world, out);
            Storage.look(server, world, out);
            out.answer(Answer.SILENT);
            return;
        }
        String message =
                "failed to decrypt encrypted stored keys: cipher: message authentication failed";
        out.fact(new UnsealFailed(server.key()));
        out.answer(VaultTexts.refused("Error unsealing", Refusal.of("400", message), request));
    }

    static void seal(SealVault command, World world, Outcome out) {
        VaultServer server = server(world, command.server());
        String request = "PUT " + command.address() + "/v1/sys/seal";
        if (mayUse(server, command.token(), request, world, out)) {
            out.fact(new VaultSealed(server.key()));
            Storage.look(server, world, out);
            out.answer(Answer.of("Success! Vault is sealed."));
        }
    }

    static void createToken(CreateToken command, World world, Outcome out) {
        VaultServer server = server(world, command.server());
        String request = "POST " + command.address() + "/v1/auth/token/create";
        if (!mayUse(server, command.token(), request, world, out)) {
            return;
        }
        int tokenCount = VaultView.tokens(world, server).size();
        Draws draws = out.draws(server.key(), "token", tokenCount);
        long parentNs = world.table(VaultView.TOKENS).get(command.token()).expiresNs();
        long expiresNs =
                command.ttlNs() == 0 ? parentNs : Math.min(parentNs, out.now() + command.ttlNs());
        out.fact(
                new TokenCreated(
                        server.key(),
                        "s." + chars(draws, BASE62, TOKEN_CHARS),
                        chars(draws, BASE62, TOKEN_CHARS),
                        expiresNs));
        out.answer(Answer.SILENT);
    }

    static void logIn(LogIn command, World world, Outcome out) {
        VaultServer server = server(world, command.server());
        String request = "GET " + command.address() + "/v1/auth/token/lookup-self";
        if (mayUse(server, command.token(), request, world, out)) {
            out.fact(new LoggedIn(server.key(), command.token()));
            out.answer(Answer.SILENT);
        }
    }

    static void restart(RestartVault command, World world, Outcome out) {
        VaultServer server = server(world, command.server());
        if (server.initialized() && !server.sealed()) {
            out.fact(new VaultSealed(server.key()));
            Storage.look(server, world, out);
        }
    }

    static void authorize(AuthorizeCharm command, World world, Outcome out) {
        VaultServer server = server(world, command.server());
        if (!server.authorized()) {
            out.fact(new CharmAuthorized(server.key()));
            for (VaultServer peer : VaultView.peers(world, server)) {
                out.fact(new CharmAuthorized(peer.key()));
                out.command(new StatusStale(peer.model(), peer.unit()));
            }
        }
    }

    static void generateRootCa(GenerateRootCa command, World world, Outcome out) {
        VaultServer server = server(world, command.server());
        if (server.rootCa().isEmpty()) {
            out.fact(new RootCaGenerated(server.key(), command.pem()));
            for (VaultServer peer : VaultView.peers(world, server)) {
                out.fact(new RootCaGenerated(peer.key(), command.pem()));
                out.command(new StatusStale(peer.model(), peer.unit()));
            }
        }
    }

    /** Whether a token opens the door; refuses and says false when not. */
    private static boolean mayUse(
            VaultServer server, String token, String request, World world, Outcome out) {
        Optional<String> wrong = wrongToken(server, token, world, out.now());
        if (server.sealed()) {
            out.refuse(
                    new Refusal(
                            "503", request, "Vault is sealed", new Ref("vault", server.unit())));
            return false;
        }
        wrong.ifPresent(
                text -> refuse(out, text.startsWith("missing") ? "400" : "403", request, text));
        return wrong.isEmpty();
    }

    private static Optional<String> wrongToken(
            VaultServer server, String token, World world, long nowNs) {
        if (token.isEmpty()) {
            return Optional.of("missing client token");
        }
        return VaultView.isValid(world, server, token, nowNs)
                ? Optional.empty()
                : Optional.of("permission denied");
    }

    private static String wrongShares(int shares, int threshold) {
        if (shares < 1) {
            return "shares must be at least one";
        }
        if (threshold < 1) {
            return "threshold must be at least one";
        }
        if (shares > 1 && threshold == 1) {
            return "threshold must be greater than one for multiple shares";
        }
        if (shares > SHARES_MAX) {
            return "shares must be less than 256";
        }
        return threshold > shares ? "threshold cannot be larger than shares" : "";
    }

    private static String wrongKey(String key) {
        int bytes;
        if (key.isEmpty()) {
            return "'key' must be specified in request body as JSON, or 'reset' set to true";
        } else if (HEX.matcher(key).matches()) {
            bytes = key.length() / 2;
        } else if (key.length() % 4 == 0 && ENCODED.matcher(key).matches()) {
            int padding = key.endsWith("==") ? 2 : key.endsWith("=") ? 1 : 0;
            bytes = key.length() / 4 * 3 - padding;
        } else {
            return "'key' must be a valid hex or base64 string";
        }
        if (bytes < KEY_BYTES_MIN) {
            return "key is shorter than minimum " + KEY_BYTES_MIN + " bytes";
        }
        return bytes > KEY_BYTES_MAX
                ? "key is longer than maximum " + KEY_BYTES_MAX + " bytes"
                : "";
    }

    private static String chars(Draws draws, String alphabet, int count) {
        StringBuilder text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append(alphabet.charAt(draws.below(alphabet.length())));
        }
        return text.toString();
    }

    private static VaultServer server(World world, String key) {
        return world.table(VaultView.SERVERS).get(key);
    }

    private static void refuse(Outcome out, String code, String request, String message) {
        out.refuse(new Refusal(code, request, message, Ref.NONE));
    }
}
