package org.maquete.ovn.nb;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A rule of address translation.
 *
 * @param type {@code snat}, {@code dnat} or {@code dnat_and_snat}
 * @param logicalPort the port behind a floating address; empty if none
 * @param externalMac the MAC of a distributed floating address; empty for a centralised one
 */
public record Nat(
        String type,
        String externalIp,
        String logicalIp,
        String logicalPort,
        String externalMac,
        SortedMap<String, String> externalIds) {

    public Nat {
        externalIds = Collections.unmodifiableSortedMap(new TreeMap<>(externalIds));
    }

    public boolean isSnatOnly() {
        return type.equals("snat");
    }

    /** Whether the chassis of the instance translates, and not the gateway's. */
    public boolean isDistributed() {
        return type.equals("dnat_and_snat") && !logicalPort.isEmpty() && !externalMac.isEmpty();
    }
}
