package org.maquete.hardware;

/**
 * A network port to be put into a machine.
 *
 * @param name its name in the system: {@code enp1s0}
 * @param mac its hardware address
 * @param ovsBridge the Open vSwitch bridge that the lab makes on it, or empty
 * @param subnet the CIDR of the subnet it is cabled to
 */
public record NicSpec(String name, String mac, String ovsBridge, String subnet) {

    /** All components in one line. */
    public String text() {
        return name + " " + mac + " bridge=" + ovsBridge + " subnet=" + subnet;
    }
}
