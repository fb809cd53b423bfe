package org.maquete.ovn.pipeline;

import java.util.List;
import java.util.Optional;

/** A port of a network, ready for packets. */
record SwitchPort(
        String name,
        Kind kind,
        boolean isEnabled,
        List<PortAddress> addresses,
        PortSecurity security,
        AclList fromAcls,
        AclList toAcls,
        Optional<Dhcp> dhcp) {

    /** What is on its other side. */
    enum Kind {
        VIF,
        ROUTER,
        LOCALNET,
        LOCALPORT,
        VIRTUAL
    }
}
