package org.maquete.vault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.maquete.hardware.CutPower;
import org.maquete.hardware.RestorePower;
import org.maquete.host.StartService;
import org.maquete.host.StopService;
import org.maquete.juju.JujuView;
import org.maquete.juju.RealCharms;
import org.maquete.kernel.Answer;
import org.maquete.kernel.SimTime;

/** What a person has to do for Vault, again after each restart, and what a year does. */
class SealingTest {

    private static final String ADDRESS = "http://vault:8200";
    private static final String READY = "active Unit is ready (active: true, mlock: disabled)";
    private static final String AWAITING =
            "waiting 'certificates' awaiting server certificate data";

    private final RealCharms lab =
            RealCharms.lab()
                    .deploy("vault", 1, "lxd:0")
                    .deployOnEach("ovn-central")
                    .relate("ovn-central:certificates", "vault:certificates")
                    .settle();

    @Test
    void row2NobodyHasInitialised() {
        assertThat(lab.status("vault/0")).isEqualTo("blocked Vault needs to be initialized");
    }

    @Test
    void row1SealedAgainAfterItsContainerWasRestarted() {
        open();

        lab.ask(new CutPower(lab.rack("0"))).settle();
        lab.ask(new RestorePower(lab.rack("0"))).settle();
        String sealed = lab.status("vault/0");
        unseal(3);

        assertThat(sealed).isEqualTo("blocked Unit is sealed");
        assertThat(lab.status("vault/0")).isEqualTo(READY);
    }

    @Test
    void aStoppedServiceSaysSoAndIsSealedWhenItIsBack() {
        open();
        String host = lab.host("vault/0");

        lab.ask(new StopService(host, VaultView.SERVICE)).settle();
        String stopped = lab.status("vault/0");
        lab.ask(new StartService(host, VaultView.SERVICE)).settle();

        assertThat(stopped).isEqualTo("blocked Vault service not running");
        assertThat(lab.status("vault/0")).isEqualTo("blocked Unit is sealed");
    }

    @Test
    void twoOfThreeKeysAreNotEnough() {
        initialize();

        unseal(2);

        assertThat(lab.status("vault/0")).isEqualTo("blocked Unit is sealed");
    }

    @Test
    void row3NotYetAuthorizedAlsoByATokenOlderThanTenMinutes() {
        initialize();
        unseal(3);
        String before = lab.status("vault/0");
        String token = token();
        lab.pass(601);

        Answer late = lab.run("vault/0", "authorize-charm", "token=" + token);
        lab.settle();

        assertThat(before)
                .isEqualTo("blocked Vault charm not yet authorized: run authorize-charm action.");
        assertThat(late.stderr()).contains("hvac.exceptions.Forbidden: permission denied");
        assertThat(lab.status("vault/0")).isEqualTo(before);
    }

    @Test
    void row4MissingCaCertUntilARootIsGenerated() {
        initialize();
        unseal(3);
        lab.run("vault/0", "authorize-charm", "token=" + token());
        lab.settle();
        String before = lab.status("vault/0");

        lab.run("vault/0", "generate-root-ca");
        lab.settle();

        assertThat(before).isEqualTo("blocked Missing CA cert");
        assertThat(lab.status("vault/0")).isEqualTo(READY);
    }

    @Test
    void row6EveryoneWaitsForCertificatesWhileVaultIsClosed() {
        String closed = lab.status("ovn-central/0");
        open();

        assertThat(closed).isEqualTo(AWAITING);
        assertThat(lab.status("ovn-central/0")).startsWith("active Unit is ready");
    }

    @Test
    void row5TheRelationThatNobodyMade() {
        lab.deployAs("ovn-central", "other", 3, "lxd:0", "lxd:1", "lxd:2").settle();

        assertThat(lab.status("other/0")).isEqualTo("blocked 'certificates' missing");
    }

    @Test
    void row42ACertificateExpiresAfterAYearUnlessItIsReissued() {
        open();
        Certificate first = certificate();
        lab.simulation().runUntil(first.expiresNs() - SimTime.HOUR);
        boolean before = certificate().expired();
        lab.run("vault/0", "reissue-certificates");
        Certificate second = certificate();
        lab.simulation().runUntil(first.expiresNs() + SimTime.HOUR);
        boolean renewed = certificate().expired();

        lab.simulation().runUntil(second.expiresNs());

        assertThat(before).isFalse();
        assertThat(renewed).isFalse();
        assertThat(certificate().expired()).isTrue();
        assertThat(second.expiresNs() - first.expiresNs()).isGreaterThan(8757 * SimTime.HOUR);
        lab.settle();
        assertThat(lab.status("ovn-central/0"))
                .isEqualTo(
                        "blocked Certificate Issue: [SSL: CERTIFICATE_VERIFY_FAILED] certificate"
                                + " verify failed: certificate has expired (_ssl.c:997)");
        lab.run("vault/0", "reissue-certificates");
        lab.settle();
        assertThat(lab.status("ovn-central/0")).startsWith("active Unit is ready");
    }

    private Certificate certificate() {
        return VaultView.certificate(lab.world(), lab.unit("ovn-central/0")).orElseThrow();
    }

    private VaultServer server() {
        return VaultView.server(lab.world(), lab.unit("vault/0")).orElseThrow();
    }

    private void initialize() {
        lab.ask(new InitializeVault(server().key(), ADDRESS, 5, 3)).settle();
    }

    private void unseal(int keys) {
        for (String key : server().keys().subList(0, keys)) {
            lab.ask(new UnsealVault(server().key(), ADDRESS, key));
        }
        lab.settle();
    }

    private String token() {
        lab.ask(
                new CreateToken(
                        server().key(), ADDRESS, server().rootToken(), 10 * SimTime.MINUTE));
        return VaultView.tokens(lab.world(), server()).getLast().token();
    }

    private void open() {
        initialize();
        unseal(3);
        lab.run("vault/0", "authorize-charm", "token=" + token());
        lab.run("vault/0", "generate-root-ca");
        lab.settle();
        assertThat(JujuView.isActive(lab.unit("vault/0"))).isTrue();
    }
}
