package org.maquete.neutron.ovn;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.maquete.host.HostBooted;
import org.maquete.host.HostDied;
import org.maquete.host.HostView;
import org.maquete.host.NetworkLost;
import org.maquete.host.NetworkReturned;
import org.maquete.host.ServiceDied;
import org.maquete.host.ServiceStarted;
import org.maquete.kernel.EventId;
import org.maquete.kernel.Outcome;
import org.maquete.neutron.PlugWaitingPorts;
import org.maquete.neutron.ovn.Silence.Phase;
import org.maquete.ovn.LeadersElected;
import org.maquete.ovn.OvnView;
import org.maquete.ovn.nb.LogicalRouterPort;
import org.maquete.world.World;

/**
 * Decides when the other chassis notice that one is silent, and that it is back. Each pair has a
 * BFD session of its own; here the last one that matters stands for all of them. Nothing is asked
 * and nothing is scheduled while all chassis are well.
 */
final class BfdHandler {

    private BfdHandler() {}

    static void hostDied(HostDied fact, World world, Outcome out) {
        silent(fact.name(), world, out);
    }

    static void serviceDied(ServiceDied fact, World world, Outcome out) {
        if (fact.service().equals(SouthboundView.SWITCH)) {
            silent(fact.host(), world, out);
        }
    }

    static void networkLost(NetworkLost fact, World world, Outcome out) {
        silent(fact.host(), world, out);
    }

    static void hostBooted(HostBooted fact, World world, Outcome out) {
        heard(fact.name(), world, out);
    }

    static void serviceStarted(ServiceStarted fact, World world, Outcome out) {
        if (fact.service().equals(SouthboundView.SWITCH)) {
            heard(fact.host(), world, out);
        }
    }

    static void networkReturned(NetworkReturned fact, World world, Outcome out) {
        heard(fact.host(), world, out);
    }

    private static void silent(String host, World world, Outcome out) {
        boolean hasSwitch = world.table(HostView.SERVICES).has(host + " " + SouthboundView.SWITCH);
        if (!hasSwitch || SouthboundView.isAlive(world, host)) {
            return;
        }
        Optional<Silence> known = SouthboundView.silence(world, host);
        if (known.isEmpty()) {
            long claimNs = out.now() + out.draw(OvnControllers.DETECTION, host, out.now());
            long doneNs = claimNs + out.draw(OvnControllers.TAKEOVER, host, out.now());
            EventId due = out.schedule(claimNs - out.now(), new SilenceDue(host));
            out.fact(new SilenceChanged(host, Phase.UNNOTICED, out.now(), claimNs, doneNs, due));
        } else if (known.get().phase() == Phase.RETURNING) {
            out.cancel(known.get().due());
            out.fact(lost(host, out.now()));
        }
    }

    private static SilenceChanged lost(String host, long sinceNs) {
        return new SilenceChanged(host, Phase.LOST, sinceNs, sinceNs, sinceNs, EventId.NONE);
    }

    private static void heard(String host, World world, Outcome out) {
        Optional<Silence> known = SouthboundView.silence(world, host);
        if (known.isEmpty()
                || known.get().phase() == Phase.RETURNING
                || !SouthboundView.isAlive(world, host)) {
            return;
        }
        out.cancel(known.get().due());
        if (!known.get().isReplaced()) {
            out.fact(new ChassisReturned(host));
            return;
        }
        long leftNs = out.draw(OvnControllers.SESSION_UP, host, out.now());
        long upNs = out.now() + leftNs;
        EventId due = out.schedule(leftNs, new SilenceDue(host));
        out.fact(new SilenceChanged(host, Phase.RETURNING, out.now(), upNs, upNs, due));
    }

    static void due(SilenceDue event, World world, Outcome out) {
        Optional<Silence> known = SouthboundView.silence(world, event.chassis());
        if (known.isEmpty()) {
            return;
        }
        Silence now = known.get();
        switch (now.phase()) {
            case UNNOTICED -> noticed(now, world, out);
            case CLAIMED -> out.fact(changed(now, Phase.LOST, EventId.NONE));
            case RETURNING -> {
                out.fact(new ChassisReturned(now.chassis()));
                claims(now.chassis(), false, world, out);
            }
            case HELD, LOST -> {}
        }
    }

    private static void noticed(Silence now, World world, Outcome out) {
        if (SouthboundView.isDatabaseUp(world)) {
            EventId due = out.schedule(now.doneNs() - out.now(), new SilenceDue(now.chassis()));
            out.fact(changed(now, Phase.CLAIMED, due));
            claims(now.chassis(), true, world, out);
        } else {
            out.fact(changed(now, Phase.HELD, EventId.NONE));
        }
    }

    private static SilenceChanged changed(Silence now, Phase phase, EventId due) {
        return new SilenceChanged(
                now.chassis(), phase, now.sinceNs(), now.claimNs(), now.doneNs(), due);
    }

    /** The databases answer again: what nobody could claim or plug is claimed and plugged. */
    static void elected(LeadersElected fact, World world, Outcome out) {
        if (OvnView.standstill(world).isEmpty()) {
            out.command(new PlugWaitingPorts());
        }
        if (!SouthboundView.isDatabaseUp(world)) {
            return;
        }
        for (Silence each : world.table(SouthboundView.SILENCES)) {
            if (each.phase() == Phase.HELD) {
                long doneNs = out.now() + each.doneNs() - each.claimNs();
                EventId due = out.schedule(doneNs - out.now(), new SilenceDue(each.chassis()));
                out.fact(
                        new SilenceChanged(
                                each.chassis(),
                                Phase.CLAIMED,
                                each.sinceNs(),
                                out.now(),
                                doneNs,
                                due));
                claims(each.chassis(), true, world, out);
            }
        }
    }

    /** The gateways that move when the others think otherwise of one chassis. */
    private static void claims(String chassis, boolean isLost, World world, Outcome out) {
        List<Chassis> all = Chassis.of(world);
        Predicate<Silence> before = Silence::isReplaced;
        Predicate<Silence> after = s -> s.chassis().equals(chassis) ? isLost : s.isReplaced();
        for (LogicalRouterPort port : NorthboundView.of(world).routerPorts()) {
            Optional<Chassis> from = SouthboundView.residence(world, port, all, before);
            Optional<Chassis> to = SouthboundView.residence(world, port, all, after);
            if (to.isPresent() && !to.equals(from)) {
                String had = from.map(Chassis::name).orElse("");
                out.fact(new GatewayClaimed("cr-" + port.name(), to.get().name(), had));
            }
        }
    }

    static void resume(World world, Outcome out) {
        for (Silence each : world.table(SouthboundView.SILENCES)) {
            long dueNs =
                    switch (each.phase()) {
                        case UNNOTICED -> each.claimNs();
                        case CLAIMED, RETURNING -> each.doneNs();
                        case HELD, LOST -> -1;
                    };
            if (dueNs >= 0) {
                long leftNs = Math.max(0, dueNs - out.now());
                EventId due = out.schedule(leftNs, new SilenceDue(each.chassis()));
                out.fact(changed(each, each.phase(), due));
            }
        }
    }
}
