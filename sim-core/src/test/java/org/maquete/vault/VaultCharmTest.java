package org.maquete.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.maquete.juju.Charm;
import org.maquete.juju.CharmBench;
import org.maquete.juju.CharmRegistry;
import org.maquete.juju.catalog.Resources;
import org.maquete.world.World;

@NullUnmarked // a test of maps and absent values
class VaultCharmTest {

    private static final VaultServer NEW =
            new VaultServer(
                    0,
                    "maas:openstack",
                    "vault/0",
                    "raft",
                    "1.8.8",
                    false,
                    true,
                    0,
                    List.of(),
                    List.of(),
                    "",
                    0,
                    false,
                    "");
    private static final VaultServer SEALED = NEW.withKeys(1, List.of("k"), "s.root");

    @Test
    void reportsItsStepsInOrder() {
        assertThat(status(NEW)).isEqualTo("blocked Vault needs to be initialized");
        assertThat(status(SEALED)).isEqualTo("blocked Unit is sealed");
        assertThat(status(SEALED.opened()))
                .isEqualTo("blocked Vault charm not yet authorized: run authorize-charm action.");
        assertThat(status(SEALED.opened().withAuthorized())).isEqualTo("blocked Missing CA cert");
        assertThat(status(SEALED.opened().withAuthorized().withRootCa("PEM")))
                .isEqualTo("active Unit is ready (active: true, mlock: disabled)");
    }

    @Test
    void startsItsServiceWithRaftWhenNoDatabaseIsRelated() {
        CharmBench bench = bench(List.of());

        bench.settle();

        assertThat(bench.takeCommands())
                .contains(new InstallVault("maas:openstack", "vault/0", "raft", "1.8.8"));
    }

    @Test
    void authorizesWithAValidTokenOnly() {
        CharmBench.ActionResult expired = authorize(SEALED.opened(), 600);
        CharmBench.ActionResult sealed = authorize(SEALED, 0);
        CharmBench.ActionResult right = authorize(SEALED.opened(), 599);

        assertThat(expired.failure()).isEqualTo("hvac.exceptions.Forbidden: permission denied");
        assertThat(sealed.failure()).isEqualTo("hvac.exceptions.VaultDown: Vault is sealed");
        assertThat(right.failure()).isEmpty();
    }

    @Test
    void makesAnAuthorityOnceAuthorized() {
        CharmBench early = bench(List.of(SEALED.opened()));
        CharmBench right = bench(List.of(SEALED.opened().withAuthorized()));
        CharmBench twice = bench(List.of(SEALED.opened().withAuthorized().withRootCa("PEM")));

        String pem = right.action("vault/0", "generate-root-ca", Map.of()).results().get("output");

        assertThat(pem).startsWith("-----BEGIN CERTIFICATE-----\n");
        assertThat(right.takeCommands())
                .contains(new GenerateRootCa("maas:openstack vault/0", pem));
        assertThat(early.action("vault/0", "generate-root-ca", Map.of()).failure())
                .isEqualTo("Vault is not ready (Cannot initialise local client)");
        assertThat(twice.action("vault/0", "generate-root-ca", Map.of()).failure())
                .isEqualTo("PKI CA already configured");
        assertThat(twice.action("vault/0", "get-root-ca", Map.of()).results())
                .containsEntry("output", "PEM");
    }

    private static CharmBench.ActionResult authorize(VaultServer server, long second) {
        World world = world(List.of(server));
        world.edits(0)
                .insert(
                        VaultView.TOKENS,
                        new VaultToken(0, server.key(), "s.ten", "a", 600_000_000_000L));
        CharmBench bench = bench(List.of(server));
        bench.world(world, second * 1_000_000_000L);
        return bench.action("vault/0", "authorize-charm", Map.of("token", "s.ten"));
    }

    private static String status(VaultServer server) {
        CharmBench bench = bench(List.of(server));
        bench.settle();
        return bench.status("vault/0");
    }

    private static CharmBench bench(List<VaultServer> servers) {
        CharmBench bench =
                new CharmBench(
                        Resources.CATALOG,
                        new CharmRegistry(new VaultSubsystem(Resources.CATALOG))
                                .charms()
                                .toArray(Charm[]::new));
        bench.world(world(servers), 0);
        bench.deploy("vault", "vault", 1);
        bench.deploy("keystone", "keystone", 1);
        bench.relate("vault:certificates", "keystone:certificates");
        return bench;
    }

    private static World world(List<VaultServer> servers) {
        World world = CharmBench.emptyWorld();
        servers.forEach(server -> world.edits(0).insert(VaultView.SERVERS, server));
        return world;
    }
}
