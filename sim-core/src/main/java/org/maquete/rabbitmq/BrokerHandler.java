package org.maquete.rabbitmq;

import java.util.Optional;
import org.maquete.host.HostDied;
import org.maquete.host.HostView;
import org.maquete.host.NetworkLost;
import org.maquete.host.NetworkReturned;
import org.maquete.host.ServiceDied;
import org.maquete.host.ServiceStarted;
import org.maquete.host.StartService;
import org.maquete.host.StopService;
import org.maquete.juju.Application;
import org.maquete.juju.JujuView;
import org.maquete.juju.Onlookers;
import org.maquete.juju.Unit;
import org.maquete.juju.UnitHost;
import org.maquete.juju.UnitRemoved;
import org.maquete.kernel.EventId;
import org.maquete.kernel.Outcome;
import org.maquete.world.World;

/**
 * Which nodes belong to a cluster, run, and see each other.
 *
 * <p>Two sides of a lost link wait for a sign of life; then each goes on alone. When the link is
 * back they find that they have parted, and by default ({@code ignore}) nothing happens until a
 * person restarts one side. With {@code autoheal} and {@code pause_minority} they mend it.
 */
final class BrokerHandler {

    private BrokerHandler() {}

    static void start(StartBroker command, World world, Outcome out) {
        Optional<Unit> unit = JujuView.unit(world, command.model(), command.unit());
        Optional<String> host = unit.flatMap(one -> UnitHost.of(world, one));
        boolean known = RabbitmqView.broker(world, command.model(), command.unit()).isPresent();
        if (host.isPresent() && !known) {
            out.fact(
                    new BrokerJoined(
                            command.model(),
                            command.unit(),
                            unit.orElseThrow().application(),
                            "rabbit@" + host.get()));
            out.command(new StartService(host.get(), RabbitmqView.SERVICE));
        }
    }

    static void leave(LeaveCluster command, World world, Outcome out) {
        Optional<Broker> found = RabbitmqView.broker(world, command.model(), command.unit());
        if (found.isEmpty()) {
            return;
        }
        Broker broker = found.get();
        out.cancel(broker.tick());
        out.fact(new BrokerForgotten(broker.model(), broker.unit()));
        if (RabbitmqView.runs(world, broker)) {
            String host = RabbitmqView.hostOf(world, broker);
            out.command(new StopService(host, RabbitmqView.SERVICE));
        }
        look(broker, world, out);
    }

    static void forget(ForgetNode command, World world, Outcome out) {
        Optional<Broker> found = RabbitmqView.broker(world, command.model(), command.unit());
        if (found.isPresent()) {
            out.cancel(found.get().tick());
            out.fact(new BrokerForgotten(command.model(), command.unit()));
            look(found.get(), world, out);
        }
    }

    static void hostDied(HostDied fact, World world, Outcome out) {
        on(fact.name(), world).ifPresent(broker -> stopped(broker, world, out));
    }

    static void serviceDied(ServiceDied fact, World world, Outcome out) {
        if (fact.service().equals(RabbitmqView.SERVICE) && HostView.isUp(world, fact.host())) {
            on(fact.host(), world).ifPresent(broker -> stopped(broker, world, out));
        }
    }

    /** A node that has stopped joins the others when it starts. */
    private static void stopped(Broker broker, World world, Outcome out) {
        if (broker.parted()) {
            out.fact(new PartitionHealed(broker.model(), broker.unit()));
        } else if (!broker.tick().equals(EventId.NONE)) {
            out.cancel(broker.tick());
            out.fact(new LinkBack(broker.model(), broker.unit()));
        }
        look(broker, world, out);
    }

    static void serviceStarted(ServiceStarted fact, World world, Outcome out) {
        if (fact.service().equals(RabbitmqView.SERVICE)) {
            on(fact.host(), world).ifPresent(broker -> look(broker, world, out));
        }
    }

    static void unitRemoved(UnitRemoved fact, World world, Outcome out) {
        RabbitmqView.broker(world, fact.model(), fact.unit())
                .ifPresent(broker -> look(broker, world, out));
    }

    static void pulled(NetworkLost fact, World world, Outcome out) {
        for (Broker broker : world.table(RabbitmqView.BROKERS)) {
            if (isBehind(fact.host(), broker, world)
                    && !broker.parted()
                    && broker.tick().equals(EventId.NONE)
                    && RabbitmqView.runs(world, broker)
                    && RabbitmqView.isCutOff(world, broker)) {
                long delayNs = out.draw(RabbitmqSubsystem.NET_TICK, broker.key(), out.now());
                EventId tick = out.schedule(delayNs, new NetTickDue(broker.model(), broker.unit()));
                out.fact(new LinkLost(broker.model(), broker.unit(), out.now() + delayNs, tick));
            }
        }
    }

    static void tickDue(NetTickDue event, World world, Outcome out) {
        RabbitmqView.broker(world, event.model(), event.unit())
                .ifPresent(broker ->
                        out.fact(
                                RabbitmqView.isCutOff(world, broker)
                                        ? new ClusterParted(broker.model(), broker.unit())
                                        : new LinkBack(broker.model(), broker.unit())));
    }

    static void plugged(NetworkReturned fact, World world, Outcome out) {
        for (Broker broker : world.table(RabbitmqView.BROKERS)) {
            if (!isBehind(fact.host(), broker, world)) {
                continue;
            }
            if (!broker.tick().equals(EventId.NONE)) {
                out.cancel(broker.tick());
                out.fact(new LinkBack(broker.model(), broker.unit()));
            } else if (broker.parted() && mendsItself(broker, world)) {
                out.fact(new PartitionHealed(broker.model(), broker.unit()));
            }
            look(broker, world, out);
        }
    }

    private static boolean mendsItself(Broker broker, World world) {
        Optional<Application> application =
                JujuView.application(world, broker.model(), broker.application());
        return application.isPresent()
                && !JujuView.config(world, application.get(), "cluster-partition-handling")
                        .equals("ignore");
    }

    private static boolean isBehind(String machine, Broker broker, World world) {
        return HostView.machineOf(world, RabbitmqView.hostOf(world, broker))
                .filter(machine::equals)
                .isPresent();
    }

    private static Optional<Broker> on(String host, World world) {
        for (Broker broker : world.table(RabbitmqView.BROKERS)) {
            if (RabbitmqView.hostOf(world, broker).equals(host)) {
                return Optional.of(broker);
            }
        }
        return Optional.empty();
    }

    private static void look(Broker broker, World world, Outcome out) {
        Onlookers.of(world, out, broker.model(), broker.application());
    }
}
