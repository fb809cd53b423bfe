package org.maquete.lxd.client;

import org.maquete.kernel.Registry;
import org.maquete.kernel.Subsystem;

/** The lxc command over the rows of {@link org.maquete.lxd}. */
public final class LxdClient implements Subsystem {

    @Override
    public String name() {
        return "lxd-client";
    }

    @Override
    public void declare(Registry registry) {
        registry.contribute(new LxcProgram());
    }
}
