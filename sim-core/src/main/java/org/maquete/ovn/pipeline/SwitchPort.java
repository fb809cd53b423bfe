package org.maquete.ovn.pipeline;

import java.util.List;

/** A port of a network, ready for packets. */
record SwitchPort(
        String name,
        Kind kind,
        boolean isEnabled,
        List<PortAddress> addresses,
        PortSecurity security,
        AclList fromAcls,
        AclList toAcls,
        List<Dhcp> dhcp) {

    /** What is on its other side. */
    enum Kind {
        VIF,
        ROUTER,
        LOCALNET,
        LOCALPORT,
        VIRTUAL
    }
}
