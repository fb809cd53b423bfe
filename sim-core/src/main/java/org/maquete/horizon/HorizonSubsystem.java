package org.maquete.horizon;

import org.maquete.kernel.Registry;
import org.maquete.kernel.Subsystem;

/** Horizon: it has no rows of its own, and answers what its page shows. */
public final class HorizonSubsystem implements Subsystem {

    @Override
    public String name() {
        return "horizon";
    }

    @Override
    public void declare(Registry registry) {
        registry.contribute(new OverviewRecall());
    }
}
