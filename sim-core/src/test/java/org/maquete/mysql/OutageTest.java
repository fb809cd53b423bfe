package org.maquete.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.hardware.CutPower;
import org.maquete.hardware.HardwareView;
import org.maquete.hardware.PlugCable;
import org.maquete.hardware.PullCable;
import org.maquete.hardware.RestorePower;
import org.maquete.host.BootHost;
import org.maquete.host.FillDisk;
import org.maquete.host.FreeDisk;
import org.maquete.host.KillService;
import org.maquete.host.ShutDownHost;
import org.maquete.host.StartService;
import org.maquete.host.StopService;
import org.maquete.juju.RealCharms;
import org.maquete.juju.RemoveUnit;
import org.maquete.kernel.Answer;

/** What a database of three members does when they are lost, and how it comes back. */
class OutageTest {

    private static final String APP = "mysql-innodb-cluster";
    private static final String UP = "Cluster is ONLINE and can tolerate up to ONE failure.";
    private static final String ALONE =
            "Cluster is NOT tolerant to any failures. 1 member is not active.";
    private static final String INACCESSIBLE =
            "blocked Cluster is inaccessible from this instance. Please check logs for details.";

    private final RealCharms lab =
            RealCharms.lab()
                    .deployOnEach(APP)
                    .deploy("keystone", 1, "lxd:0")
                    .deployAs("mysql-router", "keystone-mysql-router", 0)
                    .relate("keystone-mysql-router:db-router", APP + ":db-router")
                    .relate("keystone-mysql-router:shared-db", "keystone:shared-db")
                    .settle();

    @Test
    void row15OneMemberGoneIsToldByTheOthersAndComesBackByItself() {
        cut("2");

        List<String> without = List.of(lab.status(APP + "/0"), lab.status(APP + "/1"));
        String router = lab.status("keystone-mysql-router/0");
        restore("2");

        assertThat(without).allMatch(said -> said.endsWith(ALONE));
        assertThat(without).anyMatch(said -> said.contains("Mode: R/W"));
        assertThat(router).isEqualTo("active Unit is ready");
        assertThat(said()).allMatch(one -> one.startsWith("active ") && one.endsWith(UP));
        assertThat(said()).filteredOn(one -> one.contains("Mode: R/W")).hasSize(1);
    }

    @Test
    void row13ACompleteOutageStaysUntilAPersonRebootsTheCluster() {
        cut("0", "1", "2");
        restore("0", "1", "2");

        assertThat(said()).containsOnly(INACCESSIBLE);

        Answer answer = lab.run(APP + "/1", "reboot-cluster-from-complete-outage");
        lab.settle();

        assertThat(answer.stdout()).isEqualTo("outcome: Success\noutput: \"\"\n");
        assertThat(said()).allMatch(one -> one.startsWith("active ") && one.endsWith(UP));
        assertThat(lab.status(APP + "/1")).contains("Mode: R/W");
        assertThat(lab.status("keystone-mysql-router/0")).isEqualTo("active Unit is ready");
    }

    @Test
    void row14TheWrongUnitNamesTheOneThatHasExecutedMost() {
        cut("1");
        lab.pass(600);
        cut("0", "2");
        restore("0", "1", "2");

        Answer answer = lab.run(APP + "/1", "reboot-cluster-from-complete-outage");

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.stdout())
                .contains("The active session instance (" + address("1") + ":3306)")
                .contains(
                        "isn't the most updated in comparison with the ONLINE instances of the"
                                + " Cluster's metadata. Please use the most up to date instance: '"
                                + address("0")
                                + ":3306'.");
        assertThat(answer.stderr()).contains("Reboot cluster from complete outage failed.");
        assertThat(lab.run(APP + "/0", "reboot-cluster-from-complete-outage").ok()).isTrue();
    }

    @Test
    void row16TheStoppedServerSaysSoAndTheOthersGoOn() {
        lab.ask(new StopService(lab.host(APP + "/2"), MysqlView.SERVICE)).settle();

        String stopped = lab.status(APP + "/2");
        String other = lab.status(APP + "/0");
        lab.ask(new StartService(lab.host(APP + "/2"), MysqlView.SERVICE)).settle();

        assertThat(stopped).isEqualTo("blocked MySQL is down on this instance");
        assertThat(other).endsWith(ALONE);
        assertThat(said()).allMatch(one -> one.endsWith(UP));
    }

    @Test
    void row16AFullDiskStopsTheServerUntilAPersonStartsItAgain() {
        lab.ask(new FillDisk(lab.host(APP + "/2"))).settle();
        String full = lab.status(APP + "/2");
        lab.ask(new FreeDisk(lab.host(APP + "/2"))).settle();
        String freed = lab.status(APP + "/2");

        lab.ask(new StartService(lab.host(APP + "/2"), MysqlView.SERVICE)).settle();

        assertThat(full).isEqualTo("blocked MySQL is down on this instance");
        assertThat(freed).isEqualTo(full);
        assertThat(lab.status(APP + "/2")).endsWith(UP);
    }

    @Test
    void aKilledServerIsStartedBySystemdAndLetIn() {
        lab.ask(new KillService(lab.host(APP + "/2"), MysqlView.SERVICE)).settle();

        assertThat(said()).allMatch(one -> one.endsWith(UP));
    }

    @Test
    void row17TheRouterFailsToConnectWhenTwoMembersAreGone() {
        cut("1", "2");

        assertThat(lab.status(APP + "/0")).isEqualTo(INACCESSIBLE);
        assertThat(lab.status("keystone-mysql-router/0"))
                .isEqualTo("blocked Failed to connect to MySQL");
    }

    @Test
    void row18ANewRouterWaitsForItsDatabaseWithoutAMajority() {
        lab.deploy("glance", 1, "lxd:0");
        lab.deployAs("mysql-router", "glance-mysql-router", 0);
        lab.relate("glance-mysql-router:juju-info", "glance:juju-info");
        lab.relate("glance-mysql-router:db-router", APP + ":db-router").settle();
        cut("1", "2");

        lab.relate("glance-mysql-router:shared-db", "glance:shared-db").settle();

        assertThat(lab.status("glance-mysql-router/0"))
                .isEqualTo("waiting Waiting for proxied DB creation from cluster");
        assertThat(lab.status("glance/0"))
                .isEqualTo("blocked Missing relations: identity; incomplete relations: database");
    }

    @Test
    void row44WhatIsSwitchedOnBeforeTheDatabaseServesFailsToConnect() {
        cut("0", "1", "2");
        restore("0");
        String early = lab.status("keystone-mysql-router/0");
        String first = lab.status(APP + "/0");
        restore("1", "2");
        String all = lab.status("keystone-mysql-router/0");

        lab.run(APP + "/0", "reboot-cluster-from-complete-outage");
        lab.settle();

        assertThat(early).isEqualTo("blocked Failed to connect to MySQL");
        assertThat(first).isEqualTo(INACCESSIBLE);
        assertThat(all).isEqualTo(early);
        assertThat(lab.status("keystone-mysql-router/0")).isEqualTo("active Unit is ready");
    }

    @Test
    void row56ARemovedUnitStaysInTheMetadataUntilItIsRemovedThereToo() {
        String address = address("2");
        lab.ask(new RemoveUnit(RealCharms.MODEL, APP + "/2", false)).settle();

        String before = lab.status(APP + "/0");
        Answer refused = lab.run(APP + "/0", "remove-instance", "address=" + address);
        Answer removed = lab.run(APP + "/0", "remove-instance", "address=" + address, "force=true");
        lab.settle();

        assertThat(before).endsWith(ALONE);
        assertThat(refused.stderr()).contains("Remove instance failed");
        assertThat(removed.ok()).isTrue();
        assertThat(lab.status(APP + "/0")).endsWith("Cluster is NOT tolerant to any failures.");
    }

    @Test
    void aSurvivorWithoutMajorityCannotBeRebootedButForcedToStopFirst() {
        cut("1", "2");
        restore("1", "2");
        List<String> blocked = said();
        Answer refused = lab.run(APP + "/1", "reboot-cluster-from-complete-outage");
        String survivor = lab.host(APP + "/0");
        lab.ask(new StopService(survivor, MysqlView.SERVICE));
        lab.ask(new StartService(survivor, MysqlView.SERVICE)).settle();

        Answer done = lab.run(APP + "/0", "reboot-cluster-from-complete-outage");
        lab.settle();

        assertThat(blocked).containsOnly(INACCESSIBLE);
        assertThat(refused.stdout()).contains("is reachable");
        assertThat(done.ok()).isTrue();
        assertThat(said()).allMatch(one -> one.endsWith(UP));
    }

    @Test
    void membersThatSayGoodbyeLeaveTheLastOneWriting() {
        lab.ask(new ShutDownHost(lab.host(APP + "/1"))).settle();
        lab.ask(new ShutDownHost(lab.host(APP + "/2"))).settle();

        String last = lab.status(APP + "/0");
        lab.ask(new BootHost(lab.host(APP + "/1"))).settle();

        assertThat(last)
                .isEqualTo(
                        "active Unit is ready: Mode: R/W, Cluster is NOT tolerant to any failures."
                                + " 2 members are not active.");
        assertThat(lab.status(APP + "/1")).contains("Mode: R/O");
    }

    @Test
    void aMemberThatHadMoreThanTheRebootedClusterIsNotLetIn() {
        cut("1");
        lab.pass(600);
        cut("0", "2");
        restore("1");
        lab.run(APP + "/1", "reboot-cluster-from-complete-outage");
        lab.settle();
        restore("0", "2");

        assertThat(lab.status(APP + "/1"))
                .isEqualTo(
                        "active Unit is ready: Mode: R/W, Cluster is NOT tolerant to any failures."
                                + " 2 members are not active.");
        assertThat(lab.status(APP + "/0")).isEqualTo(INACCESSIBLE);
        assertThat(lab.run(APP + "/1", "rejoin-instance", "address=" + address("0")).stdout())
                .contains("contains errant transactions");
    }

    @Test
    void clusterStatusNamesPrimaryAndSecondaries() {
        String healthy = lab.run(APP + "/0", "cluster-status").stdout();
        cut("0", "1", "2");
        restore("0");
        String lost = lab.run(APP + "/0", "cluster-status").stdout();

        assertThat(healthy)
                .contains("\"clusterName\": \"jujuCluster\"")
                .contains("\"status\": \"OK\", \"statusText\": \"" + UP + "\"")
                .contains("\"" + address("2") + ":3306\": {")
                .contains("\"memberRole\": \"PRIMARY\", \"mode\": \"R/W\"");
        assertThat(lost).contains("null");
    }

    @Test
    void anOptionOfTheClusterChangesHowLongASilentMemberIsWaitedFor() {
        assertThat(lab.run(APP + "/0", "set-cluster-option", "key=expelTimeout", "value=60").ok())
                .isTrue();
        assertThat(
                        MysqlView.cluster(lab.world(), RealCharms.MODEL, APP)
                                .orElseThrow()
                                .expelSeconds())
                .isEqualTo(60);
    }

    @Test
    void resumesWithTheSamePending() {
        lab.ask(new CutPower(lab.rack("2")));
        for (int i = 0; i < 40 && !lab.simulation().isFinished(); i++) {
            lab.infra().resumesEqually();
            lab.simulation().step();
        }
        lab.settle().ask(new RestorePower(lab.rack("2")));
        for (int i = 0; i < 60 && !lab.simulation().isFinished(); i++) {
            lab.infra().resumesEqually();
            lab.simulation().step();
        }
    }

    @Test
    void aPulledCablePartsAMemberWhichComesBackByItself() {
        pull("2");

        List<String> without = List.of(lab.status(APP + "/0"), lab.status(APP + "/1"));
        plug("2");

        assertThat(without).allMatch(said -> said.endsWith(ALONE));
        assertThat(without).anyMatch(said -> said.contains("Mode: R/W"));
        assertThat(said()).allMatch(one -> one.startsWith("active ") && one.endsWith(UP));
    }

    @Test
    void twoPulledCablesLeaveNoMajorityUntilOneIsBack() {
        pull("1", "2");

        String alone = lab.status(APP + "/0");
        String router = lab.status("keystone-mysql-router/0");
        plug("2");
        String two = lab.status(APP + "/0");
        plug("1");

        assertThat(alone).isEqualTo(INACCESSIBLE);
        assertThat(router).isEqualTo("blocked Failed to connect to MySQL");
        assertThat(two).startsWith("active ").endsWith(ALONE);
        assertThat(said()).allMatch(one -> one.startsWith("active ") && one.endsWith(UP));
    }

    @Test
    void anInstanceThatWasRemovedIsAddedAgainByTheLeader() {
        String address = address("2");
        String leader = leader();
        lab.run(leader, "remove-instance", "address=" + address, "force=true");
        lab.settle();

        Answer added = lab.run(leader, "add-instance", "address=" + address);
        lab.settle();

        assertThat(added.stdout()).isEqualTo("outcome: Success\noutput: None\n");
        assertThat(address("2")).isEqualTo(address);
        assertThat(said()).allMatch(one -> one.endsWith(UP));
    }

    @Test
    void onlyTheLeaderAddsInstances() {
        String other = leader().equals(APP + "/0") ? APP + "/1" : APP + "/0";

        Answer refused = lab.run(other, "add-instance", "address=" + address("2"));

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.stderr()).contains("exit status 1");
    }

    @Test
    void aRescanNamesMembersThatAreNotInTheGroup() {
        Answer whole = lab.run(APP + "/0", "cluster-rescan");
        cut("2");
        Answer less = lab.run(APP + "/0", "cluster-rescan");

        assertThat(whole.stdout()).contains("\"unavailableInstances\": []");
        assertThat(less.stdout())
                .contains("The instance '" + address("2") + ":3306' is no longer part of the");
    }

    private String leader() {
        return List.of(APP + "/0", APP + "/1", APP + "/2").stream()
                .filter(unit -> lab.unit(unit).leader())
                .findFirst()
                .orElseThrow();
    }

    private void pull(String... machines) {
        for (String machine : machines) {
            lab.ask(new PullCable(lab.rack(machine), port(machine)));
        }
        lab.settle();
    }

    private void plug(String... machines) {
        for (String machine : machines) {
            lab.ask(new PlugCable(lab.rack(machine), port(machine)));
        }
        lab.settle();
    }

    private String port(String machine) {
        return HardwareView.nics(lab.world(), lab.rack(machine)).getFirst().name();
    }

    private void cut(String... machines) {
        for (String machine : machines) {
            lab.ask(new CutPower(lab.rack(machine)));
        }
        lab.settle();
    }

    private void restore(String... machines) {
        for (String machine : machines) {
            lab.ask(new RestorePower(lab.rack(machine)));
        }
        lab.settle();
    }

    private List<String> said() {
        return List.of(lab.status(APP + "/0"), lab.status(APP + "/1"), lab.status(APP + "/2"));
    }

    private String address(String unit) {
        return MysqlView.member(lab.world(), RealCharms.MODEL, APP + "/" + unit)
                .orElseThrow()
                .address();
    }
}
