package org.maquete.ovn.pipeline;

import org.maquete.ovn.nb.Nat;

/** A translation, ready for packets; a MAC of 0 means the gateway's. */
record NatRule(
        Nat row, Ip external, Cidr logical, boolean isDnat, boolean isDistributed, long mac) {}
