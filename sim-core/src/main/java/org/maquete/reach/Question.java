package org.maquete.reach;

/**
 * Does this packet arrive?
 *
 * @param from the name or id of a server, an address, or {@code outside}
 * @param to the same
 * @param port the destination's port; 0 for ICMP
 * @param source the address that the sender writes, when it is not its own; else empty
 */
public record Question(String from, String to, Protocol protocol, int port, String source) {

    /** Somebody on the provider's network who is not of the cloud. */
    public static final String OUTSIDE = "outside";

    public Question {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("expected a port of 0 to 65535, found " + port);
        }
    }

    /** {@code tcp 22}, {@code icmp}. */
    public String service() {
        return protocol == Protocol.ICMP ? "icmp" : protocol.word() + " " + port;
    }
}
