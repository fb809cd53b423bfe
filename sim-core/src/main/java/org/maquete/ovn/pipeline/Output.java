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
        NONE(0, ""),
        /** A responder of a switch or router for ARP or ND. */
        NEIGHBOUR(1, "neighbour"),
        /** The question for a MAC. */
        ARP(2, "arp"),
        /** The same of IPv6. */
        ND_NS(3, "nd_ns"),
        /** An error of ICMP, or the reset of a connection. */
        ICMP4(4, "icmp4"),
        ICMP6(5, "icmp6"),
        TCP_RESET(6, "tcp_reset"),
        /** The DHCP responder. */
        DHCP(7, "put_dhcp_opts"),
        /** The answer to an echo request. */
        ECHO(8, "echo");

        private static final Generated[] ALL = values();

        private final int number;
        private final String word;

        Generated(int number, String word) {
            this.number = number;
            this.word = word;
        }

        /** Who made this one. */
        static Generated of(long[] f) {
            for (Generated each : ALL) {
                if (each.number == f[Field.GENERATED]) {
                    return each;
                }
            }
            return NONE;
        }

        void mark(long[] f) {
            f[Field.GENERATED] = number;
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
