package org.maquete.maas.client;

import org.maquete.kernel.Registry;
import org.maquete.kernel.Subsystem;

/** The command {@code maas} over the rows of {@link org.maquete.maas}. */
public final class MaasClient implements Subsystem {

    @Override
    public String name() {
        return "maas-client";
    }

    @Override
    public void declare(Registry registry) {
        registry.tables(ProfileTables.PROFILES);
        registry.command(SaveProfile.class, ProfileHandler::save);
        registry.command(RemoveProfile.class, ProfileHandler::remove);
        registry.fact(ProfileSaved.class, ProfileHandler::saved);
        registry.fact(ProfileRemoved.class, ProfileHandler::removed);
        registry.resume((world, out) -> {}); // nothing is ever pending here
        for (String name : VerbNames.ALL.split("\n", -1)) {
            registry.contribute(new OnDemand(name));
        }
        registry.contribute(new MaasProgram());
        registry.contribute(new KeySupplier());
        registry.contribute(new MaasRemedy());
    }
}
