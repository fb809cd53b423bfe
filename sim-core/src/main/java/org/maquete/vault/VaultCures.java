package org.maquete.vault;

import java.util.ArrayList;
import java.util.List;

/** The lines that a person types to bring Vault one step further. */
final class VaultCures {

    static final String INIT = "vault operator init -key-shares=5 -key-threshold=3";
    static final String ROOT_TOKEN = "export VAULT_TOKEN=<initial-root-token>";
    static final String NEW_TOKEN = "vault token create -ttl=10m";
    static final String AUTHORIZE = "juju run vault/leader authorize-charm token=<token>";
    static final String ROOT_CA = "juju run vault/leader generate-root-ca";

    private VaultCures() {}

    static String address(String address) {
        return "export VAULT_ADDR=\"http://" + address + ":8200\"";
    }

    /** As many keys as are still wanted. */
    static String[] unseal(VaultServer server) {
        List<String> lines = new ArrayList<>();
        int first = server.given().size() + 1;
        int last = server.initialized() ? server.threshold() : 3;
        for (int i = first; i <= last; i++) {
            lines.add("vault operator unseal <unseal-key-" + i + ">");
        }
        return lines.toArray(String[]::new);
    }

    /** Token and action. */
    static String[] authorize() {
        return new String[] {ROOT_TOKEN, NEW_TOKEN, AUTHORIZE};
    }

    /** These lines one after the other. */
    static String[] all(String[]... parts) {
        List<String> lines = new ArrayList<>();
        for (String[] part : parts) {
            lines.addAll(List.of(part));
        }
        return lines.toArray(String[]::new);
    }
}
