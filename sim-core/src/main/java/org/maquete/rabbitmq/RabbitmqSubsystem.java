package org.maquete.rabbitmq;

import java.util.List;
import java.util.function.UnaryOperator;
import org.maquete.host.HostDied;
import org.maquete.host.NetworkLost;
import org.maquete.host.NetworkReturned;
import org.maquete.host.ServiceDied;
import org.maquete.host.ServiceStarted;
import org.maquete.juju.Charm;
import org.maquete.juju.UnitRemoved;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.kernel.EventId;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Registry;
import org.maquete.kernel.Span;
import org.maquete.kernel.Subsystem;
import org.maquete.world.Edits;
import org.maquete.world.World;

/** The message broker: its nodes and its charm. */
public final class RabbitmqSubsystem implements Subsystem {

    /** From the loss of a link until the nodes behind it are given up. */
    // <60 s, a quarter more or less>: RabbitMQ 3.9, net_ticktime
    static final Span NET_TICK =
            Span.seconds("rabbitmq.net-tick", 45, 75, "RabbitMQ 3.9, nettick: 60 s");

    private final CharmCatalog catalog;

    /** Takes the charm's metadata from this catalogue. */
    public RabbitmqSubsystem(CharmCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public String name() {
        return "rabbitmq";
    }

    /** The charms that have a class here; Juju runs them. */
    public List<Charm> charms() {
        return List.of(new RabbitmqServerCharm(catalog.find("rabbitmq-server").orElseThrow()));
    }

    @Override
    public void declare(Registry registry) {
        registry.tables(RabbitmqView.BROKERS);
        registry.spans(List.of(NET_TICK));
        registry.command(StartBroker.class, BrokerHandler::start);
        registry.command(LeaveCluster.class, BrokerHandler::leave);
        registry.command(ForgetNode.class, BrokerHandler::forget);
        registry.event(NetTickDue.class, BrokerHandler::tickDue);
        facts(registry);
        registry.react(NetworkLost.class, BrokerHandler::pulled);
        registry.react(NetworkReturned.class, BrokerHandler::plugged);
        registry.react(HostDied.class, BrokerHandler::hostDied);
        registry.react(ServiceDied.class, BrokerHandler::serviceDied);
        registry.react(ServiceStarted.class, BrokerHandler::serviceStarted);
        registry.react(UnitRemoved.class, BrokerHandler::unitRemoved);
        registry.resume(RabbitmqSubsystem::resume);
        charms().forEach(registry::contribute);
    }

    private static void facts(Registry registry) {
        registry.fact(BrokerJoined.class, (fact, _, edits) -> joined(fact, edits));
        registry.fact(
                BrokerForgotten.class,
                (fact, _, edits) -> {
                    String key = fact.model() + " " + fact.unit();
                    int id = edits.world().table(RabbitmqView.BROKERS).idOf(key);
                    edits.remove(RabbitmqView.BROKERS, id);
                });
        registry.fact(
                LinkLost.class,
                (fact, _, edits) ->
                        change(
                                edits,
                                fact.model(),
                                fact.unit(),
                                one -> one.awaited(fact.dueNs(), fact.event())));
        registry.fact(
                LinkBack.class,
                (fact, _, edits) ->
                        change(edits, fact.model(), fact.unit(), one -> one.withParted(false)));
        registry.fact(
                ClusterParted.class,
                (fact, _, edits) ->
                        change(edits, fact.model(), fact.unit(), one -> one.withParted(true)));
        registry.fact(
                PartitionHealed.class,
                (fact, _, edits) ->
                        change(edits, fact.model(), fact.unit(), one -> one.withParted(false)));
    }

    private static void joined(BrokerJoined fact, Edits edits) {
        int id = edits.world().table(RabbitmqView.BROKERS).nextId();
        edits.insert(
                RabbitmqView.BROKERS,
                new Broker(
                        id,
                        fact.model(),
                        fact.unit(),
                        fact.application(),
                        fact.node(),
                        false,
                        0,
                        EventId.NONE));
    }

    private static void change(
            Edits edits, String model, String unit, UnaryOperator<Broker> change) {
        edits.change(RabbitmqView.BROKERS, model + " " + unit, change);
    }

    private static void resume(World world, Outcome out) {
        for (Broker broker : world.table(RabbitmqView.BROKERS)) {
            if (broker.dueNs() > 0) {
                long leftNs = Math.max(0, broker.dueNs() - out.now());
                EventId tick = out.schedule(leftNs, new NetTickDue(broker.model(), broker.unit()));
                out.fact(new LinkLost(broker.model(), broker.unit(), out.now() + leftNs, tick));
            }
        }
    }
}
