package org.maquete.maas;

import org.maquete.world.Sink;

/**
 * Where a subnet is: its name, its VLAN, and the space of that.
 *
 * @param name empty for the CIDR
 * @param fabric empty for a fabric of its own
 * @param vid the number of the VLAN, 0 for the untagged one
 * @param space the space of the VLAN, empty for none
 */
public record Wiring(String name, String fabric, int vid, String space) {

    /** An own fabric, untagged, in no space. */
    public static final Wiring ALONE = new Wiring("", "", 0, "");

    void encode(Sink sink) {
        sink.text("name", name).text("fabric", fabric).number("vid", vid).text("space", space);
    }
}
