package org.maquete.neutron.ovn;

import java.util.ArrayList;
import java.util.List;
import org.maquete.host.HostBooted;
import org.maquete.host.HostDied;
import org.maquete.host.NetworkLost;
import org.maquete.host.NetworkReturned;
import org.maquete.host.ServiceDied;
import org.maquete.host.ServiceStarted;
import org.maquete.kernel.Distribution;
import org.maquete.kernel.Registry;
import org.maquete.kernel.SimTime;
import org.maquete.kernel.Span;
import org.maquete.kernel.Subsystem;
import org.maquete.neutron.ovn.Silence.Phase;
import org.maquete.ovn.LeadersElected;
import org.maquete.world.Edits;
import org.maquete.world.World;

/** What the ovn-controllers of all chassis know of each other, and who has the gateways. */
public final class OvnControllers implements Subsystem {

    // OVS 2.17 lib/bfd.c: mult 3, min_rx 1000 ms, min_tx 100 ms; the peer sends every 0.75 to 1 s
    // (RFC 5880 6.8.7), so the last packet is up to 1 s old when it dies. Six fail-overs of
    // ovn_failover.py: 2.42 to 3.02 s; six others: 2.1 to 3.05 s.
    /** From the death of a chassis to the claim of its gateways by the next one. */
    static final Span DETECTION =
            millis(
                    "ovn-controller.bfd-detection",
                    2400,
                    3050,
                    "OVS lib/bfd.c, 3 x 1 s less the age of the last packet; measured 2.42-3.02 s");

    /** From the claim to the first packet by the new way. */
    static final Span TAKEOVER =
            millis(
                    "ovn-controller.gateway-takeover",
                    100,
                    400,
                    "GUESS: switches learn by gratuitous ARP; on dummy devices less than 0.1 s");

    /** From the moment at which a chassis can answer again to sessions that are up. */
    static final Span SESSION_UP =
            millis(
                    "ovn-controller.bfd-session-up",
                    6200,
                    7200,
                    "ovn_failover.py back, OVN 23.03.1: 6.2-7.2 s after the start of vswitchd");

    @Override
    public String name() {
        return "ovn-controller";
    }

    @Override
    public void declare(Registry registry) {
        registry.tables(SouthboundView.SILENCES);
        registry.spans(List.of(DETECTION, TAKEOVER, SESSION_UP));
        registry.event(SilenceDue.class, BfdHandler::due);
        registry.fact(SilenceChanged.class, (fact, _, edits) -> changed(fact, edits));
        registry.fact(ChassisReturned.class, (fact, _, edits) -> returned(fact, edits));
        registry.fact(GatewayClaimed.class, (_, _, _) -> {}); // follows from the silences
        registry.react(HostDied.class, BfdHandler::hostDied);
        registry.react(ServiceDied.class, BfdHandler::serviceDied);
        registry.react(NetworkLost.class, BfdHandler::networkLost);
        registry.react(HostBooted.class, BfdHandler::hostBooted);
        registry.react(ServiceStarted.class, BfdHandler::serviceStarted);
        registry.react(NetworkReturned.class, BfdHandler::networkReturned);
        registry.react(LeadersElected.class, BfdHandler::elected);
        registry.resume(BfdHandler::resume);
        registry.invariant("only a chassis that cannot answer is silent", OvnControllers::talking);
    }

    private static Span millis(String name, long low, long high, String source) {
        long lowNs = low * SimTime.MILLISECOND;
        return new Span(
                name,
                low == high
                        ? new Distribution.Constant(lowNs)
                        : new Distribution.Uniform(lowNs, high * SimTime.MILLISECOND),
                source);
    }

    private static void changed(SilenceChanged fact, Edits edits) {
        boolean isKnown = edits.world().table(SouthboundView.SILENCES).has(fact.chassis());
        int id =
                isKnown
                        ? edits.world().table(SouthboundView.SILENCES).idOf(fact.chassis())
                        : edits.world().table(SouthboundView.SILENCES).nextId();
        Silence row =
                new Silence(
                        id,
                        fact.chassis(),
                        fact.phase(),
                        fact.sinceNs(),
                        fact.claimNs(),
                        fact.doneNs(),
                        fact.due());
        if (isKnown) {
            edits.set(SouthboundView.SILENCES, row);
        } else {
            edits.insert(SouthboundView.SILENCES, row);
        }
    }

    private static void returned(ChassisReturned fact, Edits edits) {
        int id = edits.world().table(SouthboundView.SILENCES).idOf(fact.chassis());
        edits.remove(SouthboundView.SILENCES, id);
    }

    private static List<String> talking(World world) {
        List<String> wrong = new ArrayList<>();
        for (Silence each : world.table(SouthboundView.SILENCES)) {
            boolean isReturning = each.phase() == Phase.RETURNING;
            if (SouthboundView.isAlive(world, each.chassis()) != isReturning) {
                wrong.add(each.chassis() + " is " + each.phase() + " against the truth");
            }
        }
        return wrong;
    }
}
