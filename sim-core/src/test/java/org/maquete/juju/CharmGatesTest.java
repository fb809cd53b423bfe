package org.maquete.juju;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.maquete.juju.catalog.CharmMetadata;
import org.maquete.juju.catalog.Resources;

/** What charms of the catalogue say by their options, units and actions. */
class CharmGatesTest {

    private static final String CERTIFICATES =
            "Missing required certificate configuration, please examine documentation";

    @Test
    void octaviaWaitsForCertificatesAndForConfigureResources() {
        CharmBench bench = of("octavia").bench();
        String before = bench.status("octavia/0");
        bench.config("octavia", "create-mgmt-network", "false");
        bench.settle();
        String own = bench.status("octavia/0");
        bench.config("octavia", "lb-mgmt-issuing-cacert", "x");
        bench.config("octavia", "lb-mgmt-issuing-ca-private-key", "x");
        bench.config("octavia", "lb-mgmt-issuing-ca-key-passphrase", "x");
        bench.config("octavia", "lb-mgmt-controller-cacert", "x");
        bench.config("octavia", "lb-mgmt-controller-cert", "x");

        CharmBench.ActionResult done = bench.action("octavia/0", "configure-resources", Map.of());
        bench.settle();

        assertThat(before)
                .isEqualTo(
                        "blocked Awaiting end-user execution of `configure-resources` action to"
                                + " create required resources, "
                                + CERTIFICATES);
        assertThat(own)
                .isEqualTo(
                        "blocked Awaiting end-user to create required resources and execute"
                                + " `configure-resources` action, "
                                + CERTIFICATES);
        assertThat(done.failure()).isEmpty();
        assertThat(bench.status("octavia/0")).isEqualTo("active Unit is ready");
    }

    @Test
    void octaviaWithoutAmphorasNeedsNeither() {
        assertThat(of("octavia").config("enable-amphora", "false").said())
                .isEqualTo("active Unit is ready");
    }

    @Test
    void octaviaDefersConfigureResourcesUntilItsRelationsAreThere() {
        CharmBench bench = of("octavia").without("amqp").bench();

        assertThat(bench.action("octavia/0", "configure-resources", Map.of()).failure())
                .startsWith("all required relations not available, please defer action");
    }

    @Test
    void haclusterCountsItsPeers() {
        assertThat(of("hacluster").config("cluster_count", "4").said())
                .isEqualTo("blocked Insufficient peer units for ha cluster (require 4)");
    }

    @Test
    void radosgwBehindHaclusterWantsAnAddress() {
        String said = of("ceph-radosgw").with("ha").said();

        assertThat(said)
                .isEqualTo("blocked hacluster missing configuration: vip, vip_iface, vip_cidr");
        assertThat(of("ceph-radosgw").with("ha").without("mon").said())
                .isEqualTo(
                        "blocked Missing relations: mon, hacluster missing configuration: vip,"
                                + " vip_iface, vip_cidr");
    }

    @Test
    void encryptedOsdsWithVaultWantVault() {
        String said =
                of("ceph-osd")
                        .config("osd-encrypt", "true")
                        .config("osd-encrypt-keymanager", "vault")
                        .said();

        assertThat(said).isEqualTo("blocked Missing relation: vault");
    }

    @Test
    void theDashboardOfJujuNamesItsControllerFirst() {
        assertThat(of("juju-dashboard").without("controller").with("dashboard").said())
                .isEqualTo("blocked Missing controller integration");
    }

    @Test
    void ovnCentralRefusesAnElectionTimerOutOfRange() {
        assertThat(of("ovn-central").config("ovsdb-server-election-timer", "61").said())
                .isEqualTo(
                        "blocked Invalid configuration: 'ovsdb-server-election-timer' must be > 1"
                                + " < 60.");
    }

    @Test
    void ovnChassisWantsPairsOfBridgeAndInterface() {
        String said = of("ovn-chassis").config("bridge-interface-mappings", "br-ex enp1s0").said();

        assertThat(said)
                .isEqualTo(
                        "blocked bridge-interface-mappings: \"Wrong format for"
                                + " bridge-interface-mappings. Expected format is space-delimited"
                                + " list of key-value pairs. Ex: \"br-internet:00:00:5e:00:00:42"
                                + " br-provider:enp3s0f0\"\"");
        assertThat(of("ovn-chassis").config("bridge-interface-mappings", "br-ex:enp1s0").said())
                .isEqualTo("active Unit is ready");
    }

    private static CharmStage of(String name) {
        CharmMetadata charm = Resources.CATALOG.find(name).orElseThrow();
        return new CharmStage(charm);
    }
}
