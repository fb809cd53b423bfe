package org.maquete.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.host.Host;
import org.maquete.host.HostKind;
import org.maquete.host.HostState;
import org.maquete.host.HostView;
import org.maquete.juju.Charm;
import org.maquete.juju.CharmBench;
import org.maquete.juju.CharmRegistry;
import org.maquete.juju.JujuTables;
import org.maquete.juju.Machine;
import org.maquete.juju.StatusInfo;
import org.maquete.juju.catalog.Resources;
import org.maquete.kernel.EventId;
import org.maquete.kernel.Ref;
import org.maquete.world.World;

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
    void lostMembersAreCountedAndAMajorityIsNeeded() {
        CharmBench bench = cluster(3);
        bench.settle();

        bench.world(worldWithDown(1), 0);
        bench.settle();
        String one = bench.status(CLUSTER + "/1");
        bench.world(worldWithDown(2), 0);
        bench.settle();

        assertThat(one)
                .startsWith("active Unit is ready: Mode: R/")
                .endsWith("Cluster is NOT tolerant to any failures. 1 member is not active.");
        assertThat(bench.status(CLUSTER + "/2"))
                .isEqualTo(
                        "blocked Cluster is inaccessible from this instance. Please check logs"
                                + " for details.");
    }

    @Test
    void theStatusTextOfFiveMembersCountsFailures() {
        assertThat(new ClusterHealth(5, 5).statusText())
                .isEqualTo("Cluster is ONLINE and can tolerate up to 2 failures.");
        assertThat(new ClusterHealth(5, 3).statusText())
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

    /** The containers 0/lxd/0, 1/lxd/0 ... of which the first {@code down} are stopped. */
    private static World worldWithDown(int down) {
        World world = CharmBench.emptyWorld();
        for (int i = 0; i < 3; i++) {
            world.edits(0)
                    .insert(
                            JujuTables.MACHINES,
                            new Machine(
                                    i,
                                    "maas:openstack",
                                    i + "/lxd/0",
                                    "ubuntu@22.04",
                                    StatusInfo.NONE,
                                    StatusInfo.NONE,
                                    "",
                                    "juju-0-lxd-" + i,
                                    List.of(),
                                    "",
                                    "",
                                    "",
                                    0));
            world.edits(0)
                    .insert(
                            HostView.HOSTS,
                            new Host(
                                    i,
                                    "juju-0-lxd-" + i,
                                    HostKind.CONTAINER,
                                    "node",
                                    i < down ? HostState.DOWN : HostState.UP,
                                    1,
                                    0,
                                    EventId.NONE));
        }
        return world;
    }
}
