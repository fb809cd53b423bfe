package org.maquete.ovn.pipeline;

import java.util.Optional;
import org.maquete.ovn.nb.Acl;
import org.maquete.ovn.nb.Nat;

/** What a packet met on its way; a walk that is asked for it tells all in their order. */
public sealed interface Step {

    /**
     * It came into a switch or a router.
     *
     * @param datapath the name of the row
     * @param port the port it came in by
     */
    record Entered(String datapath, boolean isRouter, String port) implements Step {}

    /**
     * The rules of a port let it pass.
     *
     * @param isSent whether the port sent it; else the port receives it
     * @param rule the rule that decided; none when no rule is about it
     * @param isKnown whether conntrack knew the connection, so that no rule was asked
     */
    record Passed(String port, boolean isSent, Optional<Acl> rule, boolean isKnown)
            implements Step {}

    /**
     * A router wrote another address.
     *
     * @param isSource whether it is the sender's address
     * @param rule the rule; none when conntrack translated an answer back
     */
    record Translated(String router, boolean isSource, Optional<Nat> rule, String from, String to)
            implements Step {}

    /**
     * A router chose a way.
     *
     * @param port the port it leaves by
     * @param prefix what the route is for
     * @param nextHop the next router; empty when the network is connected
     */
    record Routed(String router, String port, String prefix, String nextHop) implements Step {}

    /**
     * A router asks for the MAC of its next hop instead of sending the packet on.
     *
     * @param port the port it asks by
     */
    record Asked(String port, String nextHop) implements Step {}

    /**
     * A load balancer chose a member.
     *
     * @param datapath the name of the switch or router
     */
    record Balanced(String datapath, String vip, String member) implements Step {}

    /** A switch sends it to a port: the rules of that port come next. */
    record Sent(String port) implements Step {}

    /** It left by a port of a switch. */
    record Left(String port) implements Step {}

    /**
     * It ended where it was.
     *
     * @param rule the match of the rule that decided, or what was looked for
     */
    record Dropped(DropClass why, String rule) implements Step {}
}
