package org.maquete.maas;

import java.util.Locale;

/** What a range of addresses is for. */
public enum IpRangeType {
    /** MAAS's DHCP gives them out. */
    DYNAMIC,
    /** MAAS leaves them alone. */
    RESERVED;

    /** The word of the API. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
