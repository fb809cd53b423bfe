package org.maquete.rabbitmq;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.host.HostView;
import org.maquete.juju.JujuView;
import org.maquete.juju.Unit;
import org.maquete.world.TableKey;
import org.maquete.world.World;

/** What others may know of the brokers: the truth, which the charm's status follows. */
public final class RabbitmqView {

    /** Nodes by model and unit. */
    public static final TableKey<Broker> BROKERS = TableKey.keyed("rabbitmq.broker");

    /** The name of the broker among the services of its host. */
    public static final String SERVICE = "rabbitmq-server";

    private RabbitmqView() {}

    /** The nodes of an application's cluster in order of their joining. */
    public static List<Broker> brokers(World world, String model, String application) {
        return world.table(BROKERS)
                .where(one -> one.application().equals(application) && one.model().equals(model));
    }

    /** The node of a unit. */
    public static Optional<Broker> broker(World world, String model, String unit) {
        return world.table(BROKERS).find(model, unit);
    }

    /** The host of a node whose unit is still there, or the empty text. */
    public static String hostOf(World world, Broker broker) {
        Optional<Unit> unit = JujuView.unit(world, broker.model(), broker.unit());
        return unit.isEmpty() ? "" : JujuView.hostOf(world, unit.get());
    }

    /** Whether a node runs. */
    public static boolean runs(World world, Broker broker) {
        return HostView.isRunning(world, hostOf(world, broker), SERVICE);
    }

    /** Whether a node and some other that runs do not reach each other. */
    static boolean isCutOff(World world, Broker broker) {
        String host = hostOf(world, broker);
        for (Broker other : brokers(world, broker.model(), broker.application())) {
            if (!other.unit().equals(broker.unit())
                    && runs(world, other)
                    && !HostView.reachable(world, host, hostOf(world, other))) {
                return true;
            }
        }
        return false;
    }

    /** Nodes that went on without each other and see each other again. */
    static List<Broker> parted(World world, String model, String application) {
        List<Broker> parted = new ArrayList<>();
        for (Broker broker : brokers(world, model, application)) {
            if (broker.parted() && runs(world, broker) && !isCutOff(world, broker)) {
                parted.add(broker);
            }
        }
        return parted;
    }
}
