package org.maquete.vault;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Draws;
import org.maquete.kernel.Refusal;
import org.maquete.kernel.SimTime;

/** What the client of Vault 1.8 prints. */
final class VaultTexts {

    // 5 and 3: vault 1.8 operator init prints its defaults for the recovery keys it did not make
    private static final String RECOVERY =
            """
              "recovery_keys_b64": [],
              "recovery_keys_hex": [],
              "recovery_keys_shares": 5,
              "recovery_keys_threshold": 3,
            """;

    private record Line(String key, String value) {}

    private VaultTexts() {}

    /** An error of the server. */
    static Answer refused(String doing, Refusal refusal, String request) {
        return Answer.failed(
                2,
                doing
                        + ": Error making API request.\n\nURL: "
                        + request
                        + "\nCode: "
                        + refusal.code()
                        + ". Errors:\n\n* "
                        + refusal.message());
    }

    /** What {@code operator init} shows once. */
    static String init(VaultServer server) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < server.keys().size(); i++) {
            text.append("Unseal Key ").append(i + 1).append(": ");
            text.append(server.keys().get(i)).append('\n');
        }
        int shares = server.keys().size();
        int threshold = server.threshold();
        text.append("\nInitial Root Token: ").append(server.rootToken()).append("\n\n");
        text.append(
                wrapped(
                        "Vault initialized with "
                                + shares
                                + " key shares and a key threshold of "
                                + threshold
                                + ". Please securely distribute the key shares printed"
                                + " above. When the Vault is re-sealed, restarted, or stopped, you"
                                + " must supply at least "
                                + threshold
                                + " of these keys to unseal"
                                + " it before it can start servicing requests."));
        text.append('\n');
        text.append(
                wrapped(
                        "Vault does not store the generated master key. Without at least "
                                + threshold
                                + " key to reconstruct the master key, Vault will"
                                + " remain permanently sealed!"));
        text.append('\n');
        text.append(
                wrapped(
                        "It is possible to generate new unseal keys, provided you have a quorum of"
                                + " existing unseal keys shares. See \"vault operator rekey\" for"
                                + " more information."));
        return text.toString();
    }

    /** The same for {@code -format=json}. */
    static String initJson(VaultServer server) {
        String base64 =
                server.keys().stream()
                        .map(key -> "    \"" + key + "\"")
                        .collect(Collectors.joining(",\n"));
        String hex =
                server.keys().stream()
                        .map(key -> HexFormat.of().formatHex(Base64.getDecoder().decode(key)))
                        .map(key -> "    \"" + key + "\"")
                        .collect(Collectors.joining(",\n"));
        return "{\n  \"unseal_keys_b64\": [\n"
                + base64
                + "\n  ],\n  \"unseal_keys_hex\": [\n"
                + hex
                + "\n  ],\n  \"unseal_shares\": "
                + server.keys().size()
                + ",\n  \"unseal_threshold\": "
                + server.threshold()
                + ",\n"
                + RECOVERY
                + "  \"root_token\": \""
                + server.rootToken()
                + "\"\n}\n";
    }

    /** What {@code status} and {@code operator unseal} print. */
    static String status(VaultServer server, String nonce, String clusterId) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("Seal Type", "shamir"));
        lines.add(new Line("Initialized", Boolean.toString(server.initialized())));
        lines.add(new Line("Sealed", Boolean.toString(server.sealed())));
        lines.add(new Line("Total Shares", Integer.toString(server.keys().size())));
        lines.add(new Line("Threshold", Integer.toString(server.threshold())));
        if (server.sealed()) {
            String progress = server.given().size() + "/" + server.threshold();
            lines.add(new Line("Unseal Progress", progress));
            lines.add(new Line("Unseal Nonce", server.given().isEmpty() ? "n/a" : nonce));
        }
        lines.add(new Line("Version", server.version()));
        lines.add(new Line("Storage Type", server.storage()));
        if (!server.sealed()) {
            lines.add(new Line("Cluster Name", "vault-cluster-" + clusterId.substring(0, 8)));
            lines.add(new Line("Cluster ID", clusterId));
        }
        lines.add(new Line("HA Enabled", Boolean.toString(server.storage().equals("raft"))));
        return table(lines);
    }

    /** What {@code token create} and {@code login} print of a token. */
    static String token(VaultToken token, long createdNs) {
        boolean forEver = token.expiresNs() == Long.MAX_VALUE;
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("token", token.token()));
        lines.add(new Line("token_accessor", token.accessor()));
        lines.add(
                new Line(
                        "token_duration", forEver ? "∞" : duration(token.expiresNs() - createdNs)));
        lines.add(new Line("token_renewable", Boolean.toString(!forEver)));
        lines.add(new Line("token_policies", "[\"root\"]"));
        lines.add(new Line("identity_policies", "[]"));
        lines.add(new Line("policies", "[\"root\"]"));
        return table(lines);
    }

    /** {@code 1h30m} for ninety minutes, seconds only when there are some. */
    static String duration(long ns) {
        long seconds = ns / SimTime.SECOND;
        String text = "";
        if (seconds >= 3600) {
            text += seconds / 3600 + "h";
        }
        if (seconds % 3600 >= 60) {
            text += seconds % 3600 / 60 + "m";
        }
        return seconds % 60 > 0 || text.isEmpty() ? text + seconds % 60 + "s" : text;
    }

    private static String table(List<Line> lines) {
        int width = lines.stream().mapToInt(line -> line.key().length()).max().orElse(0) + 4;
        StringBuilder text = new StringBuilder();
        List<Line> all =
                new ArrayList<>(List.of(new Line("Key", "Value"), new Line("---", "-----")));
        all.addAll(lines);
        for (Line line : all) {
            text.append(line.key()).append(" ".repeat(width - line.key().length()));
            text.append(line.value()).append('\n');
        }
        return text.toString();
    }

    /** Lines of at most 78 characters, as the client wraps its prose. */
    private static String wrapped(String prose) {
        // 78, characters: vault 1.8 command/base_helpers.go maxLineLength
        int lineMax = 78;
        StringBuilder text = new StringBuilder();
        int column = 0;
        for (String word : prose.split(" ", -1)) {
            if (column > 0 && column + 1 + word.length() > lineMax) {
                text.append('\n');
                column = 0;
            }
            if (column > 0) {
                text.append(' ');
                column++;
            }
            text.append(word);
            column += word.length();
        }
        return text.append('\n').toString();
    }

    /** A nonce and a cluster's name follow from the service alone. */
    static String nonce(VaultServer server) {
        return Draws.of(
                        0,
                        "vault",
                        server.key() + server.rootToken(),
                        "unseal nonce",
                        server.sealings())
                .uuid();
    }
}
