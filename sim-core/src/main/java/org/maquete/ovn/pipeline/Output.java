package org.maquete.ovn.pipeline;

/**
 * A packet that leaves the logical network.
 *
 * @param port the name of the switch's port
 * @param packet as it leaves
 * @param generated what made it, when it is not the packet that was sent
 */
public record Output(String port, Packet packet, Generated generated) {

    /** Who made a packet. */
    public enum Generated {
        NONE(""),
        /** A responder of a switch or router for ARP or ND. */
        NEIGHBOUR("neighbour"),
        /** The question for a MAC. */
        ARP("arp"),
        /** The same of IPv6. */
        ND_NS("nd_ns"),
        /** An error of ICMP, or the reset of a connection. */
        ICMP4("icmp4"),
        ICMP6("icmp6"),
        TCP_RESET("tcp_reset"),
        /** The DHCP responder. */
        DHCP("put_dhcp_opts"),
        /** The answer to an echo request. */
        ECHO("echo");

        private final String word;

        Generated(String word) {
            this.word = word;
        }

        /** As recordings write it. */
        public String word() {
            return word;
        }

        /** Whether a router asks for somebody. */
        public boolean isQuestion() {
            return this == ARP || this == ND_NS;
        }
    }
}
