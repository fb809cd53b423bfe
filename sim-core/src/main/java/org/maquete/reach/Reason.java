package org.maquete.reach;

import java.util.Locale;

/** Why a packet does not arrive. Each has a cure of its own. */
public enum Reason {
    /** No security group of the receiver lets it in. */
    NO_INGRESS_RULE,
    /** No security group of the sender lets it out. */
    NO_EGRESS_RULE,
    /** The sender writes an address that is not its own. */
    PORT_SECURITY,
    /** The receiver's port is not for this address. */
    FOREIGN_DESTINATION,
    /** The subnet has no gateway, so that its servers know no way out of it. */
    NO_SUBNET_GATEWAY,
    /** No router has an interface in the subnet. */
    NO_ROUTER,
    /** The router knows no way out, as it has no gateway. */
    NO_GATEWAY,
    /** The router has a gateway but knows no way there. */
    NO_ROUTE,
    /** The two networks have different routers, or none. */
    NETWORKS_NOT_CONNECTED,
    /** Nothing outside leads to the server. */
    NO_FLOATING_IP,
    /** A fixed address, which nobody outside knows a way to. */
    FIXED_ADDRESS,
    /** There is no external network. */
    NO_EXTERNAL_NETWORK,
    /** Nobody has the address. */
    UNUSED_ADDRESS,
    /** The floating address leads to nobody. */
    UNASSOCIATED,
    /** The router's own address, where nothing listens. */
    ROUTER_ADDRESS,
    /** The load balancer has no member. */
    NO_MEMBER,
    /** The port is administratively down. */
    PORT_DISABLED,
    /** The router is administratively down. */
    ROUTER_DISABLED,
    /** The server is not running. */
    SERVER_NOT_ACTIVE,
    /** The server has no port. */
    NO_PORT,
    /** The port is not plugged in. */
    PORT_DOWN,
    /** The host below is down or cut off. */
    HOST_DOWN,
    /** The chassis with the gateway is dead; another one has not taken over yet. */
    FAIL_OVER_UNDER_WAY,
    /** The southbound database has no majority, so that nothing new comes to the chassis. */
    SOUTHBOUND_DOWN,
    /** No northd is active, so that nothing new becomes flows. */
    NORTHD_DOWN,
    /** The virtual switch of the host below is stopped. */
    SWITCH_STOPPED,
    /** No chassis takes the traffic. */
    NO_CHASSIS,
    /** The chassis does not know the physical network. */
    NO_BRIDGE_MAPPING,
    /** The bridge of the chassis has no card. */
    BRIDGE_WITHOUT_CARD,
    /** The answer comes from another address than was asked. */
    ANSWERS_FROM_ELSEWHERE,
    /** The packet arrives, and nothing in the server listens on its port. */
    NOTHING_LISTENS,
    /** The pipeline does something that is not modelled. */
    NOT_MODELLED,
    /** None of the above. */
    OTHER;

    /** As JSON has it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
