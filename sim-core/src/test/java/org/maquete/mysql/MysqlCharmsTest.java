package org.maquete.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.maquete.juju.Charm;
import org.maquete.juju.CharmBench;
import org.maquete.juju.CharmRegistry;
import org.maquete.juju.catalog.Resources;
import org.maquete.kernel.Ref;

class MysqlCharmsTest {

    private static final String CLUSTER = "mysql-innodb-cluster";

    @Test
    void oneUnitMissesItsPeers() {
        CharmBench bench = cluster(1);

        bench.settle();

        assertThat(bench.status(CLUSTER + "/0")).isEqualTo("blocked 'cluster' missing");
    }

    @Test
    void twoUnitsWaitForTheThirdForEver() {
        CharmBench bench = cluster(2);

        bench.settle();

        assertThat(bench.status(CLUSTER + "/0"))
                .isEqualTo("waiting Not all instances configured for clustering");
        assertThat(bench.waitsFor(CLUSTER + "/0")).containsExactly(new Ref("application", CLUSTER));
    }

    @Test
    void aUnitSaysWhichStepItWaitsFor() {
        CharmBench bench = cluster(3);

        bench.round();

        assertThat(bench.status(CLUSTER + "/0"))
                .isEqualTo("waiting Not all instances configured for clustering");
        assertThat(bench.status(CLUSTER + "/1"))
                .isEqualTo("waiting Instance not yet configured for clustering");
    }

    @Test
    void aRouterWaitsForTheCluster() {
        CharmBench bench = cluster(2);
        bench.deploy("keystone", "keystone", 1);
        bench.deploy("keystone-mysql-router", "mysql-router", 0);
        bench.relate("keystone-mysql-router:shared-db", "keystone:shared-db");
        bench.relate(CLUSTER + ":db-router", "keystone-mysql-router:db-router");

        bench.settle();

        assertThat(bench.status("keystone-mysql-router/0"))
                .isEqualTo("waiting 'db-router' incomplete, MySQL Router not yet bootstrapped");
        assertThat(bench.status("keystone/0")).isEqualTo("waiting Incomplete relations: database");
        assertThat(bench.waitsFor("keystone/0"))
                .containsExactly(new Ref("unit", "keystone-mysql-router/0"));
    }

    @Test
    void theStatusTextOfFiveMembersCountsFailures() {
        assertThat(new ClusterHealth(5, 5, true).statusText())
                .isEqualTo("Cluster is ONLINE and can tolerate up to 2 failures.");
        assertThat(new ClusterHealth(5, 3, true).statusText())
                .isEqualTo(
                        "Cluster is ONLINE and can tolerate up to ONE failure."
                                + " 2 members are not active.");
    }

    private static CharmBench cluster(int units) {
        CharmBench bench =
                new CharmBench(
                        Resources.CATALOG,
                        new CharmRegistry(new MysqlSubsystem(Resources.CATALOG))
                                .charms()
                                .toArray(Charm[]::new));
        bench.deploy(CLUSTER, CLUSTER, units);
        return bench;
    }
}
