package org.maquete.juju.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.juju.JujuTables;
import org.maquete.juju.JujuView;
import org.maquete.observe.Drift;
import org.maquete.observe.Mirror;
import org.maquete.observe.Reading;
import org.maquete.world.World;

class MirrorTest {

    private static final StatusReader READER = new StatusReader(ClientBench.CATALOG);

    private static Selection all(World world) {
        return Selection.of(world, JujuView.currentModel(world).orElseThrow(), List.of());
    }

    private static Mirror mirror(String json) {
        Mirror mirror = new Mirror(ClientBench.model());
        Reading reading = READER.read(json);
        assertThat(reading.problems()).isEmpty();
        mirror.take(reading);
        return mirror;
    }

    private static ClientBench lab() {
        ClientBench bench = ClientBench.withCloud();
        bench.type(
                ClientBench.BEGIN
                        + """
                        juju deploy -n 3 --constraints tags=compute ceph-osd
                        juju deploy --to lxd:0 keystone
                        juju deploy --channel 8.0/stable mysql-router keystone-mysql-router
                        juju integrate keystone-mysql-router:shared-db keystone:shared-db
                        """);
        return bench;
    }

    @Test
    void printsWhatItReadAsItWasPrinted() {
        Selection guide = all(GuideStatus.rows().world);

        Selection read = all(mirror(Statuses.tree(guide, "json", false)).world());

        assertThat(Statuses.tabular(read, true)).isEqualTo(Statuses.tabular(guide, true));
        assertThat(Statuses.tree(read, "yaml", true)).isEqualTo(Statuses.tree(guide, "yaml", true));
    }

    @Test
    void findsNoDriftFromTheRunThatPrintedTheDocument() {
        ClientBench bench = lab();

        Mirror mirror = mirror(Statuses.tree(all(bench.world()), "json", false));

        assertThat(Drift.between(bench.world(), mirror, Drift.Look.USUAL).lines()).isEmpty();
    }

    @Test
    void tellsWhatChangedSinceTheRun() {
        ClientBench bench = lab();
        Mirror mirror = mirror(Statuses.tree(all(bench.world()), "json", false));

        bench.type(
                """
                juju expose keystone
                juju deploy --to lxd:1 placement
                juju integrate placement:identity-service keystone:identity-service
                """);
        List<String> lines = Drift.between(bench.world(), mirror, Drift.Look.USUAL).lines();

        assertThat(lines)
                .contains(
                        "juju.application maas-controller:openstack keystone: exposed is false,"
                                + " planned true",
                        "juju.application maas-controller:openstack placement: only in the plan",
                        "juju.unit maas-controller:openstack placement/0: only in the plan")
                .anyMatch(line -> line.startsWith("juju.relation") && line.contains("placement"));
    }

    @Test
    void forgetsWhatANewerDocumentNoLongerTells() {
        Selection guide = all(GuideStatus.rows().world);
        Mirror mirror = mirror(Statuses.tree(guide, "json", false));
        Selection few =
                Selection.of(
                        guide.world(),
                        JujuView.currentModel(guide.world()).orElseThrow(),
                        List.of("vault"));

        mirror.take(READER.read(Statuses.tree(few, "json", false)));

        assertThat(mirror.world().table(JujuTables.APPLICATIONS).stream().map(a -> a.name()))
                .containsExactlyInAnyOrder("vault", "vault-mysql-router");
    }

    @Test
    void readsTheKeysOfVersionTwo() {
        World world =
                mirror(
                                """
                                {"model": {"name": "m", "type": "iaas", "controller": "c",
                                  "cloud": "vs", "region": "R", "version": "2.9.29",
                                  "model-status": {"current": "available",
                                    "since": "26 May 2022 12:58:26+02:00"}, "sla": "unsupported"},
                                 "machines": {"0": {
                                   "juju-status": {"current": "started", "version": "2.9.29"},
                                   "dns-name": "10.0.0.8", "instance-id": "juju-c6c89a-0",
                                   "series": "focal", "hardware": "arch=amd64 cores=2"}},
                                 "applications": {"node": {"charm": "ubuntu", "series": "focal",
                                   "os": "ubuntu", "charm-origin": "charmhub",
                                   "charm-name": "ubuntu", "charm-rev": 19,
                                   "charm-channel": "stable", "exposed": false,
                                   "application-status": {"current": "active"},
                                   "units": {
                                     "node/0": {"workload-status": {"current": "active"},
                                       "juju-status": {"current": "idle"}, "leader": true,
                                       "machine": "0", "public-address": "10.0.0.8"},
                                     "node/1": {"workload-status": {"current": "active"},
                                       "juju-status": {"current": "lost"}, "leader": false}},
                                   "version": "20.04"}},
                                 "storage": {}, "controller": {"timestamp": "13:03:13+02:00"}}
                                """)
                        .world();

        assertThat(Statuses.tabular(all(world), false))
                .contains("m      c           vs/R          2.9.29   unsupported")
                .contains("node  20.04    active    1/2  ubuntu  stable    19  no")
                .contains("node/0*  active    idle   0        10.0.0.8")
                .contains("0        started  10.0.0.8  juju-c6c89a-0  ubuntu@20.04");
    }

    @Test
    void notesWhatItDoesNotKnowAndSaysWhatIsWrong() {
        Reading reading =
                READER.read(
                        """
                        {"model": {"name": "m", "controller": "c", "colour": "red"},
                         "machines": {"0": {"base": {"name": "ubuntu", "channel": "22.04"},
                            "juju-status": {"current": "started", "since": "yesterday"}}},
                         "applications": {}}
                        """);

        assertThat(reading.problems())
                .extracting(p -> p.path() + " " + p.isKnown())
                .containsExactly("model/colour false", "machines/0/juju-status/since true");
        assertThat(READER.read("[").problems()).hasSize(1);
        assertThat(READER.read("{}").seen()).isEmpty();
    }

    @Test
    void keepsInMindWhatNoDocumentTold() {
        Mirror mirror = mirror(Statuses.tree(all(lab().world()), "json", false));

        assertThat(mirror.assumed(JujuTables.UNITS, "maas-controller:openstack keystone/0"))
                .contains("hookRuns");
        assertThat(mirror.assumed(JujuTables.MODELS, "maas-controller:openstack")).contains("uuid");
    }
}
