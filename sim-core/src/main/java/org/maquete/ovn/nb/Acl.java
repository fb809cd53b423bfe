package org.maquete.ovn.nb;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A rule that a switch or a group of ports has.
 *
 * @param direction {@code from-lport} for what a port sends, {@code to-lport} for what it receives
 * @param priority 0 to 32767: the higher decides
 * @param match an expression of OVN's language
 * @param action {@code allow}, {@code allow-related}, {@code allow-stateless}, {@code drop} or
 *     {@code reject}
 */
public record Acl(
        String direction,
        int priority,
        String match,
        String action,
        SortedMap<String, String> externalIds) {

    public Acl {
        externalIds = Collections.unmodifiableSortedMap(new TreeMap<>(externalIds));
    }

    /** Whether it looks at what a port sends. */
    public boolean isFromPort() {
        return direction.equals("from-lport");
    }
}
