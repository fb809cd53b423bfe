package org.maquete.ovn.pipeline;

import java.util.List;

/**
 * What became of a packet.
 *
 * @param outputs packets that left, in the order of the ports
 * @param datapaths the switches ({@code ls:NAME}) and routers ({@code lr:NAME}) on the way
 * @param nat translations in their order
 * @param drops where copies ended
 * @param members who may serve, when a load balancer chose
 * @param notModelled what stopped the walk, empty if nothing
 */
public record Verdict(
        Kind kind,
        List<Output> outputs,
        List<String> datapaths,
        List<Nat> nat,
        List<Drop> drops,
        List<String> members,
        String notModelled) {

    public Verdict {
        outputs = List.copyOf(outputs);
        datapaths = List.copyOf(datapaths);
        nat = List.copyOf(nat);
        drops = List.copyOf(drops);
        members = List.copyOf(members);
    }

    /** The whole in a word. */
    public enum Kind {
        DELIVER("deliver"),
        /** Somebody on the way answers the sender. */
        REPLY("reply"),
        /** A router asks for the next hop first. */
        ARP_REQUEST("arp_request"),
        DROP("drop"),
        NOT_MODELLED("not_modelled");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As recordings write it. */
        public String word() {
            return word;
        }
    }

    /**
     * A translation.
     *
     * @param type {@code snat} or {@code dnat}
     */
    public record Nat(String type, String to) {}

    /**
     * Where a packet ended.
     *
     * @param datapath the switch or router
     * @param rule the match of the rule that decided, or what was looked for
     */
    public record Drop(DropClass why, String datapath, String rule) {}
}
