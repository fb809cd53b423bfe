package org.maquete.ovn.pipeline;

import java.util.ArrayList;
import java.util.List;

/**
 * A logical network that remembers: packets are sent one after the other, and each changes what
 * conntrack knows, which ports SNAT has taken, and what routers have learnt of their neighbours. A
 * packet for a neighbour that a router has to ask for waits, and leaves with the answer.
 *
 * <p>Deterministic: the same packets in the same order come out the same. Real SNAT draws the port
 * that it takes instead of one in use; here it is the next one.
 */
public final class Session {

    private static final int WAITING_MAX =
            64; // <packets>: GUESS; ovn-controller 22.03 keeps 4 a MAC

    private final Tracer tracer;
    private final Conntrack conntrack;
    private final List<Waiting> waiting = new ArrayList<>();

    private record Waiting(String inport, Packet packet, String asked) {}

    /** In which nothing was sent yet. */
    public Session(Tracer tracer) {
        this(tracer, new Conntrack());
    }

    private Session(Tracer tracer, Conntrack conntrack) {
        this.tracer = tracer;
        this.conntrack = conntrack;
    }

    /** The same so far: what one of the two learns, the other does not. */
    public Session copy() {
        Session copy = new Session(tracer, conntrack.copy());
        copy.waiting.addAll(waiting);
        return copy;
    }

    /**
     * Sends a packet and tells each step; it does not wait where a router asks for a neighbour.
     *
     * @param inport the name of the switch's port it comes from
     * @throws IllegalArgumentException when there is no such port, or the packet is none
     */
    public Trip follow(String inport, Packet packet) {
        return tracer.follow(inport, packet, new Walk.Asked(conntrack, 0, true));
    }

    /**
     * Sends a packet.
     *
     * @param inport the name of the switch's port it comes from
     * @return all that leaves because of it, also packets that had waited
     * @throws IllegalArgumentException when there is no such port, or the packet is none
     */
    public List<Output> send(String inport, Packet packet) {
        List<Output> all = new ArrayList<>(sent(inport, packet));
        if (packet.fields().getOrDefault("type", "").equals("arp")) {
            String told = packet.fields().getOrDefault("arp_spa", "");
            for (Waiting each : List.copyOf(waiting)) {
                if (each.asked.equals(told) && waiting.remove(each)) {
                    all.addAll(sent(each.inport, each.packet));
                }
            }
        }
        return all;
    }

    private List<Output> sent(String inport, Packet packet) {
        Walk.Asked how = new Walk.Asked(conntrack, 0, false);
        Verdict verdict = tracer.follow(inport, packet, how).verdict();
        if (!verdict.notModelled().isEmpty()) {
            throw new UnmodelledException(verdict.notModelled());
        }
        for (Output each : verdict.outputs()) {
            if (each.generated() == Output.Generated.ARP && waiting.size() < WAITING_MAX) {
                String asked = each.packet().fields().getOrDefault("arp_tpa", "");
                waiting.add(new Waiting(inport, packet, asked));
                break;
            }
        }
        return verdict.outputs();
    }
}
