package org.maquete.rabbitmq;

import java.util.List;
import org.maquete.juju.Charm;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.kernel.Registry;
import org.maquete.kernel.Subsystem;

/** The message broker of the cloud: its charm. */
public final class RabbitmqSubsystem implements Subsystem {

    private final CharmCatalog catalog;

    /** Takes the charm's metadata from this catalogue. */
    public RabbitmqSubsystem(CharmCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public String name() {
        return "rabbitmq";
    }

    /** The charms that have a class here; Juju runs them. */
    public List<Charm> charms() {
        return List.of(new RabbitmqServerCharm(catalog.find("rabbitmq-server").orElseThrow()));
    }

    @Override
    public void declare(Registry registry) {
        charms().forEach(registry::contribute);
    }
}
