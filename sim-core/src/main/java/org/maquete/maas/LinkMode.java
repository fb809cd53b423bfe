package org.maquete.maas;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How an interface comes to an address: MAAS 3.5, enum.py, INTERFACE_LINK_TYPE. */
public enum LinkMode {
    /** MAAS picks one when the machine is deployed. */
    AUTO,
    /** The DHCP server gives one. */
    DHCP,
    /** A person picks one. */
    STATIC,
    /** None; the interface is only up. */
    LINK_UP;

    /** The word of the API. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All words in MAAS's order. */
    public static List<String> texts() {
        return Arrays.stream(values()).map(LinkMode::text).toList();
    }

    /** The mode of that word, in any case. */
    public static Optional<LinkMode> named(String text) {
        return Arrays.stream(values())
                .filter(mode -> mode.name().equalsIgnoreCase(text))
                .findFirst();
    }
}
