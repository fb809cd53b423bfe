package org.maquete.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maquete.cli.Bundled;
import org.maquete.finding.TypedLine;
import org.maquete.juju.JujuTables;
import org.maquete.juju.Unit;
import org.maquete.juju.bundle.Bundle;
import org.maquete.juju.bundle.BundleFiles;
import org.maquete.juju.bundle.BundleReader;
import org.maquete.juju.bundle.BundleReading;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.kernel.Simulation;
import org.maquete.operator.OperatorView;
import org.maquete.runbook.SourceText;

/** Our own bundles are right, with and without a look at the charms, and come up. */
class OwnBundlesTest {

    static final String BEGIN =
            """
            cat > cloud.yaml <<END
            clouds: {maas-one: {type: maas, auth-types: [oauth1],
              endpoint: "http://172.16.0.3:5240/MAAS"}}
            END
            cat > key.yaml <<END
            credentials: {maas-one: {operator: {auth-type: oauth1, maas-oauth: a:b:c}}}
            END
            juju add-cloud --client maas-one cloud.yaml
            juju add-credential --client maas-one -f key.yaml
            juju bootstrap --bootstrap-base=ubuntu@22.04 --constraints tags=juju maas-one c
            juju add-model --config default-base=ubuntu@22.04 m
            """;

    // section 7 of our runbook: a bundle cannot open Vault
    private static final String VAULT =
            """
            juju wait-for application mysql-innodb-cluster --timeout=90m
            export VAULT_ADDR="http://<vault-ip>:8200"
            vault operator init -key-shares=5 -key-threshold=3
            vault operator unseal <unseal-key-1>
            vault operator unseal <unseal-key-2>
            vault operator unseal <unseal-key-3>
            export VAULT_TOKEN=<initial-root-token>
            vault token create -ttl=10m
            juju run vault/leader authorize-charm token=<token>
            juju run vault/leader generate-root-ca
            """;

    @ParameterizedTest
    @ValueSource(strings = {"tiny", "ceph", "kubernetes", "openstack"})
    void isRightAlsoForItsCharms(String name) {
        BundleReading reading =
                BundleReader.read(Bundled.bundle(name), List.of(), BundleFiles.EMPTY);

        assertThat(reading).isInstanceOf(BundleReading.Composed.class);
        BundleReading.Composed composed = (BundleReading.Composed) reading;
        Bundle bundle = composed.bundle();
        CharmCatalog catalog = new CharmCatalog(Bundled.charms());
        assertThat(composed.notes()).isEmpty();
        assertThat(BundleReader.verifyWith(catalog, bundle, BundleFiles.EMPTY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny", "ceph", "kubernetes"})
    void comesUp(String name) {
        Simulation run = deployed(name, "");

        assertThat(refused(run)).isEmpty();
        assertThat(unready(run)).isEmpty();
    }

    @Test
    void comesUpAsOpenstackWhenVaultIsOpened() {
        Simulation run = deployed("openstack", VAULT);

        assertThat(refused(run)).isEmpty();
        assertThat(unready(run)).isEmpty();
        assertThat(run.world().table(JujuTables.APPLICATIONS).stream().count()).isEqualTo(27);
    }

    @Test
    void waitsForVaultWithoutThat() {
        Simulation run = deployed("openstack", "");

        Optional<Unit> vault =
                run.world().table(JujuTables.UNITS).stream()
                        .filter(unit -> unit.name().equals("vault/0"))
                        .findFirst();
        assertThat(vault)
                .hasValueSatisfying(
                        unit -> assertThat(unit.workload().current()).isEqualTo("blocked"));
    }

    private static Simulation deployed(String name, String then) {
        String bundle = Bundled.bundle(name).text();
        String script =
                BEGIN
                        + "cat > bundle.yaml <<'END'\n"
                        + bundle
                        + "END\njuju deploy ./bundle.yaml\n"
                        + then;
        return Labs.run(Labs.plan(new SourceText("deploy.sh", script)));
    }

    private static List<String> refused(Simulation run) {
        return OperatorView.lines(run.world()).stream()
                .filter(TypedLine::failed)
                .map(line -> line.source() + ": " + line.answer().text())
                .toList();
    }

    private static List<String> unready(Simulation run) {
        List<String> others = new ArrayList<>();
        for (Unit unit : run.world().table(JujuTables.UNITS)) {
            boolean inController = unit.model().endsWith(":controller");
            boolean idle = unit.agent().current().equals("idle");
            // ubuntu sets no status
            boolean active = List.of("active", "unknown").contains(unit.workload().current());
            if (!inController && !(idle && active)) {
                others.add(unit.name() + " " + unit.workload() + " " + unit.agent());
            }
        }
        return others;
    }
}
