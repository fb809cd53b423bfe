package org.maquete.maas;

/**
 * A subnet that an interface is linked to.
 *
 * @param number its number in the API
 * @param cidr the subnet, or empty
 * @param address the one that a person picked, or empty
 */
public record InterfaceLink(int number, LinkMode mode, String cidr, String address) {

    /** Whether the interface gets an address by it. */
    public boolean isConfigured() {
        return mode != LinkMode.LINK_UP && !cidr.isEmpty();
    }

    String text() {
        return number + " " + mode.text() + " " + cidr + " " + address;
    }
}
