package org.maquete.ovn.nb;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A port of a network.
 *
 * @param type empty for an instance, else {@code router}, {@code localnet}, {@code localport},
 *     {@code virtual}
 * @param addresses {@code MAC ip...}, {@code unknown} or {@code router}
 * @param portSecurity {@code MAC ip...} that it may use; empty for no check
 * @param tag the VLAN of a localnet port; 0 for none
 * @param isEnabled false when an administrator took it down
 * @param dhcpv4 what it is offered, when it is
 */
public record LogicalSwitchPort(
        String name,
        String type,
        List<String> addresses,
        List<String> portSecurity,
        int tag,
        boolean isEnabled,
        Optional<DhcpOptions> dhcpv4,
        SortedMap<String, String> options,
        SortedMap<String, String> externalIds) {

    public LogicalSwitchPort {
        addresses = List.copyOf(addresses);
        portSecurity = List.copyOf(portSecurity);
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
        externalIds = Collections.unmodifiableSortedMap(new TreeMap<>(externalIds));
    }

    public static final String ROUTER = "router"; // <type>: OVN 22.03, ovn-nb(5)
    public static final String LOCALNET = "localnet"; // <type>: OVN 22.03, ovn-nb(5)
    public static final String VIRTUAL = "virtual"; // <type>: OVN 22.03, ovn-nb(5)

    /** Whether some address of it is not known. */
    public boolean hasUnknown() {
        return addresses.contains("unknown");
    }
}
