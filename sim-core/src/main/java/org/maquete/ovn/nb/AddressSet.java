package org.maquete.ovn.nb;

import java.util.List;

/** Addresses that a match names as {@code $name}. */
public record AddressSet(String name, List<String> addresses) {

    public AddressSet {
        addresses = List.copyOf(addresses);
    }
}
