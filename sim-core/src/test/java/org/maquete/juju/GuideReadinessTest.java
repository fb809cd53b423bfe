package org.maquete.juju;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.maquete.kernel.Ref;

/** The convention between charms, over the 26 applications of the deployment guide. */
class GuideReadinessTest {

    @Test
    void everyUnitOfTheGuideBecomesActiveWithThePrintedMessage() {
        CharmBench bench = GuideCloud.without("");

        bench.settle();

        Map<String, Integer> said = new TreeMap<>();
        bench.units().forEach(unit -> said.merge(bench.status(unit), 1, Integer::sum));
        assertThat(bench.units()).hasSize(38);
        assertThat(said)
                .containsOnly(
                        Map.entry("active Unit is ready", 26),
                        Map.entry("active Unit is ready (1 OSD)", 3),
                        Map.entry("active Unit is ready (active: true, mlock: disabled)", 1),
                        Map.entry("active Unit is ready (leader: ovnnb_db, ovnsb_db)", 1),
                        Map.entry("active Unit is ready (northd: active)", 1),
                        Map.entry("active Unit is ready and clustered", 3),
                        Map.entry(
                                "active Unit is ready: Mode: R/O, Cluster is ONLINE and can"
                                        + " tolerate up to ONE failure.",
                                2),
                        Map.entry(
                                "active Unit is ready: Mode: R/W, Cluster is ONLINE and can"
                                        + " tolerate up to ONE failure.",
                                1));
        assertThat(bench.applicationStatus("keystone")).isEqualTo("active Application Ready");
        assertThat(bench.reported("keystone/0")).containsExactly("21.0.0", "5000/tcp");
    }

    @Test
    void noRelationLessLetsTheCloudLoopAndEveryWaitEndsAtItsCause() {
        for (String relation : GuideCloud.relations()) {
            CharmBench bench = GuideCloud.without(relation);

            bench.settle();

            for (String unit : bench.units()) {
                assertThat(rootOf(bench, unit))
                        .as(unit + " without " + relation)
                        .isNotEqualTo("loop");
            }
        }
    }

    @Test
    void namesTheRelationThatIsMissing() {
        Map<String, String> expected = new TreeMap<>();
        expected.put(
                "keystone-mysql-router:shared-db keystone:shared-db",
                "keystone/0 blocked Missing relations: database");
        expected.put(
                "rabbitmq-server:amqp cinder:amqp",
                "cinder/0 blocked Missing relations: messaging");
        expected.put(
                "glance:image-service nova-compute:image-service",
                "nova-compute/2 blocked Missing relations: image");
        expected.put(
                "placement:placement nova-cloud-controller:placement",
                "nova-cloud-controller/0 blocked Missing relations: placement");
        expected.put(
                "vault:certificates ovn-central:certificates",
                "ovn-central/1 blocked 'certificates' missing");
        expected.put(
                "vault:certificates ovn-chassis:certificates",
                "ovn-chassis/0 blocked 'certificates' missing");
        expected.put("ceph-mon:osd ceph-osd:mon", "ceph-osd/0 blocked Missing relation: monitor");
        expected.put(
                "ceph-mon:radosgw ceph-radosgw:mon",
                "ceph-radosgw/0 blocked Missing relations: mon");
        expected.put(
                "mysql-innodb-cluster:db-router glance-mysql-router:db-router",
                "glance-mysql-router/0 blocked 'db-router' missing, MySQL Router not yet"
                        + " bootstrapped");

        expected.forEach((relation, said) -> {
            CharmBench bench = GuideCloud.without(relation);
            bench.settle();
            int blank = said.indexOf(' ');
            String unit = said.substring(0, blank);
            assertThat(unit + " " + bench.status(unit)).isEqualTo(said);
        });
    }

    @Test
    void certificatesOfASealedVaultKeepTheNetworkWaiting() {
        CharmBench bench = GuideCloud.without("");
        bench.world(GuideCloud.world(false), 0);

        bench.settle();

        String waiting = "waiting 'certificates' awaiting server certificate data";
        assertThat(bench.status("vault/0")).isEqualTo("blocked Unit is sealed");
        assertThat(bench.status("ovn-central/0")).isEqualTo(waiting);
        assertThat(bench.status("ovn-chassis/0")).isEqualTo(waiting + ", 'ovsdb' incomplete");
        assertThat(bench.status("neutron-api-plugin-ovn/0"))
                .isEqualTo(waiting + ", 'ovsdb-cms' incomplete");
        assertThat(bench.waitsFor("ovn-central/0")).containsExactly(new Ref("unit", "vault/0"));
        assertThat(bench.status("nova-compute/0")).isEqualTo("active Unit is ready");
        assertThat(bench.status("keystone/0")).isEqualTo("active Unit is ready");
    }

    /** Follows the first reason of each unit; the status of the last one, or {@code loop}. */
    private static String rootOf(CharmBench bench, String unit) {
        List<String> seen = new ArrayList<>();
        String at = unit;
        while (!seen.contains(at)) {
            seen.add(at);
            List<Ref> reasons = bench.waitsFor(at);
            if (reasons.isEmpty() || !reasons.getFirst().kind().equals("unit")) {
                return bench.status(at);
            }
            at = reasons.getFirst().name();
        }
        return "loop";
    }
}
