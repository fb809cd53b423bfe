package org.maquete.juju;

import org.maquete.world.TableKey;

/** Juju's tables, for readers and for the handlers of this package. */
public final class JujuTables {

    /** Clouds of the client. */
    public static final TableKey<Cloud> CLOUDS = TableKey.keyed("juju.cloud");

    /** The client's memory. */
    public static final TableKey<Client> CLIENT = TableKey.keyed("juju.client");

    /** Controllers. */
    public static final TableKey<Controller> CONTROLLERS = TableKey.keyed("juju.controller");

    /** Models. */
    public static final TableKey<Model> MODELS = TableKey.keyed("juju.model");

    /** Machines and containers. */
    public static final TableKey<Machine> MACHINES = TableKey.keyed("juju.machine");

    /** Applications. */
    public static final TableKey<Application> APPLICATIONS = TableKey.keyed("juju.application");

    /** Units. */
    public static final TableKey<Unit> UNITS = TableKey.keyed("juju.unit");

    /** Relations. */
    public static final TableKey<Relation> RELATIONS = TableKey.keyed("juju.relation");

    /** What units have put into relations. */
    public static final TableKey<RelationValue> RELATION_VALUES =
            TableKey.keyed("juju.relation-value");

    private JujuTables() {}
}
