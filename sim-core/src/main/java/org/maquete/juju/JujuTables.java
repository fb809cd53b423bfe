package org.maquete.juju;

import org.maquete.world.Grouping;
import org.maquete.world.TableKey;

/** Juju's tables, for readers and for the handlers of this package. */
public final class JujuTables {

    /** Clouds of the client. */
    public static final TableKey<Cloud> CLOUDS = TableKey.keyed("juju.cloud");

    /** The client's memory. */
    public static final TableKey<Client> CLIENT = TableKey.keyed("juju.client");

    /** ControllerView. */
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

    /** Which units take part in which relations. */
    public static final TableKey<RelationUnit> RELATION_UNITS =
            TableKey.keyed("juju.relation-unit");

    /** Charms that were deployed, with the defaults of their options. */
    public static final TableKey<DeployedCharm> CHARMS = TableKey.keyed("juju.charm");

    /** Actions. */
    public static final TableKey<Task> TASKS = TableKey.keyed("juju.task");

    /** Operations for which a client waits. */
    public static final TableKey<Operation> OPERATIONS = TableKey.keyed("juju.operation");

    /** Things for which a client waits. */
    public static final TableKey<Wait> WAITS = TableKey.keyed("juju.wait");

    /** Bootstraps under way. */
    public static final TableKey<Bootstrapping> BOOTSTRAPPINGS =
            TableKey.keyed("juju.bootstrapping");

    /** Machines whose agents have no connection to their controller. */
    static final TableKey<Absence> ABSENCES = TableKey.keyed("juju.absence");

    /** What lost units last said. */
    static final TableKey<LostUnit> LOST_UNITS = TableKey.keyed("juju.lost-unit");

    /** Hooks that have failed. */
    public static final TableKey<HookError> HOOK_ERRORS = TableKey.keyed("juju.hook-error");

    /** Spaces of models that were made or reloaded when MAAS had some. */
    public static final TableKey<Space> SPACES = TableKey.keyed("juju.space");

    /** Endpoints of applications of which some are bound to another space than alpha. */
    public static final TableKey<BoundEndpoint> BOUND_ENDPOINTS =
            TableKey.keyed("juju.bound-endpoint");

    /** Units by the name of their application. */
    static final Grouping<Unit> UNITS_BY_APPLICATION = UNITS.by("application", Unit::application);

    /** Units by the name of their machine. */
    static final Grouping<Unit> UNITS_BY_MACHINE = UNITS.by("machine", Unit::machine);

    /** Relations by the application that provides. */
    static final Grouping<Relation> RELATIONS_BY_PROVIDER =
            RELATIONS.by("provider", Relation::providerApplication);

    /** Relations by the application that requires. */
    static final Grouping<Relation> RELATIONS_BY_REQUIRER =
            RELATIONS.by("requirer", Relation::requirerApplication);

    /** Scopes by the unit that is in them. */
    static final Grouping<RelationUnit> SCOPES_BY_UNIT =
            RELATION_UNITS.by("unit", RelationUnit::unit);

    /** Actions by the unit that runs them. */
    static final Grouping<Task> TASKS_BY_UNIT = TASKS.by("unit", Task::unit);

    private JujuTables() {}
}
