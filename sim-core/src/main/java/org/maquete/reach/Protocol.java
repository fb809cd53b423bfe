package org.maquete.reach;

import java.util.Locale;

/** What is asked about. */
public enum Protocol {
    TCP,
    UDP,
    ICMP;

    /** As the client's lines write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
