package org.maquete.ovn.pipeline;

/** Why a packet ends. */
public enum DropClass {
    /** A group as the sender, or a tag where none is let through. */
    ADMISSION("admission"),
    /** The port may not use, or is not asked for, this address. */
    PORT_SECURITY("port_security"),
    /** A rule about what the sender's port sends. */
    ACL_EGRESS_OF_SENDER("acl_egress_of_sender"),
    /** A rule about what the receiver's port receives. */
    ACL_INGRESS_OF_RECEIVER("acl_ingress_of_receiver"),
    /** Nobody on the network has this MAC. */
    L2_LOOKUP("l2_lookup"),
    /** The packet would leave by the port it came from. */
    SAME_PORT("same_port"),
    /** The frame is not for the router. */
    ROUTER_ADMISSION("router_admission"),
    /** The router takes nothing of this kind. */
    ROUTER_IP_INPUT("router_ip_input"),
    /** The router knows no way. */
    NO_ROUTE("no_route"),
    /** The address is the router's own, or one it translates. */
    ARP_RESOLVE("arp_resolve"),
    /** The load balancer has no member. */
    LOAD_BALANCER("load_balancer"),
    /** The other side of the port is not there. */
    NO_PEER("no_peer"),
    /** More routers and switches on the way than a walk follows. */
    TOO_MANY_HOPS("too_many_hops");

    private final String word;

    DropClass(String word) {
        this.word = word;
    }

    /** As recordings write it. */
    public String word() {
        return word;
    }
}
