package org.maquete.ovn.pipeline;

import java.util.List;
import java.util.Optional;
import org.maquete.ovn.nb.Northbound;

/**
 * Asks a logical network what becomes of a packet, as ovn-trace does. It keeps the compiled network
 * and, when rows change, makes again only what depends on them.
 */
public final class Tracer {

    private static final int[] NEW = {Ct.NEW | Ct.TRK};

    private final NetworkCompiler compiler = new NetworkCompiler();
    private Network network;

    public Tracer(Northbound rows, List<Binding> bindings) {
        network = compiler.compile(rows, bindings);
    }

    /** Goes on with other rows. */
    public void update(Northbound rows, List<Binding> bindings) {
        network = compiler.compile(rows, bindings);
    }

    /** How many switches, routers and address sets were made since the beginning. */
    public int madeCount() {
        return compiler.madeCount();
    }

    /**
     * Follows a packet of a new connection from the first member of each load balancer on.
     *
     * @param inport the name of the switch's port it comes from
     * @throws IllegalArgumentException when there is no such port, or the packet is none
     */
    public Verdict trace(String inport, Packet packet) {
        return trace(inport, packet, new ToldTracking(NEW), 0);
    }

    /**
     * The same with what conntrack says.
     *
     * @param states {@code new}, or one for each look-up: {@code new;est,rpl}; the last holds on
     * @param choice which member of a load balancer is taken, and which of several routes
     */
    public Verdict trace(String inport, Packet packet, String states, int choice) {
        String[] words = states.split(";", -1);
        int[] bits = new int[words.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Ct.parse(words[i]);
        }
        return trace(inport, packet, new ToldTracking(bits), choice);
    }

    private Verdict trace(String inport, Packet packet, Tracking tracking, int choice) {
        return follow(inport, packet, new Walk.Asked(tracking, choice, false)).verdict();
    }

    Trip follow(String inport, Packet packet, Walk.Asked asked) {
        Optional<Integer> place = network.place(inport);
        if (place.isEmpty()) {
            throw new IllegalArgumentException(
                    "expected the name of a switch's port, found \""
                            + inport
                            + "\"\nMaybe the port was deleted, or is a router's.");
        }
        return Walk.follow(network, place.get(), packet.array(), asked);
    }
}
