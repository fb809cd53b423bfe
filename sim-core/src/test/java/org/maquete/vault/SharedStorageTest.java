package org.maquete.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.hardware.CutPower;
import org.maquete.hardware.RestorePower;
import org.maquete.juju.RealCharms;
import org.maquete.juju.Unit;

/** Three units of Vault on one raft: one is initialised for all, each is unsealed by itself. */
class SharedStorageTest {

    private static final String ADDRESS = "http://vault:8200";
    private static final String ACTIVE = "active Unit is ready (active: true, mlock: disabled)";
    private static final String STANDBY = "active Unit is ready (active: false, mlock: disabled)";
    private static final String SEALED = "blocked Unit is sealed";

    private final RealCharms lab = RealCharms.lab().deployOnEach("vault").settle();

    @Test
    void theOthersJoinWhenTheFirstIsOpenAndAreSealed() {
        initialize("vault/0");
        String before = lab.status("vault/1");
        unseal("vault/0");

        assertThat(before).isEqualTo("blocked Vault needs to be initialized");
        assertThat(said().subList(1, 3)).containsOnly(SEALED);
    }

    @Test
    void oneIsActiveAndTheOthersStandBy() {
        open();

        assertThat(said()).containsExactly(ACTIVE, STANDBY, STANDBY);
    }

    @Test
    void anotherIsActiveWhenTheFirstRestartsAndStaysSo() {
        open();

        lab.ask(new CutPower(lab.rack("0"))).settle();
        lab.ask(new RestorePower(lab.rack("0"))).settle();
        List<String> restarted = said();
        unseal("vault/0");

        assertThat(restarted).containsExactly(SEALED, ACTIVE, STANDBY);
        assertThat(said()).containsExactly(STANDBY, ACTIVE, STANDBY);
    }

    @Test
    void aRaftWithoutAMajorityHasNoActiveUnit() {
        open();

        lab.ask(new CutPower(lab.rack("1"))).ask(new CutPower(lab.rack("2"))).settle();
        lab.ask(new RestorePower(lab.rack("1"))).ask(new RestorePower(lab.rack("2"))).settle();
        List<String> alone = said();
        unseal("vault/2");

        assertThat(alone).containsExactly(STANDBY, SEALED, SEALED);
        assertThat(said()).containsExactly(ACTIVE, SEALED, STANDBY);
    }

    @Test
    void aTokenOfOneIsValidAtTheOthers() {
        open();
        VaultServer third = server("vault/2");

        assertThat(
                        VaultView.isValid(
                                lab.world(),
                                third,
                                server("vault/0").rootToken(),
                                lab.simulation().now()))
                .isTrue();
    }

    private void open() {
        initialize("vault/0");
        unseal("vault/0");
        unseal("vault/1");
        unseal("vault/2");
        String leader =
                List.of("vault/0", "vault/1", "vault/2").stream()
                        .filter(unit -> lab.unit(unit).leader())
                        .findFirst()
                        .orElseThrow();
        lab.run(leader, "authorize-charm", "token=" + server("vault/0").rootToken());
        lab.settle();
    }

    private void initialize(String unit) {
        lab.ask(new InitializeVault(key(unit), ADDRESS, 5, 3)).settle();
    }

    private void unseal(String unit) {
        List<String> keys = server(unit).keys();
        for (int i = 0; i < 3; i++) {
            lab.ask(new UnsealVault(key(unit), ADDRESS, keys.get(i)));
        }
        lab.settle();
    }

    private VaultServer server(String name) {
        Unit unit = lab.unit(name);
        return VaultView.server(lab.world(), unit).orElseThrow();
    }

    private String key(String unit) {
        return server(unit).key();
    }

    private List<String> said() {
        return List.of(lab.status("vault/0"), lab.status("vault/1"), lab.status("vault/2"));
    }
}
