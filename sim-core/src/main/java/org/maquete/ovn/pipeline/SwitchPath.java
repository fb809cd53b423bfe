package org.maquete.ovn.pipeline;

/**
 * A network, ready for packets: every stage of a logical switch as the look-up it comes to.
 *
 * @param label how traces name it
 * @param hasAcls whether a rule of its own or of a port's group applies here
 * @param hasStatefulAcls whether one of them needs conntrack
 * @param macs a MAC to the index of its port
 * @param owners an address to the index of the port that has it: whom ARP and ND are answered for
 * @param ownerMacs an address to its owner's MAC
 * @param neighbours an instance's address to its MAC, as routers know it; 0 for one they must ask
 *     for
 * @param routerOwned an address that a router answers for to the index of the router's port
 * @param routerMacs MACs of routers, whose own questions go to everybody but routers
 * @param flood who gets what is for all
 * @param floodL2 the same without routers
 * @param unknown who gets what nobody has
 */
@SuppressWarnings("ArrayRecordComponent") // look-ups that nobody compares
record SwitchPath(
        String name,
        String label,
        SwitchPort[] ports,
        boolean hasAcls,
        boolean hasStatefulAcls,
        boolean hasDns,
        LbTable lb,
        AddressIndex macs,
        AddressIndex owners,
        AddressIndex ownerMacs,
        AddressIndex neighbours,
        AddressIndex routerOwned,
        AddressIndex routerMacs,
        int[] flood,
        int[] floodL2,
        int[] unknown,
        boolean hasOnlyRouters) {

    boolean isFiltering() {
        return hasAcls || !lb.isEmpty();
    }

    boolean isStateful() {
        return hasStatefulAcls || !lb.isEmpty();
    }

    /** Whether the port is one that conntrack leaves out. */
    boolean isLeftOut(SwitchPort port, boolean isLbStage) {
        return switch (port.kind()) {
            case ROUTER -> true;
            case LOCALNET -> !isLbStage || lb.isEmpty();
            case VIF, LOCALPORT, VIRTUAL -> false;
        };
    }
}
