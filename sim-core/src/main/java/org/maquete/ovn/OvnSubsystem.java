package org.maquete.ovn;

import java.util.List;
import org.maquete.juju.Charm;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.kernel.Registry;
import org.maquete.kernel.Subsystem;

/** The network's databases: the charm of ovn-central. Its neighbours need no class. */
public final class OvnSubsystem implements Subsystem {

    private final CharmCatalog catalog;

    /** Takes the charm's metadata from this catalogue. */
    public OvnSubsystem(CharmCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public String name() {
        return "ovn";
    }

    /** The charms that have a class here; Juju runs them. */
    public List<Charm> charms() {
        return List.of(new OvnCentralCharm(catalog.find("ovn-central").orElseThrow()));
    }

    @Override
    public void declare(Registry registry) {
        charms().forEach(registry::contribute);
    }
}
