package org.maquete.juju;

import org.maquete.host.HostBooted;
import org.maquete.host.HostDied;
import org.maquete.host.NetworkLost;
import org.maquete.host.NetworkReturned;
import org.maquete.host.ServiceDied;
import org.maquete.host.ServiceStarted;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.kernel.Registry;
import org.maquete.kernel.Subsystem;
import org.maquete.lxd.ContainerProgressed;
import org.maquete.lxd.ContainerStarted;
import org.maquete.maas.AddressAssigned;
import org.maquete.maas.DeploymentFailed;
import org.maquete.maas.DeploymentReverted;
import org.maquete.maas.MachineAllocated;
import org.maquete.maas.MachineDeployed;
import org.maquete.maas.MachineStatusChanged;

/** Juju: who owns and hears what. */
public final class JujuSubsystem implements Subsystem {

    private final DeployHandler deploys;
    private final BootstrapHandler bootstraps;
    private final RelationHandler relations;
    private final ConfigHandler configs;
    private final RefreshHandler refreshes;
    private final ActionHandler actions;
    private final WorkloadServices services;
    private final AssignHandler assigns;
    private final SpaceHandler spaces;
    private final CharmCatalog catalog;

    /** Juju with these charms to deploy; those without a class of their own do what it says. */
    public JujuSubsystem(CharmCatalog catalog) {
        deploys = new DeployHandler(catalog);
        bootstraps = new BootstrapHandler(catalog);
        relations = new RelationHandler(catalog);
        configs = new ConfigHandler(catalog);
        actions = new ActionHandler(catalog);
        assigns = new AssignHandler(catalog);
        services = new WorkloadServices(catalog);
        refreshes = new RefreshHandler(catalog);
        spaces = new SpaceHandler(catalog);
        this.catalog = catalog;
    }

    @Override
    public String name() {
        return "juju";
    }

    @Override
    public void declare(Registry registry) {
        tables(registry);
        registry.spans(JujuSpans.ALL);
        commands(registry);
        events(registry);
        modelFolds(registry);
        unitFolds(registry);
        otherFolds(registry);
        machineReactions(registry);
        unitReactions(registry);
        serviceReactions(registry);
        waitReactions(registry);
        CharmRules.all(catalog).forEach(registry::contribute);
        registry.contribute(new CharmSpans(catalog));
        registry.refused(ProvisionHandler::refused);
        registry.resume(ResumeHandler::resume);
        registry.invariant("a unit is on a machine of its model", Invariants::machinesExist);
        registry.invariant("relations name their scopes", Invariants::scopesAreNamed);
        registry.invariant("an application has one leader at most", Invariants::oneLeader);
        registry.invariant("one hook at a time on a machine", Invariants::oneHookPerMachine);
        registry.invariant("an agent in a hook is executing", Invariants::executingInHook);
        registry.invariant("no hook waits for nothing", Invariants::nobodyForgotten);
    }

    private static void tables(Registry registry) {
        registry.tables(
                JujuTables.CLOUDS,
                JujuTables.CLIENT,
                JujuTables.CONTROLLERS,
                JujuTables.MODELS,
                JujuTables.MACHINES,
                JujuTables.APPLICATIONS,
                JujuTables.UNITS,
                JujuTables.RELATIONS,
                JujuTables.RELATION_VALUES,
                JujuTables.RELATION_UNITS,
                JujuTables.CHARMS,
                JujuTables.TASKS,
                JujuTables.OPERATIONS,
                JujuTables.WAITS,
                JujuTables.BOOTSTRAPPINGS,
                JujuTables.ABSENCES,
                JujuTables.LOST_UNITS,
                JujuTables.HOOK_ERRORS,
                JujuTables.SPACES,
                JujuTables.BOUND_ENDPOINTS);
    }

    private void commands(Registry registry) {
        registry.command(AddCloud.class, CloudHandler::addCloud);
        registry.command(AddCredential.class, CloudHandler::addCredential);
        registry.command(AddModel.class, CloudHandler::addModel);
        registry.command(SwitchModel.class, CloudHandler::switchModel);
        registry.command(Bootstrap.class, BootstrapHandler::bootstrap);
        registry.command(DeployApplication.class, deploys::deploy);
        registry.command(AddUnit.class, deploys::addUnit);
        registry.command(RefreshCharm.class, refreshes::refresh);
        registry.command(EnableHa.class, HaHandler::enable);
        registry.command(Integrate.class, relations::integrate);
        registry.command(RemoveRelation.class, RemovalHandler::relation);
        registry.command(RemoveUnit.class, RemovalHandler::unit);
        registry.command(RemoveApplication.class, RemovalHandler::application);
        registry.command(AddMachine.class, MachineHandler::add);
        registry.command(RemoveMachine.class, RemovalHandler::machine);
        registry.command(RetryProvisioning.class, ProvisionHandler::retry);
        registry.command(Configure.class, configs::configure);
        registry.command(Expose.class, ConfigHandler::expose);
        registry.command(Unexpose.class, ConfigHandler::unexpose);
        registry.command(RunAction.class, actions::run);
        registry.command(Resolved.class, HookErrors::resolved);
        registry.command(WaitFor.class, WaitHandler::waitFor);
        registry.command(StatusStale.class, HookHandler::stale);
        registry.command(AddSpace.class, SpaceHandler::add);
        registry.command(ReloadSpaces.class, SpaceHandler::reload);
        registry.command(BindEndpoints.class, spaces::bind);
    }

    private void events(Registry registry) {
        registry.event(ProvisioningDue.class, ProvisionHandler::due);
        registry.event(BootstrapDue.class, bootstraps::due);
        registry.event(MachineAgentDue.class, AgentHandler::machineUp);
        registry.event(AgentReturnDue.class, AbsenceHandler::returned);
        registry.event(AgentSilenceDue.class, AbsenceHandler::silent);
        registry.event(UnitAgentDue.class, AgentHandler::unitUp);
        registry.event(LeaseDue.class, AgentHandler::leaseRanOut);
        HookHandler hooks =
                new HookHandler(new Charms(registry.contributions(Charm.class), catalog));
        registry.event(HookDue.class, hooks::due);
        registry.event(HookRetryDue.class, HookErrors::due);
        registry.event(TaskDue.class, hooks::taskDue);
        registry.event(UpdateStatusDue.class, HookHandler::updateDue);
        registry.event(OperationTimeoutDue.class, ActionHandler::timedOut);
        registry.event(WaitTimeoutDue.class, WaitHandler::timedOut);
    }

    private static void modelFolds(Registry registry) {
        registry.fact(CloudAdded.class, ModelFolds::cloudAdded);
        registry.fact(CredentialAdded.class, ModelFolds::credentialAdded);
        registry.fact(BootstrapStarted.class, ModelFolds::bootstrapStarted);
        registry.fact(ControllerBecameAvailable.class, ModelFolds::becameAvailable);
        registry.fact(BootstrapFailed.class, ModelFolds::bootstrapFailed);
        registry.fact(ModelAdded.class, ModelFolds::modelAdded);
        registry.fact(ModelSwitched.class, ModelFolds::modelSwitched);
        registry.fact(CharmAdded.class, ModelFolds::charmAdded);
        registry.fact(ApplicationAdded.class, ModelFolds::applicationAdded);
        registry.fact(ApplicationExposed.class, ModelFolds::exposed);
        registry.fact(ApplicationConfigured.class, ModelFolds::configured);
        registry.fact(ApplicationStatusSet.class, ModelFolds::statusSet);
        registry.fact(ApplicationVersionSet.class, ModelFolds::versionSet);
        registry.fact(CharmRefreshed.class, ModelFolds::refreshed);
        registry.fact(ApplicationDying.class, ModelFolds::dying);
        registry.fact(ApplicationRemoved.class, ModelFolds::applicationRemoved);
        registry.fact(SpaceSaved.class, SpaceFolds::saved);
        registry.fact(EndpointsBound.class, SpaceFolds::bound);
    }

    private static void unitFolds(Registry registry) {
        registry.fact(UnitAdded.class, UnitFolds::added);
        registry.fact(UnitAssigned.class, UnitFolds::assigned);
        registry.fact(UnitAgentChanged.class, UnitFolds::agentChanged);
        registry.fact(WorkloadStatusSet.class, UnitFolds::workloadSet);
        registry.fact(UnitAddressed.class, UnitFolds::addressed);
        registry.fact(LeaderElected.class, UnitFolds::leaderElected);
        registry.fact(LeaseExpired.class, UnitFolds::leaseExpired);
        registry.fact(PortsOpened.class, UnitFolds::portsOpened);
        registry.fact(HooksQueued.class, UnitFolds::queued);
        registry.fact(HookStarted.class, UnitFolds::started);
        registry.fact(HookFinished.class, UnitFolds::finished);
        registry.fact(HooksDropped.class, UnitFolds::dropped);
        registry.fact(HookFailed.class, HookErrors::foldFailed);
        registry.fact(HookRetried.class, HookErrors::foldRetried);
        registry.fact(HookRetryResumed.class, HookErrors::foldResumed);
        registry.fact(HookInterrupted.class, UnitFolds::interrupted);
        registry.fact(UpdateStatusPlanned.class, UnitFolds::updatePlanned);
        registry.fact(UnitResumed.class, UnitFolds::resumed);
        registry.fact(AgentAbsent.class, AbsenceFolds::absent);
        registry.fact(AbsenceResumed.class, AbsenceFolds::resumed);
        registry.fact(AgentConnected.class, AbsenceFolds::connected);
        registry.fact(UnitLost.class, AbsenceFolds::lost);
        registry.fact(UnitFound.class, AbsenceFolds::found);
        registry.fact(UnitRemoved.class, UnitFolds::removed);
    }

    private static void otherFolds(Registry registry) {
        registry.fact(MachineAdded.class, MachineFolds::added);
        registry.fact(InstanceStatusSet.class, MachineFolds::instanceSet);
        registry.fact(InstanceFound.class, MachineFolds::found);
        registry.fact(MachineAddressed.class, MachineFolds::addressed);
        registry.fact(MachineAgentChanged.class, MachineFolds::agentChanged);
        registry.fact(MachineRemoved.class, MachineFolds::removed);
        registry.fact(RelationAdded.class, RelationFolds::added);
        registry.fact(RelationEntered.class, RelationFolds::entered);
        registry.fact(RelationValuePut.class, RelationFolds::put);
        registry.fact(RelationDying.class, RelationFolds::dying);
        registry.fact(RelationDeparting.class, RelationFolds::departing);
        registry.fact(RelationLeft.class, RelationFolds::left);
        registry.fact(RelationRemoved.class, RelationFolds::removed);
        registry.fact(OperationStarted.class, ActionFolds::operationStarted);
        registry.fact(OperationEnded.class, ActionFolds::operationEnded);
        registry.fact(OperationResumed.class, ActionFolds::operationResumed);
        registry.fact(WaitResumed.class, ActionFolds::waitResumed);
        registry.fact(TaskAdded.class, ActionFolds::taskAdded);
        registry.fact(TaskStarted.class, ActionFolds::taskStarted);
        registry.fact(TaskFinished.class, ActionFolds::taskFinished);
        registry.fact(WaitStarted.class, ActionFolds::waitStarted);
        registry.fact(WaitEnded.class, ActionFolds::waitEnded);
    }

    private static void machineReactions(Registry registry) {
        registry.react(ModelAdded.class, SpaceHandler::modelAdded);
        registry.react(MachineAdded.class, ProvisionHandler::added);
        registry.react(MachineAllocated.class, ProvisionHandler::allocated);
        registry.react(MachineStatusChanged.class, ProvisionHandler::statusChanged);
        registry.react(MachineDeployed.class, ProvisionHandler::deployed);
        registry.react(DeploymentFailed.class, ProvisionHandler::deploymentFailed);
        registry.react(DeploymentReverted.class, ProvisionHandler::deploymentReverted);
        registry.react(ContainerProgressed.class, ProvisionHandler::progressed);
        registry.react(ContainerStarted.class, ProvisionHandler::containerStarted);
        registry.react(AddressAssigned.class, ProvisionHandler::addressAssigned);
        registry.react(HostDied.class, AbsenceHandler::hostDied);
        registry.react(ServiceDied.class, AbsenceHandler::agentDied);
        registry.react(ServiceStarted.class, AbsenceHandler::agentStarted);
        registry.react(NetworkLost.class, AbsenceHandler::networkLost);
        registry.react(NetworkReturned.class, AbsenceHandler::networkReturned);
        registry.react(AgentAbsent.class, AbsenceHandler::absent);
        registry.react(AgentConnected.class, AbsenceHandler::connected);
        registry.react(AgentAbsent.class, Bystanders::absent);
        registry.react(AgentConnected.class, Bystanders::connected);
        registry.react(HostBooted.class, AbsenceHandler::hostBooted);
        registry.react(MachineAgentChanged.class, ProvisionHandler::hostStarted);
        registry.react(MachineAgentChanged.class, AgentHandler::deployWaiting);
        registry.react(MachineAgentChanged.class, HookHandler::machineUp);
    }

    private void unitReactions(Registry registry) {
        registry.react(UnitAdded.class, assigns::added);
        registry.react(UnitAssigned.class, AgentHandler::assigned);
        registry.react(HooksQueued.class, HookHandler::queued);
        registry.react(HookFinished.class, RelationHandler::installed);
        registry.react(HookFinished.class, RemovalHandler::finished);
        registry.react(HookFinished.class, HookHandler::finished);
        registry.react(TaskAdded.class, HookHandler::taskAdded);
        registry.react(TaskFinished.class, HookHandler::taskFinished);
        registry.react(TaskFinished.class, ActionHandler::finished);
        registry.react(RelationAdded.class, RelationHandler::added);
        registry.react(RelationEntered.class, RelationHandler::entered);
        registry.react(RelationValuePut.class, RelationHandler::put);
        registry.react(ApplicationConfigured.class, ConfigHandler::configured);
        registry.react(RelationLeft.class, RemovalHandler::left);
        registry.react(RelationRemoved.class, RemovalHandler::relationRemoved);
        registry.react(HookRetried.class, HookHandler::retried);
        registry.react(HooksDropped.class, HookHandler::dropped);
        registry.react(HookFailed.class, HookHandler::failed);
        registry.react(CharmRefreshed.class, RefreshHandler::refreshed);
        registry.react(UnitRemoved.class, AgentHandler::removed);
        registry.react(UnitRemoved.class, RemovalHandler::removed);
        registry.react(UnitRemoved.class, HookHandler::removed);
    }

    private void serviceReactions(Registry registry) {
        registry.react(HookFinished.class, services::installed);
        registry.react(ServiceDied.class, services::died);
        registry.react(ServiceStarted.class, services::started);
    }

    private static void waitReactions(Registry registry) {
        registry.react(UnitAgentChanged.class, WaitHandler::look);
        registry.react(WorkloadStatusSet.class, WaitHandler::look);
        registry.react(ApplicationStatusSet.class, WaitHandler::look);
        registry.react(MachineAgentChanged.class, WaitHandler::look);
        registry.react(ModelAdded.class, WaitHandler::look);
    }
}
