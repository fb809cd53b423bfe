package org.maquete.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.kernel.Answer;
import org.maquete.kernel.SimTime;

class VaultClientTest {

    private final ToyJuju toy = new ToyJuju();

    @Test
    void initShowsKeysAndTokenOnceAndWrapsItsProse() {
        String text = toy.type("vault operator init -key-shares=5 -key-threshold=3").stdout();

        assertThat(text.lines().limit(5)).allMatch(line -> line.matches("Unseal Key [1-5]: .{44}"));
        assertThat(text.lines().skip(6).findFirst().orElseThrow())
                .matches("Initial Root Token: s\\.[0-9A-Za-z]{24}");
        assertThat(text)
                .endsWith(
                        """

                        Vault initialized with 5 key shares and a key threshold of 3. Please \
                        securely
                        distribute the key shares printed above. When the Vault is re-sealed,
                        restarted, or stopped, you must supply at least 3 of these keys to unseal it
                        before it can start servicing requests.

                        Vault does not store the generated master key. Without at least 3 key to
                        reconstruct the master key, Vault will remain permanently sealed!

                        It is possible to generate new unseal keys, provided you have a quorum of
                        existing unseal keys shares. See "vault operator rekey" for more \
                        information.
                        """);
    }

    @Test
    void initTwiceIsRefused() {
        toy.type("vault operator init");

        assertThat(toy.type("vault operator init"))
                .isEqualTo(
                        Answer.failed(
                                2,
                                """
                                Error initializing: Error making API request.

                                URL: PUT http://172.16.0.103:8200/v1/sys/init
                                Code: 400. Errors:

                                * Vault is already initialized
                                """));
    }

    @Test
    void initPrintsJson() {
        String json = toy.type("vault operator init -n 1 -t 1 -format=json").stdout();

        assertThat(json).contains("\"unseal_shares\": 1,").contains("\"root_token\": \"s.");
    }

    @Test
    void threeOfFiveKeysOpenIt() {
        toy.type("vault operator init");
        List<String> keys = toy.server().keys();

        String first = toy.type("vault operator unseal " + keys.get(0)).stdout();
        toy.type("vault operator unseal " + keys.get(0));
        toy.type("vault operator unseal " + keys.get(3));
        String last = toy.type("vault operator unseal " + keys.get(1)).stdout();

        assertThat(first.replaceAll("Nonce      .*", "Nonce      X"))
                .isEqualTo(
                        """
                        Key                Value
                        ---                -----
                        Seal Type          shamir
                        Initialized        true
                        Sealed             true
                        Total Shares       5
                        Threshold          3
                        Unseal Progress    1/3
                        Unseal Nonce      X
                        Version            1.8.8
                        Storage Type       raft
                        HA Enabled         true
                        """);
        assertThat(last).contains("Sealed          false").doesNotContain("Unseal Progress");
    }

    @Test
    void keysThatDoNotFitAreForgotten() {
        toy.type("vault operator init");
        toy.type("vault operator unseal " + toy.server().keys().get(0));
        toy.type("vault operator unseal " + toy.server().keys().get(1));

        Answer answer = toy.type("vault operator unseal " + "A".repeat(44));

        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.stderr()).contains("cipher: message authentication failed");
        assertThat(toy.server().given()).isEmpty();
    }

    @Test
    void aPlaceholderIsNoKey() {
        toy.type("vault operator init");

        assertThat(toy.type("vault operator unseal XXX").stderr())
                .endsWith("* 'key' must be a valid hex or base64 string\n");
        assertThat(toy.type("vault operator unseal ABCD").stderr())
                .endsWith("* key is shorter than minimum 16 bytes\n");
    }

    @Test
    void nothingWorksWhileItIsSealed() {
        toy.type("vault operator init");
        toy.export("VAULT_TOKEN", toy.server().rootToken());

        assertThat(toy.type("vault token create -ttl=10m").stderr())
                .isEqualTo(
                        """
                        Error creating token: Error making API request.

                        URL: POST http://172.16.0.103:8200/v1/auth/token/create
                        Code: 503. Errors:

                        * Vault is sealed
                        """);
        assertThat(toy.type("vault status").exit()).isEqualTo(2);
    }

    @Test
    void aTokenForTenMinutesIsPrintedAndExpires() {
        open();
        toy.export("VAULT_TOKEN", toy.server().rootToken());

        String text = toy.type("vault token create -ttl=10m").stdout();

        VaultToken token = VaultView.tokens(toy.simulation().world(), toy.server()).getLast();
        assertThat(text)
                .isEqualTo(
                        "Key                  Value\n---                  -----\n"
                                + "token                "
                                + token.token()
                                + "\ntoken_accessor       "
                                + token.accessor()
                                + "\ntoken_duration       10m\ntoken_renewable      true\n"
                                + "token_policies       [\"root\"]\nidentity_policies    []\n"
                                + "policies             [\"root\"]\n");
        assertThat(isValid(token, 10 * SimTime.MINUTE - 1)).isTrue();
        assertThat(isValid(token, 10 * SimTime.MINUTE)).isFalse();
    }

    @Test
    void loginRemembersTheToken() {
        open();

        toy.type("vault login " + toy.server().rootToken());

        assertThat(toy.type("vault token create").stdout()).contains("token_duration       ∞");
    }

    @Test
    void aForeignTokenAndNoTokenAreRefused() {
        open();

        assertThat(toy.type("vault token create").stderr()).endsWith("* missing client token\n");
        toy.export("VAULT_TOKEN", "s.0");
        assertThat(toy.type("vault token create").stderr())
                .contains("Code: 403.")
                .endsWith("* permission denied\n");
    }

    @Test
    void theDefaultAddressIsTheClientsOwnMachine() {
        toy.export("VAULT_ADDR", "");

        assertThat(toy.type("vault status"))
                .isEqualTo(
                        Answer.failed(
                                2,
                                "Error checking seal status: Get"
                                        + " \"https://127.0.0.1:8200/v1/sys/seal-status\": dial tcp"
                                        + " 127.0.0.1:8200: connect: connection refused"));
    }

    @Test
    void aWrongAddressDoesNotAnswer() {
        toy.export("VAULT_ADDR", "http://172.16.0.30:8200");

        assertThat(toy.type("vault operator init").stderr())
                .isEqualTo(
                        "Error initializing: Put \"http://172.16.0.30:8200/v1/sys/init\": dial tcp"
                                + " 172.16.0.30:8200: connect: no route to host\n");
    }

    @Test
    void httpsMeetsAPlainServer() {
        toy.export("VAULT_ADDR", "https://172.16.0.103:8200");

        assertThat(toy.type("vault status").stderr())
                .endsWith("http: server gave HTTP response to HTTPS client\n");
    }

    @Test
    void sealingIsAnswered() {
        open();
        toy.export("VAULT_TOKEN", toy.server().rootToken());

        assertThat(toy.type("vault operator seal"))
                .isEqualTo(Answer.of("Success! Vault is sealed."));
        assertThat(toy.server().sealed()).isTrue();
    }

    @Test
    void wordsItDoesNotKnowAreRefusedByTheClient() {
        assertThat(toy.type("vault operator init -shares=5").stderr())
                .isEqualTo("flag provided but not defined: -shares\n");
        assertThat(toy.type("vault operator unseal a b").stderr())
                .isEqualTo("Too many arguments (expected 1, got 2)\n");
        assertThat(toy.type("vault operator init -key-threshold=9").stderr())
                .endsWith("* invalid seal configuration: threshold cannot be larger than shares\n");
    }

    @Test
    void thePersonCopiesKeysTokensAndTheAddress() {
        VaultSupplier supplier = new VaultSupplier();
        toy.type("vault operator init");
        VaultServer server = toy.server();
        toy.type("vault operator unseal " + server.keys().get(0));
        var world = toy.simulation().world();

        assertThat(supplier.supply("<vault-ip>", List.of("export", "VAULT_ADDR=x"), world))
                .contains(ToyJuju.ADDRESS);
        assertThat(supplier.supply("<unseal-key-3>", List.of("vault", "operator", "unseal"), world))
                .contains(server.keys().get(2));
        assertThat(supplier.supply("<unseal-key-1>", List.of("vault", "operator", "unseal"), world))
                .contains(server.keys().get(1));
        assertThat(supplier.supply("<initial-root-token>", List.of("export", "x"), world))
                .contains(server.rootToken());
        assertThat(supplier.supply("XXX", List.of("juju", "authorize-charm", "token=XXX"), world))
                .contains(server.rootToken());
        assertThat(supplier.supply("<machine-id>", List.of("juju", "add-unit"), world)).isEmpty();
    }

    private void open() {
        toy.type("vault operator init");
        toy.server().keys().stream()
                .limit(3)
                .forEach(key -> toy.type("vault operator unseal " + key));
    }

    private boolean isValid(VaultToken token, long nowNs) {
        return VaultView.isValid(toy.simulation().world(), toy.server(), token.token(), nowNs);
    }
}
