package org.maquete.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.maquete.juju.Charm;
import org.maquete.juju.CharmBench;
import org.maquete.juju.CharmRegistry;
import org.maquete.juju.catalog.Resources;

class RabbitmqServerCharmTest {

    @Test
    void aSingleBrokerIsReady() {
        CharmBench bench = brokers(1);

        bench.settle();

        assertThat(bench.status("rabbitmq-server/0")).isEqualTo("active Unit is ready");
    }

    @Test
    void severalBrokersFormACluster() {
        CharmBench bench = brokers(3);

        bench.round();
        String first = bench.status("rabbitmq-server/0");
        bench.settle();

        assertThat(first).isEqualTo("waiting Unit has peers, but RabbitMQ not clustered");
        assertThat(bench.status("rabbitmq-server/2"))
                .isEqualTo("active Unit is ready and clustered");
    }

    @Test
    void waitsForTheSmallestClusterThatIsWanted() {
        CharmBench bench = brokers(2);
        bench.config("rabbitmq-server", "min-cluster-size", "3");

        bench.settle();

        assertThat(bench.status("rabbitmq-server/0"))
                .isEqualTo("waiting Waiting for all 3 peers to complete the cluster.");
    }

    private static CharmBench brokers(int units) {
        CharmBench bench =
                new CharmBench(
                        Resources.CATALOG,
                        new CharmRegistry(new RabbitmqSubsystem(Resources.CATALOG))
                                .charms()
                                .toArray(Charm[]::new));
        bench.deploy("rabbitmq-server", "rabbitmq-server", units);
        return bench;
    }
}
