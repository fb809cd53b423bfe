package org.maquete.maas;

import java.util.Locale;

/** What a network interface is: MAAS 3.5, enum.py, INTERFACE_TYPE. */
public enum InterfaceType {
    /** A port of the hardware. */
    PHYSICAL,
    /** Several ports as one. */
    BOND,
    /** A switch in software over one interface. */
    BRIDGE,
    /** A tagged VLAN over one interface. */
    VLAN;

    /** The word of the API. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
