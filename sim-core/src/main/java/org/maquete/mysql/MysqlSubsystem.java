package org.maquete.mysql;

import java.util.List;
import org.maquete.juju.Charm;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.kernel.Registry;
import org.maquete.kernel.Subsystem;

/** The database of the cloud: its two charms. The cluster's state is in their peer relation. */
public final class MysqlSubsystem implements Subsystem {

    private final CharmCatalog catalog;

    /** Takes the charms' metadata from this catalogue. */
    public MysqlSubsystem(CharmCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public String name() {
        return "mysql";
    }

    /** The charms that have a class here; Juju runs them. */
    public List<Charm> charms() {
        return List.of(
                new MysqlInnodbClusterCharm(catalog.find("mysql-innodb-cluster").orElseThrow()),
                new MysqlRouterCharm(catalog.find("mysql-router").orElseThrow()));
    }

    @Override
    public void declare(Registry registry) {
        charms().forEach(registry::contribute);
    }
}
