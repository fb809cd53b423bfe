package org.maquete.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maquete.horizon.Overview;
import org.maquete.host.StopService;
import org.maquete.juju.JujuView;
import org.maquete.kernel.Simulation;
import org.maquete.keystone.KeystoneView;
import org.maquete.keystone.Project;

/** What Horizon's overview says of the deployed lab, and what openstack says of the same. */
class OverviewTest {

    private static Simulation deployed;

    private Typing lab;

    @BeforeAll
    static void deploys() {
        deployed = Labs.deployed();
    }

    @BeforeEach
    void branches() {
        lab = new Typing(deployed);
    }

    private String page() {
        String admin =
                KeystoneView.projects(lab.world()).stream()
                        .filter(p -> p.name().equals("admin"))
                        .map(Project::uuid)
                        .findFirst()
                        .orElseThrow();
        return Overview.of(lab.world(), admin).text();
    }

    private void stop(String charm, String service) {
        String host =
                JujuView.hostOf(lab.world(), JujuView.unitsOfCharm(lab.world(), charm).getFirst());
        lab.submit(new StopService(host, service)).pass(1);
    }

    @Test
    void showsWhatTheProjectHasOfItsQuotas() {
        lab.type("openstack volume create --size 5 data", 60);

        assertThat(page())
                .startsWith("Limit Summary\nCompute\n  Instances             Used ")
                .contains("VCPUs                 Used ", " of 20\n", "GB of 50GB\n")
                .contains("  Volumes               Used 1 of 10\n")
                .contains("  Volume Storage        Used 5GB of 1000GB\n")
                .contains("  Floating IPs          Allocated ")
                .contains("  Routers               Used ");
    }

    @Test
    void agreesWithTheClient() {
        lab.type("openstack volume create --size 5 data", 60);

        assertThat(lab.ask("openstack limits show --absolute -f value"))
                .contains("maxTotalVolumes 10\n", "totalGigabytesUsed 5\n");
        assertThat(lab.ask("openstack quota show -f value -c volumes___DEFAULT__")).isEqualTo("-1");
    }

    @Test
    void saysWhatDoesNotAnswer() {
        stop("nova-cloud-controller", "apache2");
        assertThat(page())
                .isEqualTo(
                        "Error: Unable to retrieve usage information.\n"
                                + "Error: Unable to retrieve limits information.\n");

        stop("keystone", "haproxy");
        assertThat(page()).isEqualTo("Unable to establish connection to keystone endpoint.\n");

        stop("openstack-dashboard", "apache2");
        assertThat(page()).endsWith("/horizon: Connection refused\n");
    }
}
