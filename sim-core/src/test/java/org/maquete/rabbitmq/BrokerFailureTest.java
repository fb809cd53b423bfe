package org.maquete.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.hardware.CutPower;
import org.maquete.hardware.PlugCable;
import org.maquete.hardware.PullCable;
import org.maquete.hardware.RestorePower;
import org.maquete.host.StartService;
import org.maquete.host.StopService;
import org.maquete.juju.JujuView;
import org.maquete.juju.RealCharms;
import org.maquete.juju.RemoveUnit;
import org.maquete.kernel.Answer;

/** Brokers that are lost, parted and forgotten. */
class BrokerFailureTest {

    private static final String APP = "rabbitmq-server";
    private static final String CLUSTERED = "active Unit is ready and clustered";

    private final RealCharms lab = RealCharms.lab();

    @Test
    void aStoppedBrokerSaysSo() {
        lab.deploy(APP, 1, "lxd:0").settle();
        String host = lab.host(APP + "/0");

        lab.ask(new StopService(host, RabbitmqView.SERVICE)).settle();
        String stopped = lab.status(APP + "/0");
        lab.ask(new StartService(host, RabbitmqView.SERVICE)).settle();

        assertThat(stopped)
                .isEqualTo("blocked Services not running that should be: rabbitmq-server");
        assertThat(lab.status(APP + "/0")).isEqualTo("active Unit is ready");
    }

    @Test
    void aStoppedBrokerOfAClusterIsNotClusteredAndTheOthersGoOn() {
        lab.deployOnEach(APP).settle();

        lab.ask(new StopService(lab.host(APP + "/1"), RabbitmqView.SERVICE)).settle();

        assertThat(lab.status(APP + "/1"))
                .isEqualTo("waiting Unit has peers, but RabbitMQ not clustered");
        assertThat(lab.status(APP + "/0")).isEqualTo(CLUSTERED);
    }

    @Test
    void forceBootStartsAStoppedNode() {
        lab.deployOnEach(APP).settle();
        lab.ask(new StopService(lab.host(APP + "/1"), RabbitmqView.SERVICE)).settle();

        Answer answer = lab.run(APP + "/1", "force-boot");
        lab.settle();

        assertThat(answer.stdout())
                .contains("Forcing boot for Mnesia dir /var/lib/rabbitmq/mnesia/rabbit@");
        assertThat(said()).containsOnly(CLUSTERED);
    }

    @Test
    void aLostMachineTakesItsBrokerAlongAndBringsItBack() {
        lab.deployOnEach(APP).settle();

        lab.ask(new CutPower(lab.rack("1"))).settle();
        String others = lab.status(APP + "/0");
        lab.ask(new RestorePower(lab.rack("1"))).settle();

        assertThat(others).isEqualTo(CLUSTERED);
        assertThat(said()).containsOnly(CLUSTERED);
    }

    @Test
    void aNodeThatDepartedWithoutLeavingHasToBeForgotten() {
        lab.deployOnEach(APP).settle();
        String node = "rabbit@" + lab.host(APP + "/2");
        lab.ask(new RemoveUnit(RealCharms.MODEL, APP + "/2", true)).settle();

        String before = lab.status(APP + "/0");
        Answer running =
                lab.run(APP + "/0", "forget-cluster-node", "node=rabbit@" + lab.host(APP + "/1"));
        Answer done = lab.run(APP + "/0", "forget-cluster-node", "node=" + node);
        lab.settle();

        assertThat(before)
                .isEqualTo(
                        "blocked Node "
                                + node
                                + " in the cluster but not running. If it is a departed node,"
                                + " remove with `forget-cluster-node` action");
        assertThat(running.stderr()).contains("It is either still running or already removed.");
        assertThat(done.ok()).isTrue();
        assertThat(lab.status(APP + "/0")).isEqualTo(CLUSTERED);
    }

    @Test
    void aUnitThatIsRemovedInGoodOrderLeavesTheCluster() {
        lab.deployOnEach(APP).settle();

        lab.ask(new RemoveUnit(RealCharms.MODEL, APP + "/2", false)).settle();

        assertThat(JujuView.unit(lab.world(), RealCharms.MODEL, APP + "/2")).isEmpty();
        assertThat(lab.status(APP + "/0")).isEqualTo(CLUSTERED);
    }

    @Test
    void aPulledCablePartsTheClusterUntilOneSideIsRestarted() {
        lab.deployOnEach(APP).settle();
        part();

        List<String> parted = said();
        String status = lab.run(APP + "/0", "cluster-status").stdout();
        String cut = lab.host(APP + "/2");
        lab.ask(new StopService(cut, RabbitmqView.SERVICE));
        lab.ask(new StartService(cut, RabbitmqView.SERVICE)).settle();

        assertThat(parted).containsOnly("blocked RabbitMQ is partitioned");
        assertThat(status).contains("\"partitions\": {\n").contains("rabbit@" + cut);
        assertThat(said()).containsOnly(CLUSTERED);
    }

    @Test
    void autohealMendsThePartition() {
        lab.deployOnEach(APP).settle();
        lab.config(APP, "cluster-partition-handling", "autoheal").settle();

        part();

        assertThat(said()).containsOnly(CLUSTERED);
    }

    @Test
    void aCableThatComesBackInTimePartsNobody() {
        lab.deployOnEach(APP).settle();
        String rack = lab.rack("2");
        lab.ask(new PullCable(rack, "enp1s0")).pass(20);

        lab.ask(new PlugCable(rack, "enp1s0")).settle();

        assertThat(said()).containsOnly(CLUSTERED);
    }

    @Test
    void resumesWithTheSamePending() {
        lab.deployOnEach(APP).settle();
        lab.ask(new PullCable(lab.rack("2"), "enp1s0"));

        for (int i = 0; i < 20 && !lab.simulation().isFinished(); i++) {
            lab.infra().resumesEqually();
            lab.simulation().step();
        }
        assertThat(RabbitmqView.broker(lab.world(), RealCharms.MODEL, APP + "/2"))
                .hasValueSatisfying(broker -> assertThat(broker.parted()).isTrue());
    }

    private void part() {
        String rack = lab.rack("2");
        lab.ask(new PullCable(rack, "enp1s0")).settle();
        lab.ask(new PlugCable(rack, "enp1s0")).settle();
    }

    private List<String> said() {
        return List.of(lab.status(APP + "/0"), lab.status(APP + "/1"), lab.status(APP + "/2"));
    }
}
