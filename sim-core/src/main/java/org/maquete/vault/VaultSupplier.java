package org.maquete.vault;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.maquete.tool.Supplier;
import org.maquete.world.World;

/** Keys, tokens and the address that a person would copy from what Vault and Juju have printed. */
final class VaultSupplier implements Supplier {

    @Override
    public Optional<String> supply(String placeholder, List<String> words, World world) {
        List<VaultServer> servers = VaultView.servers(world);
        if (servers.isEmpty() || words.isEmpty()) {
            return Optional.empty();
        }
        VaultServer server =
                servers.stream()
                        .filter(one -> one.initialized() && one.sealed())
                        .findFirst()
                        .orElse(servers.getFirst());
        return text(placeholder.toLowerCase(Locale.ROOT), words, server, world)
                .filter(found -> !found.isEmpty());
    }

    private static Optional<String> text(
            String placeholder, List<String> words, VaultServer server, World world) {
        String last = words.getLast();
        if (words.contains("vault") && words.contains("unseal")) {
            return key(placeholder, server);
        }
        boolean isRoot = placeholder.contains("root") && placeholder.contains("token");
        boolean isLogin = words.contains("vault") && words.contains("login");
        if (last.startsWith("VAULT_TOKEN=") || isRoot || isLogin) {
            return Optional.of(server.rootToken());
        }
        if (words.contains("authorize-charm")) {
            return Optional.of(VaultView.tokens(world, server))
                    .filter(tokens -> !tokens.isEmpty())
                    .map(tokens -> tokens.getLast().token());
        }
        boolean isAddress =
                placeholder.contains("vault")
                        && (placeholder.contains("ip") || placeholder.contains("addr"));
        return last.startsWith("VAULT_ADDR=") || isAddress
                ? Optional.of(VaultView.address(world, server))
                : Optional.empty();
    }

    /** The key with the number in the placeholder, or the next one that was not given yet. */
    private static Optional<String> key(String placeholder, VaultServer server) {
        String digits = placeholder.replaceAll("[^0-9]", "");
        List<String> unused =
                server.keys().stream().filter(key -> !server.given().contains(key)).toList();
        if (!digits.isEmpty() && digits.length() < 4) {
            int number = Integer.parseInt(digits);
            if (number >= 1 && number <= server.keys().size()) {
                String key = server.keys().get(number - 1);
                if (unused.contains(key)) {
                    return Optional.of(key);
                }
            }
        }
        return unused.stream().findFirst();
    }
}
