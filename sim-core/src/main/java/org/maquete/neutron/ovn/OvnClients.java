package org.maquete.neutron.ovn;

import org.maquete.kernel.Registry;
import org.maquete.kernel.Subsystem;

/** The clients of OVN's databases over what Neutron has written there. */
public final class OvnClients implements Subsystem {

    @Override
    public String name() {
        return "ovn-clients";
    }

    @Override
    public void declare(Registry registry) {
        registry.contribute(DatabaseProgram.northbound());
        registry.contribute(DatabaseProgram.southbound());
    }
}
